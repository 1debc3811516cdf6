import { heredocMark } from '../dockerfile/heredoc.ts';
import { expand } from '../dockerfile/expand.ts';
import type { Copy, Written } from '../dockerfile/instruction.ts';
import { Misuse } from '../dockerfile/problem.ts';
import { warner } from '../dockerfile/warn.ts';
import { belowRoot, cleanPath } from '../dockerignore/clean-path.ts';
import { compileGlob, hasWildcards } from '../dockerignore/glob.ts';
import { ignorePatterns } from '../dockerignore/ignore.ts';
import { addStep, historyEntry, textIn, titleOf, warnOfUnset, type Draft } from './draft.ts';
import { isGitSource, isHttpSource, readGitSource } from './git-source.ts';
import type { Input, Placement, Source } from './operation.ts';

/** COPY and ADD, with sources and destination as whoever executes them needs them. Throws Misuse. */
export const placementStep = (draft: Draft, copy: Written & Copy, from: Input, isTrigger: boolean): void => {
  const keyword = copy.kind.toUpperCase();
  const destination = textIn(draft, copy, copy.destination);
  const owner = textIn(draft, copy, copy.owner);
  const mode = textIn(draft, copy, copy.mode);
  const excludes = copy.excludes.map((pattern) => textIn(draft, copy, pattern));
  ignorePatterns(excludes);
  const sources = sourcesOf(draft, copy);
  warnOfIgnored(draft, copy, sources);
  const placement: Placement = {
    from,
    sources: sources.map(({ source }) => source),
    destination: belowRoot(destination, draft.config.WorkingDir),
    destinationIsDirectory: /(?:^|\/)\.?$/.test(destination),
    owner: checkedOwner(owner),
    mode: checkedMode(mode),
    link: copy.link && canLink(draft, copy, owner),
    parents: copy.parents,
    excludes,
  };
  requireName(placement);
  draft.inputs.push(from);
  const said = [...(copy.parents ? ['--parents'] : []), ...(owner === '' ? [] : [`--chown=${owner}`]), ...(mode === '' ? [] : [`--chmod=${mode}`]), ...sources.map(({ said }) => said), destination];
  const operation = copy.kind === 'copy' ? ({ op: 'copy', ...placement } as const) : ({ op: 'add', ...placement, unpack: copy.unpack === undefined ? 'auto' : copy.unpack ? 'always' : 'never' } as const);
  addStep(draft, copy, titleOf(copy, isTrigger), operation, true, historyEntry(draft, `${keyword} ${said.join(' ')} # buildkit`, true));
};

type Said = { source: Source; /** As history tells of it. */ said: string };

const sourcesOf = (draft: Draft, copy: Written & Copy): readonly Said[] => {
  const checksum = textIn(draft, copy, copy.checksum);
  if (checksum !== '' && copy.sources.length > 1) throw new Misuse('--checksum is for one source: write an ADD for each', '--checksum');
  return copy.sources.map((written) => {
    if (written.kind === 'heredoc') return { source: { kind: 'text', name: written.heredoc.name, content: contentOf(draft, copy, written.heredoc) }, said: `<<${written.heredoc.name}` };
    const text = textIn(draft, copy, written.path);
    if (heredocMark(written.path)) throw new Misuse(`the heredoc ${written.path} has no content`, written.path);
    return { source: sourceOf(copy, text, checksum), said: text };
  });
};

const contentOf = (draft: Draft, copy: Written, { content, expands }: { content: string; expands: boolean }): string => {
  if (!expands) return content;
  const expansion = expand(content, (name) => draft.variables.get(name), { escape: '\\', ignoreQuotes: true, allowance: draft.allowance });
  warnOfUnset(draft, copy, expansion);
  return expansion.text;
};

const sourceOf = (copy: Copy, text: string, checksum: string): Source => {
  if (isGitSource(text, copy.kind === 'add' && copy.keepGitDirectory !== undefined)) return gitOf(copy, text, checksum);
  if (isHttpSource(text)) return urlOf(copy, text, checksum);
  if (checksum !== '') throw new Misuse('--checksum is for a URL or a git repository: the context is checked by its content anyway', '--checksum');
  const { path, pivot } = copy.parents ? splitPivot(text) : { path: text, pivot: 0 };
  const pattern = belowRoot(path).slice(1) || '.';
  const isPattern = hasWildcards(pattern);
  if (isPattern) compileGlob(pattern, { deep: copy.parents });
  return { kind: 'path', pattern, hasWildcards: isPattern, pivot };
};

