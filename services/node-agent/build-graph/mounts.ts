import { hint } from '#kernel/suggest.ts';
import type { MountFlag, Run, Written } from '../dockerfile/instruction.ts';
import { mountType, requireKeyOfType, type MountType } from '../dockerfile/mount-flag.ts';
import { Misuse } from '../dockerfile/problem.ts';
import { belowRoot } from '../dockerignore/clean-path.ts';
import { textIn, type Draft } from './draft.ts';
import type { Input, Mount } from './operation.ts';

/** The mounts of a RUN, defaults filled in. `resolve` says what `from=` means. Throws Misuse. */
export const mountsOf = (draft: Draft, run: Written & Run, resolve: (name: string) => Input): readonly Mount[] => {
  let sockets = 0;
  return run.mounts.map((flag) => {
    const fields = expandFields(draft, run, flag);
    const type = mountType(fields.get('type') ?? 'bind') ?? 'bind';
    for (const key of fields.keys()) requireKeyOfType(type, key);
    return mountOf(type, fields, { draft, resolve, nextSocket: () => sockets++ });
  });
};

type Fields = ReadonlyMap<string, string>;

/** A switch without a value is on. */
const expandFields = (draft: Draft, run: Written, { fields }: MountFlag): Fields =>
  new Map(fields.map(({ key, value }) => [key, value === undefined ? 'true' : key === 'from' ? value : textIn(draft, run, value)]));

type Around = { draft: Draft; resolve: (name: string) => Input; nextSocket: () => number };

const mountOf = (type: MountType, fields: Fields, around: Around): Mount => {
  const value = (key: string): string => fields.get(key) ?? '';
  const from = (otherwise: Input): Input => (value('from') === '' ? otherwise : around.resolve(value('from')));
  switch (type) {
    case 'bind':
      return { type, target: targetOf(value('target'), around), from: from({ kind: 'context' }), source: sourceOf(value('source')), readOnly: readOnly(fields, true) };
    case 'cache':
      return cacheOf(fields, targetOf(value('target'), around), from({ kind: 'scratch' }), around);
    case 'tmpfs':
      return { type, target: targetOf(value('target'), around), sizeBytes: bytes(value('size')) };
    case 'secret':
      return secretOf(fields, around);
    case 'ssh':
      return { type, id: value('id') || 'default', target: pathOf(value('target') || `/run/buildkit/ssh_agent.${around.nextSocket()}`, around), required: flag(fields, 'required', false), ...owner(fields, 0o600) };
  }
};

const pathOf = (path: string, { draft }: Around): string => belowRoot(path, draft.config.WorkingDir);

const targetOf = (path: string, around: Around): string => {
  const target = pathOf(path, around);
  if (target === '/') throw new Misuse(`a mount cannot take the place of /: write target= with a directory below it`, path === '' ? '--mount' : `target=${path}`);
  return target;
};

const sourceOf = (path: string): string => belowRoot(path).slice(1) || '.';

const cacheOf = (fields: Fields, target: string, from: Input, { draft }: Around): Mount => {
  const sharing = ['shared', 'private', 'locked'].find((one) => one === (fields.get('sharing') ?? 'shared').toLowerCase());
  if (sharing !== 'shared' && sharing !== 'private' && sharing !== 'locked')
    throw new Misuse(`sharing= is shared, private or locked, not "${fields.get('sharing') ?? ''}"${hint(fields.get('sharing') ?? '', ['shared', 'private', 'locked'])}`, `sharing=${fields.get('sharing') ?? ''}`);
  const namespace = draft.plan.options.arguments.get('BUILDKIT_CACHE_MOUNT_NS') ?? '';
  const id = fields.get('id') || target;
  return { type: 'cache', target, id: namespace === '' ? id : `${namespace}/${id}`, sharing, from, source: sourceOf(fields.get('source') ?? ''), readOnly: readOnly(fields, false), ...owner(fields, 0o755) };
};

const secretOf = (fields: Fields, around: Around): Mount => {
  const value = (key: string): string => fields.get(key) ?? '';
  if (value('id') !== '' && value('source') !== '') throw new Misuse('a secret has id and source, which mean the same: remove one', 'source=');
  const id = value('id') || value('source') || baseName(value('target'));
  if (id === '') throw new Misuse('a secret needs an id: write --mount=type=secret,id=…', '--mount');
  const target = value('target') || (value('env') === '' ? `/run/secrets/${baseName(id)}` : '');
  return { type: 'secret', id, target: target === '' ? '' : pathOf(target, around), env: value('env'), required: flag(fields, 'required', false), ...owner(fields, 0o400) };
};

const baseName = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) ?? '';

const flag = (fields: Fields, key: string, otherwise: boolean): boolean => {
  const value = fields.get(key);
  if (value === undefined) return otherwise;
  if (/^(?:1|t|true)$/i.test(value)) return true;
  if (/^(?:0|f|false)$/i.test(value)) return false;
  throw new Misuse(`${key}= is true or false, not "${value}"`, `${key}=${value}`);
};

const readOnly = (fields: Fields, otherwise: boolean): boolean => (fields.has('readwrite') ? !flag(fields, 'readwrite', true) : flag(fields, 'readonly', otherwise));

const owner = (fields: Fields, mode: number): { mode: number; uid: number; gid: number } => ({ mode: number(fields, 'mode', 8, mode), uid: number(fields, 'uid', 10, 0), gid: number(fields, 'gid', 10, 0) });

const number = (fields: Fields, key: string, base: 8 | 10, otherwise: number): number => {
  const value = fields.get(key);
  if (value === undefined) return otherwise;
  const isNumber = base === 8 ? /^[0-7]{1,6}$/.test(value) && Number.parseInt(value, 8) <= 0o7777 : /^\d{1,10}$/.test(value) && Number(value) < 2 ** 32;
  if (!isNumber) throw new Misuse(`${key}= is ${base === 8 ? 'an octal number such as 0755' : 'a number'}, not "${value}"`, `${key}=${value}`);
  return Number.parseInt(value, base);
};

const units: ReadonlyMap<string, number> = new Map([['', 1], ['k', 1024], ['m', 1024 ** 2], ['g', 1024 ** 3], ['t', 1024 ** 4]]);

const bytes = (text: string): number => {
  if (text === '') return 0;
  const [, count = '', unit = ''] = /^(\d+(?:\.\d+)?) ?([kmgt]?)i?b?$/i.exec(text) ?? [];
  const size = Math.floor(Number(count) * (units.get(unit.toLowerCase()) ?? 0));
  if (count === '' || !Number.isSafeInteger(size)) throw new Misuse(`size= is a number of bytes such as 64m, not "${text}"`, `size=${text}`);
  return size;
};
