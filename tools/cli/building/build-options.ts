import { readFileSync } from 'node:fs';
import { CommandError } from '../api.ts';
import { flag, text, texts, type CommandOption, type Options } from '../command.ts';

/** Options of `build`, with Docker's names. */
export const buildOptions = {
  tag: { type: 'string', short: 't', multiple: true, value: 'NAME[:TAG]', help: 'What the image is called' },
  file: { type: 'string', short: 'f', value: 'PATH', help: 'The Dockerfile (Dockerfile in the context unless said)' },
  target: { type: 'string', value: 'STAGE', help: 'Build this stage instead of the last one' },
  'build-arg': { type: 'string', multiple: true, value: 'NAME[=VALUE]', help: 'A build argument; without a value that of the environment' },
  'build-context': { type: 'string', multiple: true, value: 'NAME=PATH|URL|docker-image://IMAGE', help: 'Another context, for FROM and --from' },
  label: { type: 'string', multiple: true, value: 'NAME=VALUE', help: 'A label of the image' },
  secret: { type: 'string', multiple: true, value: 'id=ID[,src=FILE|,env=NAME]', help: 'A secret for RUN --mount=type=secret' },
  ssh: { type: 'string', multiple: true, value: 'default|ID[=SOCKET|KEY]', help: 'An ssh agent for RUN --mount=type=ssh' },
  'no-cache': { type: 'boolean', help: 'Execute every step again' },
  'no-cache-filter': { type: 'string', multiple: true, value: 'STAGE', help: 'Execute every step of this stage again' },
  pull: { type: 'boolean', help: 'Ask registries for base images even where they are here' },
  platform: { type: 'string', value: 'OS/ARCH', help: 'What the image is for' },
  network: { type: 'string', value: 'default|none|host|NETWORK', help: 'Network of RUN' },
  allow: { type: 'string', multiple: true, value: 'network.host|security.insecure', help: 'Let RUN do this' },
  'add-host': { type: 'string', multiple: true, value: 'NAME:IP', help: 'A line of /etc/hosts for RUN' },
  'shm-size': { type: 'string', value: 'BYTES', help: 'Shared memory of RUN' },
  'cache-from': { type: 'string', multiple: true, value: 'IMAGE', help: 'An image whose layers may stand for steps' },
  'cache-to': { type: 'string', multiple: true, value: 'type=inline|type=registry,ref=IMAGE', help: 'Where the cache is kept, too' },
  node: { type: 'string', value: 'NODE', help: 'Build on this node' },
  iidfile: { type: 'string', value: 'FILE', help: 'Write the image id to this file' },
  progress: { type: 'string', value: 'auto|tty|plain|json|quiet', help: 'How to show what happens' },
  quiet: { type: 'boolean', short: 'q', help: 'Show the image id alone' },
} as const satisfies Record<string, CommandOption>;

/** What the options say, as the API takes it; the context and the Dockerfile aside. */
export const orderFrom = (options: Options) => ({
  references: texts(options, 'tag'),
  target: text(options, 'target') ?? '',
  platform: text(options, 'platform') ?? '',
  arguments: Object.fromEntries(texts(options, 'build-arg').flatMap(argument)),
  network: text(options, 'network') ?? 'default',
  nodeId: text(options, 'node') ?? '',
  more: {
    labels: Object.fromEntries(texts(options, 'label').map((pair) => pairOf(pair, '--label'))),
    noCache: flag(options, 'no-cache'),
    noCacheFilter: texts(options, 'no-cache-filter').flatMap((names) => names.split(',')),
    pull: flag(options, 'pull'),
    secrets: Object.fromEntries(texts(options, 'secret').map(secret)),
    extraHosts: texts(options, 'add-host'),
    shmSizeBytes: bytes(text(options, 'shm-size') ?? ''),
    entitlements: texts(options, 'allow').flatMap((names) => names.split(',')),
    cacheFrom: texts(options, 'cache-from'),
    cacheTo: texts(options, 'cache-to'),
  },
});

// Without a value and unset here, it is as if it had not been given.
const argument = (given: string): [string, string][] => {
  if (given.includes('=')) return [pairOf(given, '--build-arg')];
  const value = process.env[given];
  return value === undefined ? [] : [[given, value]];
};

const pairOf = (given: string, option: string): [string, string] => {
  const at = given.indexOf('=');
  if (at === 0) throw new CommandError(`${option} ${given} has no name: give NAME=VALUE`, 125);
  return at < 0 ? [given, ''] : [given.slice(0, at), given.slice(at + 1)];
};

const secret = (given: string): [string, string] => {
  const fields = Object.fromEntries(given.split(',').map((field) => pairOf(field, '--secret')));
  const { id, src, source = src, env } = fields;
  if (id === undefined || id === '') throw new CommandError(`--secret ${given} has no id: give id=ID,src=FILE`, 125);
  const name = env ?? (source === undefined && process.env[id] !== undefined ? id : undefined);
  if (name !== undefined && process.env[name] === undefined) throw new CommandError(`--secret ${given}: the variable ${name} is not set`, 125);
  return [id, (name === undefined ? contentOf(source ?? id, given) : Buffer.from(process.env[name] ?? '')).toString('base64')];
};

const contentOf = (path: string, given: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`--secret ${given}: ${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

const bytes = (given: string): number => {
  if (given === '') return 0;
  const [, count = '', unit = ''] = /^(\d+(?:\.\d+)?)([bkmg]?)b?$/i.exec(given) ?? [];
  if (count === '') throw new CommandError(`"${given}" is no size: give such as 64m`, 125);
  return Math.floor(Number(count) * (units[unit.toLowerCase()] ?? 1));
};