const splitPivot = (text: string): { path: string; pivot: number } => {
  const at = text.indexOf('/./');
  if (at < 0) return { path: text, pivot: 0 };
  const before = cleanPath(`/${text.slice(0, at)}`).slice(1);
  return { path: text, pivot: before === '' ? 0 : before.split('/').length };
};

const urlOf = (copy: Copy, url: string, checksum: string): Source => {
  if (copy.kind === 'copy') throw new Misuse('COPY cannot fetch a URL: use ADD', url);
  if (checksum !== '' && !/^sha256:[0-9a-f]{64}$/.test(checksum)) throw new Misuse(`"${checksum}" is no checksum of a URL: write sha256: and 64 hexadecimal digits`, checksum);
  const [, path = ''] = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url) ?? [];
  return { kind: 'url', url, name: path.split('/').at(-1) ?? '', checksum };
};

const gitOf = (copy: Copy, text: string, checksum: string): Source => {
  if (copy.kind === 'copy') throw new Misuse('COPY cannot fetch a git repository: use ADD', text);
  const { remote, ref, subdirectory, submodules, ...said } = readGitSource(text);
  if (copy.keepGitDirectory !== undefined && said.keepGitDirectory !== undefined && copy.keepGitDirectory !== said.keepGitDirectory) throw new Misuse('--keep-git-dir and keep-git-dir of the URL differ: remove one', '--keep-git-dir');
  if (checksum !== '' && said.checksum !== '' && checksum !== said.checksum) throw new Misuse('--checksum and the commit of the URL differ: remove one', '--checksum');
  const commit = checksum || said.checksum;
  if (commit !== '' && !/^[0-9a-f]{1,64}$/i.test(commit)) throw new Misuse(`"${commit}" is no commit: write its hexadecimal digits, or the first of them`, commit);
  return { kind: 'git', remote, ref, subdirectory, submodules, keepGitDirectory: copy.keepGitDirectory ?? said.keepGitDirectory ?? false, checksum: commit };
};

// A variable may have left the user empty: that is root. A group that is empty is not said.
const checkedOwner = (owner: string): string => {
  const [, user = '', group = ''] = /^([^:\s]*)(?::([^:\s]*))?$/.exec(owner) ?? [];
  if (owner !== '' && user === '' && group === '' && owner !== ':') throw new Misuse(`"${owner}" is no owner: write user, user:group, or numbers`, owner);
  return group === '' ? user : `${user || '0'}:${group}`;
};

// A layer of its own has no users that names could be looked up among. Docker's engine then copies as if --link were not there.
const canLink = (draft: Draft, copy: Written, owner: string): boolean => {
  if (/^(?:\d+(?::\d*)?)?$/.test(owner)) return true;
  warner(draft.warnings, copy)('LinkWithNames', `--link has no effect with the owner "${owner}", as there are no users to look it up among: write numbers`);
  return false;
};

const symbolic = /^[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+$/;

const checkedMode = (mode: string): string => {
  const isOctal = /^[0-7]+$/.test(mode) && Number.parseInt(mode, 8) <= 0o7777;
  if (mode !== '' && !isOctal && !mode.split(',').every((part) => symbolic.test(part))) throw new Misuse(`"${mode}" is no mode: write octal digits up to 7777, or such as u+x,go-w`, mode);
  return mode;
};

const requireName = ({ sources, destinationIsDirectory }: Placement): void => {
  for (const source of sources) if (source.kind === 'url' && source.name === '' && destinationIsDirectory) throw new Misuse(`${source.url} has no file name: write it at the end of the destination`, source.url);
};

// With exceptions nobody can tell what is left of a folder without looking into it.
const warnOfIgnored = (draft: Draft, copy: Written & Copy, sources: readonly Said[]): void => {
  const { ignore } = draft.plan.options;
  if (copy.from !== '' || ignore === undefined || ignore.hasExceptions) return;
  for (const { source } of sources)
    if (source.kind === 'path' && ignore.ignores(source.pattern)) warner(draft.warnings, copy)('CopyIgnoredFile', `"${source.pattern}" is left out of the context by .dockerignore: ${copy.keyword.toUpperCase()} will not find it`);
};
