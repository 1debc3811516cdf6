import { Misuse } from '../dockerfile/problem.ts';
import { cleanPath } from '../dockerignore/clean-path.ts';

export type GitReference = { remote: string; ref: string; subdirectory: string; checksum: string; keepGitDirectory: boolean | undefined; submodules: boolean };

const byProtocol = /^(?:git|ssh):\/\//i;
const byHttp = /^https?:\/\//i;
const byUser = /^[a-zA-Z0-9_.-]+@[^/:]+:(?!\/\/)/;

/** Whether a source of ADD is a git repository. One by HTTP is if its path ends in `.git`, or if `--keep-git-dir` says so. */
export const isGitSource = (text: string, isSaid: boolean): boolean => byProtocol.test(text) || byUser.test(text) || (byHttp.test(text) && (isSaid || /^[^?#]*\.git(?:[?#]|$)/.test(text)));

export const isHttpSource = (text: string): boolean => byHttp.test(text);

/** `remote[#ref[:subdirectory]]`, or the same by `?ref=…&subdir=…`. Throws Misuse. https://docs.docker.com/build/concepts/context/#url-fragments */
export const readGitSource = (text: string): GitReference => {
  const [beforeFragment = '', fragment = ''] = splitAt(text, '#');
  const [remote = '', query = ''] = splitAt(beforeFragment, '?');
  const [ref = '', subdirectory = ''] = splitAt(fragment, ':');
  const asked = readQuery(query, text);
  const chosen = one(text, 'ref', ref, asked.get('ref') ?? '', tagOf(asked, 'tag', 'refs/tags/'), tagOf(asked, 'branch', 'refs/heads/'));
  const checksum = one(text, 'commit', asked.get('checksum') ?? '', asked.get('commit') ?? '');
  return {
    remote,
    ref: chosen || checksum,
    subdirectory: below(one(text, 'subdir', subdirectory, asked.get('subdir') ?? '')),
    checksum,
    keepGitDirectory: asked.has('keep-git-dir') ? asked.get('keep-git-dir') !== 'false' : undefined,
    submodules: asked.get('submodules') !== 'false',
  };
};

const splitAt = (text: string, sign: string): readonly [string, string?] => {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

const known = new Set(['ref', 'tag', 'branch', 'subdir', 'checksum', 'commit', 'keep-git-dir', 'submodules']);
const switches = new Set(['keep-git-dir', 'submodules']);

const readQuery = (query: string, text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const part of query.split('&').filter((one) => one !== '')) {
    const [name = '', value = ''] = splitAt(part, '=').map((side) => decode(side ?? '', text));
    if (!known.has(name)) throw new Misuse(`the git source has "${name}", which means nothing: it has ${[...known].join(', ')}`, text);
    if (found.has(name)) throw new Misuse(`the git source has "${name}" twice: remove one`, text);
    if (switches.has(name) ? !/^(?:|true|false|1|0)$/i.test(value) : value === '') throw new Misuse(`"${name}" of the git source has no value that fits`, text);
    found.set(name, switches.has(name) ? String(!/^(?:false|0)$/i.test(value)) : value);
  }
  return found;
};

const decode = (text: string, whole: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Misuse(`"${text}" is not encoded as a part of a URL is`, whole);
  }
};

const tagOf = (asked: ReadonlyMap<string, string>, name: string, prefix: string): string => {
  const value = asked.get(name) ?? '';
  return value === '' || value.startsWith(prefix) ? value : `${prefix}${value}`;
};

const one = (text: string, what: string, ...values: readonly string[]): string => {
  const [first = '', ...others] = [...new Set(values.filter((value) => value !== ''))];
  if (others.length > 0) throw new Misuse(`the git source has two of ${what}, "${first}" and "${others[0] ?? ''}": remove one`, text);
  return first;
};

const below = (path: string): string => cleanPath(`/${path}`).slice(1);
