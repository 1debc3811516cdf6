import { Rejection } from '#kernel/rejection.ts';

/** What a value of a request's body may be. `words` is a list of words, or one word in its place; `any` is taken as it is. */
export type Shape = 'text' | 'number' | 'flag' | 'words' | 'any' | { readonly list: Shape } | { readonly map: Shape } | { readonly struct: Readonly<Record<string, Shape>> };

/** A value of a shape. Whatever was not said, or null, is missing. */
export type Shaped<S> = S extends 'text' ? string
  : S extends 'number' ? number
  : S extends 'flag' ? boolean
  : S extends 'words' ? string[]
  : S extends { readonly list: infer Of } ? Shaped<Of>[]
  : S extends { readonly map: infer Of } ? Record<string, Shaped<Of>>
  : S extends { readonly struct: infer Fields } ? { [Name in keyof Fields]?: Shaped<Fields[Name]> }
  : unknown;

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value);

const goType = (shape: Shape): string => {
  if (typeof shape === 'string') return { text: 'string', number: 'int64', flag: 'bool', words: '[]string', any: 'object' }[shape];
  if ('list' in shape) return `[]${goType(shape.list)}`;
  return 'map' in shape ? `map[string]${goType(shape.map)}` : 'object';
};

const refuse = (value: unknown, shape: Shape, path: string): never => {
  const place = path === '' ? 'value' : `struct field ${path}`;
  throw new Rejection('INVALID', `invalid JSON: json: cannot unmarshal ${kindOf(value)} into Go ${place} of type ${goType(shape)}`);
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: Record<string, unknown>, fields: Readonly<Record<string, Shape>>, path: string): unknown => {
  const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]));
  const shaped: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    // Go takes names in any case, and what it does not know it does not see.
    const name = names.get(key.toLowerCase());
    const shape = name === undefined ? undefined : fields[name];
    if (name !== undefined && shape !== undefined && inner !== null && inner !== undefined) shaped[name] = valueOf(inner, shape, `${path}.${name}`);
  }
  return shaped;
};

const valueOf = (value: unknown, shape: Shape, path: string): unknown => {
  if (shape === 'any') return value;
  if (shape === 'text') return typeof value === 'string' ? value : refuse(value, shape, path);
  if (shape === 'flag') return typeof value === 'boolean' ? value : refuse(value, shape, path);
  if (shape === 'number') return Number.isInteger(value) ? value : refuse(value, shape, path);
  if (shape === 'words') return typeof value === 'string' ? [value] : valueOf(value, { list: 'text' }, path);
  if ('list' in shape) return Array.isArray(value) ? value.map((inner) => valueOf(inner, shape.list, path)) : refuse(value, shape, path);
  if (!isObject(value)) return refuse(value, shape, path);
  if ('struct' in shape) return fieldsOf(value, shape.struct, path);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inner === null ? null : valueOf(inner, shape.map, path)]));
};

/** Reads a body by its shape. Throws INVALID in the words of Docker, which names the field and both types. */
export const shaped = <const S extends Shape>(body: unknown, shape: S): Shaped<S> => valueOf(body, shape, '') as Shaped<S>;
