import { hint } from '#kernel/suggest.ts';
import { splitOnce } from './directives.ts';
import type { MountFlag } from './instruction.ts';
import { Misuse } from './problem.ts';

const aliases: ReadonlyMap<string, string> = new Map([['src', 'source'], ['dst', 'target'], ['destination', 'target'], ['ro', 'readonly'], ['rw', 'readwrite']]);

const types = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;
export type MountType = (typeof types)[number];

const keys = ['type', 'target', 'source', 'from', 'readonly', 'readwrite', 'id', 'sharing', 'size', 'required', 'env', 'mode', 'uid', 'gid'];

/** Keys that only some types have. Others mean nothing where a type does not need them, as in BuildKit. */
const typesOf: ReadonlyMap<string, readonly MountType[]> = new Map<string, readonly MountType[]>([
  ['sharing', ['cache']],
  ['size', ['tmpfs']],
  ['required', ['secret', 'ssh']],
  ['env', ['secret']],
  ['mode', ['cache', 'secret', 'ssh']],
  ['uid', ['cache', 'secret', 'ssh']],
  ['gid', ['cache', 'secret', 'ssh']],
  ['from', ['bind', 'cache', 'tmpfs', 'ssh']],
]);

const switches = new Set(['readonly', 'readwrite', 'required']);

/** Reads `--mount=…` as far as it can be without values of variables: its keys. */
export const readMountFlag = (word: string): MountFlag => {
  const fields = csvFields(word).map((field) => {
    const [written = '', value] = splitOnce(field, '=');
    const lower = written.trim().toLowerCase();
    return { key: aliases.get(lower) ?? lower, written, value };
  });
  const type = mountType(fields.find(({ key }) => key === 'type')?.value ?? 'bind');
  const seen = new Set<string>();
  for (const { key, written, value } of fields) {
    if (!keys.includes(key)) throw new Misuse(`--mount has no "${written}"${hint(key, keys) || `: it has ${keys.join(', ')}`}`, written);
    if (type !== undefined) requireKeyOfType(type, key, written);
    if (value === undefined && !switches.has(key)) throw new Misuse(`"${written}" of --mount has no value: write ${written}=…`, written);
    if (key === 'from' && value?.includes('$') === true) throw new Misuse(`from= of --mount takes no variable: write "FROM ${value} AS name" with an ARG before the first FROM, and from=name`, value);
    if (seen.has(key)) throw new Misuse(`"${key}" is twice in one --mount: remove one`, written);
    seen.add(key);
  }
  return { word, fields: fields.map(({ key, value }) => ({ key, value })) };
};

/** Undefined when a variable has to tell. */
export const mountType = (value: string): MountType | undefined => {
  const type = types.find((one) => one === value.toLowerCase());
  if (type === undefined && !value.includes('$')) throw new Misuse(`--mount has no type "${value}"${hint(value, types) || `: it has ${types.join(', ')}`}`, value);
  return type;
};

export const requireKeyOfType = (type: MountType, key: string, written = key): void => {
  const has = typesOf.get(key);
  if (has?.includes(type) === false) throw new Misuse(`a mount of type ${type} has no ${key}: only ${has.join(', ')} ${has.length === 1 ? 'has' : 'have'} it`, written);
};

/** One record of comma-separated values: RFC 4180, where a field in double quotes may hold commas. */
const csvFields = (record: string): readonly string[] => {
  const fields: string[] = [];
  let at = 0;
  while (at <= record.length) {
    if (record[at] === '"') {
      const close = /"(?:[^"]|"")*"(?=,|$)/y;
      close.lastIndex = at;
      const quoted = close.exec(record)?.[0];
      if (quoted === undefined) throw new Misuse('a field of --mount has a " without an end: close it before the comma', record.slice(at));
      fields.push(quoted.slice(1, -1).replaceAll('""', '"'));
      at += quoted.length + 1;
    } else {
      const comma = record.indexOf(',', at);
      const end = comma < 0 ? record.length : comma;
      fields.push(record.slice(at, end));
      at = end + 1;
    }
  }
  return fields;
};
