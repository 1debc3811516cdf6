import type { Input } from './operation.ts';

/** Names that people give to contexts and images are the same if they mean the same image: `docker.io/library/alpine:latest` is `alpine`. */
const familiar = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:index\.)?docker\.io\/(?:library\/(?=[^/]+$))?/, '')
    .replace(/:latest$/, '');

/** These mean something of their own, and no context takes their place. */
const ownMeaning = new Set(['scratch', 'context']);

/** What a named context puts in the place of a stage or an image of this name, if there is one. `platform` is that of the image that it would be. */
export const namedContext = (contexts: ReadonlyMap<string, string>, name: string, platform: string): Input | undefined => {
  if (name === '' || ownMeaning.has(name.toLowerCase())) return undefined;
  for (const [given, value] of contexts) if (familiar(given) === familiar(name)) return inputOf(given, value, platform);
  return undefined;
};

const image = 'docker-image://';

const inputOf = (name: string, value: string, platform: string): Input =>
  value.startsWith(image) ? { kind: 'image', reference: value.slice(image.length), platform } : { kind: 'named-context', name, value };
