import { CommandError } from '../api.ts';
import { flag, text, type Command } from '../command.ts';
import { moment } from '../moment.ts';
import { listOptions, showList } from '../output.ts';

type ShownMove = { sequence: number; atMs: number; actor: string; reason: string; imageId: string; manifestDigest: string };
type ShownRepository = { name: string; immutable: boolean; tags: string[] };

const short = (digest: string): string => digest.replace('sha256:', '').slice(0, 12);
const familiar = (name: string): string => name.replace(/^docker\.io\/(?:library\/(?=[^/]*$))?/, '');

export const tag: Command = {
  name: 'tag',
  usage: 'tag [--at MOMENT] SOURCE [TARGET]',
  help: 'Points the name TARGET at what SOURCE is. With --at: at what SOURCE pointed at in a past moment; without TARGET, SOURCE itself is rolled back.',
  options: { at: { type: 'string', value: 'MOMENT', help: '5m (ago), a time such as 2026-11-24T10:00:00Z, or a sequence of the log' } },
  run: async ({ api, words, options }) => {
    const at = text(options, 'at');
    const [source, target = at === undefined ? undefined : source] = words;
    if (source === undefined || target === undefined || words.length > 2) throw new CommandError('say what gets which name: lading tag SOURCE TARGET', 125);
    await api.json('POST', '/api/v1/tags', { image: source, reference: target, ...(at === undefined ? {} : { as_of: moment(at, Date.now()) }) });
  },
};

export const imageHistoryOf: Command = {
  name: 'image history-of',
  usage: 'image history-of [OPTIONS] REFERENCE',
  help: 'Where a tag pointed, newest first: what, when, who, why. Roll it back with "lading tag --at".',
  options: listOptions,
  run: async (invocation) => {
    const [reference] = invocation.words;
    if (reference === undefined) throw new CommandError('say which tag: lading image history-of redis:7', 125);
    const { items } = await invocation.api.json<{ items: ShownMove[] }>('GET', `/api/v1/tags/${encodeURIComponent(reference)}/history`);
    showList<ShownMove>(
      invocation,
      items.toReversed(),
      [
        { name: 'SEQUENCE', field: 'Sequence', cell: ({ sequence }) => String(sequence) },
        { name: 'TIME', field: 'Time', cell: ({ atMs }) => new Date(atMs).toISOString() },
        { name: 'IMAGE ID', field: 'ID', cell: ({ imageId, manifestDigest }) => short(imageId) || (manifestDigest === '' ? '(removed)' : '-') },
        { name: 'DIGEST', field: 'Digest', cell: ({ manifestDigest }) => manifestDigest || '-' },
        { name: 'ACTOR', field: 'Actor', cell: ({ actor }) => actor },
        { name: 'REASON', field: 'Reason', cell: ({ reason }) => reason },
      ],
      ({ sequence }) => String(sequence),
    );
  },
};

export const imageRepositories: Command = {
  name: 'image repositories',
  usage: 'image repositories [OPTIONS]',
  help: 'Lists repositories, their tags, and whether those may be moved.',
  options: listOptions,
  run: async (invocation) => {
    const { items } = await invocation.api.json<{ items: ShownRepository[] }>('GET', '/api/v1/repositories');
    showList<ShownRepository>(
      invocation,
      items,
      [
        { name: 'REPOSITORY', field: 'Repository', cell: ({ name }) => familiar(name) },
        { name: 'TAGS', field: 'Tags', cell: ({ tags }) => tags.join(', ') },
        { name: 'IMMUTABLE', field: 'Immutable', cell: ({ immutable }) => (immutable ? 'yes' : 'no') },
      ],
      ({ name }) => familiar(name),
    );
  },
};

export const imageImmutable: Command = {
  name: 'image immutable',
  usage: 'image immutable [--off] REPOSITORY',
  help: 'Lets tags of a repository be set once only: by tag, push, pull, build and import alike.',
  options: { off: { type: 'boolean', help: 'Let them be moved again' } },
  run: async ({ api, words, options, out }) => {
    const [repository] = words;
    if (repository === undefined) throw new CommandError('say which repository: lading image immutable REPOSITORY', 125);
    const immutable = !flag(options, 'off');
    const { changed } = await api.json<{ changed: boolean }>('PUT', `/api/v1/repositories/${encodeURIComponent(repository)}/immutability`, { immutable });
    out(`tags of ${repository} ${immutable ? 'are set once' : 'may be moved'}${changed ? '' : ' already'}\n`);
  },
};
