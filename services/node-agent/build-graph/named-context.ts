import { sameName } from './image-name.ts';
import type { Input } from './operation.ts';

/** These mean something of their own, and no context takes their place. */
const ownMeaning = new Set(['scratch', 'context']);

/** What a named context puts in the place of a stage or an image of this name, if there is one. `platform` is that of the image that it would be. */
export const namedContext = (contexts: ReadonlyMap<string, string>, name: string, platform: string): Input | undefined => {
  if (name === '' || ownMeaning.has(name.toLowerCase())) return undefined;
  for (const [given, value] of contexts) if (sameName(given) === sameName(name)) return inputOf(given, value, platform);
  return undefined;
};

const image = 'docker-image://';

const inputOf = (name: string, value: string, platform: string): Input =>
  value.startsWith(image) ? { kind: 'image', reference: value.slice(image.length), platform } : { kind: 'named-context', name, value };
