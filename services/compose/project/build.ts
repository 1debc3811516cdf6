import { readUlimits } from './devices.ts';
import { readExtraHosts } from './extra-hosts.ts';
import type { Build, BuildSecret } from './model.ts';
import { resolvePath } from './paths.ts';
import type { At, Fields, Reader } from './reader.ts';
import { buildKeys } from './service-keys.ts';
import { isUnset } from './tree.ts';

export type BuildSurroundings = {
  projectDir: string;
  home: string | undefined;
  /** A variable named without a value takes this one. */
  inherited: (name: string) => string | undefined;
  /** The top-level secrets of the file. */
  secrets: ReadonlyMap<string, Omit<BuildSecret, 'id'>>;
};

/** What begins so is no path: a repository, an archive, an image, or another service. */
const isElsewhere = (context: string): boolean => /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|service:)/.test(context);

/** `build: PATH`, or as a mapping. https://github.com/compose-spec/compose-spec/blob/main/build.md */
export const readBuild = (reader: Reader, at: At, around: BuildSurroundings): Build | undefined => {
  if (isUnset(at.tree)) return undefined;
  const isPath = at.tree?.kind === 'scalar';
  const field = isPath ? (): At => ({ tree: undefined, path: at.path }) : reader.fields(at, buildKeys);
  const placed = (context: string): string => (isElsewhere(context) ? context : resolvePath(around.projectDir, context, around.home));
  const { text, texts, flag, given } = reader;
  const inline = text(field('dockerfile_inline'));
  if (inline !== '' && text(field('dockerfile')) !== '') reader.problem(field('dockerfile_inline'), 'and dockerfile say each what to follow: remove one of them');
  return {
    context: placed(isPath ? text(at) : text(field('context'), '.')),
    dockerfile: text(field('dockerfile')),
    ...(inline === '' ? {} : { dockerfileInline: inline }),
    arguments: readArguments(reader, field('args'), around),
    target: text(field('target')),
    tags: texts(field('tags')),
    labels: given(field('labels')),
    platforms: texts(field('platforms')),
    network: text(field('network')),
    secrets: readSecrets(reader, field('secrets'), around),
    ssh: [...reader.pairs(field('ssh'))].map(([id, value]) => (value === undefined ? id : `${id}=${value}`)),
    contexts: Object.fromEntries([...reader.pairs(field('additional_contexts'))].map(([name, value]) => [name, placed(value ?? '')])),
    cacheFrom: texts(field('cache_from')),
    cacheTo: texts(field('cache_to')),
    noCache: flag(field('no_cache')),
    noCacheFilter: texts(field('no_cache_filter')),
    pull: flag(field('pull')),
    extraHosts: readExtraHosts(reader, field('extra_hosts')),
    shmSizeBytes: reader.bytes(field('shm_size')),
    ulimits: readUlimits(reader, field('ulimits')),
    entitlements: readEntitlements(reader, field),
  };
};

// One that has no value anywhere is as if it had not been named.
const readArguments = (reader: Reader, at: At, { inherited }: BuildSurroundings): Record<string, string> =>
  Object.fromEntries([...reader.pairs(at)].flatMap(([name, value]) => {
    const known = value ?? inherited(name);
    return known === undefined ? [] : [[name, known]];
  }));

const readSecrets = (reader: Reader, at: At, { secrets }: BuildSurroundings): BuildSecret[] =>
  reader.items(at).flatMap((item) => {
    const field = item.tree?.kind === 'mapping' ? reader.fields(item, { used: ['source', 'target'], unused: { uid: 'has no effect: RUN --mount says it', gid: 'has no effect: RUN --mount says it', mode: 'has no effect: RUN --mount says it' } }) : undefined;
    const source = field ? reader.text(field('source')) : reader.text(item);
    const secret = secrets.get(source);
    if (!secret) reader.problem(item, `no secret ${source} is defined: add it below the top-level "secrets"`);
    return secret ? [{ id: (field && reader.text(field('target'))) || source, ...secret }] : [];
  });

const readEntitlements = (reader: Reader, field: Fields): string[] => {
  const asked = [...reader.texts(field('entitlements')), ...(reader.flag(field('privileged')) ? ['security.insecure'] : [])];
  for (const name of asked) if (name !== 'network.host' && name !== 'security.insecure') reader.problem(field('entitlements'), `"${name}" is nothing that can be allowed: use network.host or security.insecure`);
  return asked;
};

/** Top-level secrets, as far as builds use them: from a file, or a variable of whoever builds. */
export const readSecretSource = (reader: Reader, at: At, { projectDir, home }: Pick<BuildSurroundings, 'projectDir' | 'home'>): Omit<BuildSecret, 'id'> => {
  const field = reader.fields(at, { used: ['file', 'environment', 'name', 'labels'], refused: { external: 'this key is not supported yet: name a file or a variable' } });
  const [file, environment] = [reader.text(field('file')), reader.text(field('environment'))];
  if ((file === '') === (environment === '')) reader.problem(at, 'comes from one place: name a "file" or an "environment" variable');
  return { file: file === '' ? '' : resolvePath(projectDir, file, home), environment };
};
