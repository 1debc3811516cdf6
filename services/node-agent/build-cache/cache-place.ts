/** Where a cache is read from. */
export type CacheSource = { reference: string };

/** `min`: what the image itself is made of; `max`: that of all stages, too. */
export type CacheMode = 'min' | 'max';

/** Where a cache is written to: into the image, or to a registry by a name of its own. */
export type CacheTarget = { type: 'inline' } | { type: 'registry'; reference: string; mode: CacheMode; ignoreError: boolean };

type Fields = ReadonlyMap<string, string>;

const remedy = 'give type=registry,ref=NAME, or the name alone';

/** `NAME`, or `type=registry,ref=NAME` as of BuildKit. Throws what is wrong, with the remedy. */
export const parseCacheSource = (text: string): CacheSource => {
  const fields = fieldsOf(text, '--cache-from');
  const type = fields.get('type') ?? 'registry';
  if (type !== 'registry') throw new Error(`--cache-from ${text}: caches of type ${type} are not read: ${remedy}`);
  return { reference: referenceIn(fields, `--cache-from ${text}`) };
};

/** `type=inline`, `NAME`, or `type=registry,ref=NAME[,mode=min|max][,ignore-error=true]`. Throws what is wrong, with the remedy. */
export const parseCacheTarget = (text: string): CacheTarget => {
  const option = `--cache-to ${text}`;
  const fields = fieldsOf(text, '--cache-to');
  const type = fields.get('type') ?? 'registry';
  const mode = fields.get('mode') ?? 'min';
  if (mode !== 'min' && mode !== 'max') throw new Error(`${option}: mode ${mode} is none of min and max`);
  if (type === 'inline') return { type };
  if (type !== 'registry') throw new Error(`${option}: caches of type ${type} are not written: ${remedy}, or type=inline`);
  return { type, reference: referenceIn(fields, option), mode, ignoreError: fields.get('ignore-error') === 'true' };
};

const fieldsOf = (text: string, option: string): Fields => {
  if (!text.includes('=')) return new Map([['ref', text]]);
  return new Map(
    text.split(',').map((field) => {
      const at = field.indexOf('=');
      if (at <= 0) throw new Error(`${option} ${text}: "${field}" is not like name=value: ${remedy}`);
      return [field.slice(0, at).trim(), field.slice(at + 1).trim()];
    }),
  );
};

const referenceIn = (fields: Fields, option: string): string => {
  const reference = fields.get('ref') ?? '';
  if (reference === '') throw new Error(`${option} names no image: ${remedy}`);
  return reference;
};
