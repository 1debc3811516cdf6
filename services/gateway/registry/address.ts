import { RegistryError } from './registry-error.ts';

/** What a path below `/v2/` names. */
export type Address =
  | { what: 'root' | 'catalog' }
  | { what: 'manifest' | 'blob' | 'upload' | 'referrers'; name: string; reference: string }
  | { what: 'uploads' | 'tags'; name: string };

/** With the domain that it may begin with. */
const nameMaxLength = 255;
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const nameRule = new RegExp(`^${component}(?:/${component})*$`);

const shapes: readonly (readonly [shape: RegExp, what: Exclude<Address['what'], 'root' | 'catalog'>])[] = [
  [/^(.+)\/blobs\/uploads\/?$/, 'uploads'],
  [/^(.+)\/blobs\/uploads\/([^/]+)$/, 'upload'],
  [/^(.+)\/blobs\/([^/]+)$/, 'blob'],
  [/^(.+)\/manifests\/([^/]+)$/, 'manifest'],
  [/^(.+)\/referrers\/([^/]+)$/, 'referrers'],
  [/^(.+)\/tags\/list$/, 'tags'],
];

/** Reads a path that begins with `/v2`. Throws NAME_INVALID, and UNSUPPORTED for what no registry has. */
export const addressOf = (path: string): Address => {
  const rest = path.replace(/^\/v2\/?/, '');
  if (rest === '') return { what: 'root' };
  if (rest === '_catalog') return { what: 'catalog' };
  for (const [shape, what] of shapes) {
    const [whole, name = '', reference = ''] = shape.exec(rest) ?? [];
    if (whole === undefined) continue;
    const checked = checkName(decoded(name));
    return what === 'uploads' || what === 'tags' ? { what, name: checked } : { what, name: checked, reference: decoded(reference) };
  }
  throw new RegistryError(404, 'UNSUPPORTED', `a registry has nothing at ${path.slice(0, 200)}`);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RegistryError(400, 'NAME_INVALID', `${text.slice(0, 200)} is not encoded as a part of a URL`);
  }
};

const checkName = (name: string): string => {
  if (name.length > nameMaxLength) throw new RegistryError(400, 'NAME_INVALID', `the name has ${name.length} characters, at most ${nameMaxLength} are taken`);
  if (!nameRule.test(name)) throw new RegistryError(400, 'NAME_INVALID', `invalid name ${JSON.stringify(name)}: it holds lower-case letters, digits and single . _ or - between them, in parts divided by /`);
  return name;
};
