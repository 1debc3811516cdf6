import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { posix, join } from 'node:path';
import type { Add, Copy, Source } from '../../build-graph/operation.ts';
import { ignorePatterns } from '../../dockerignore/ignore.ts';
import { contentDigest } from '../../effects/builder/content-digest.ts';
import { copyInto, type PlacedSource } from '../../effects/builder/copy-into.ts';
import { copyTree } from '../../effects/builder/copy-tree.ts';
import { findSources, lookUp, type FoundSource } from '../../effects/builder/find-sources.ts';
import type { LateLinks } from '../../effects/builder/late-links.ts';
import { madeFolder } from '../../effects/builder/made-folder.ts';
import { parseMode } from '../../effects/builder/mode.ts';
import { resolveOwner } from '../../effects/builder/owner.ts';
import type { Selection } from '../../effects/builder/tree.ts';
import { isArchive, unpackArchive } from '../../effects/builder/unpack-archive.ts';
import type { KnownDigests } from '../../effects/builder/unpack-context.ts';
import type { Inputs } from './inputs.ts';

export type Copying = {
  /** Folder of the build's own, for what is temporary. */
  folder: string;
  inputs: Inputs;
  /** Brings a file or a repository from elsewhere; gives where it lies then. */
  fetch: (source: Extract<Source, { kind: 'url' | 'git' }>) => Promise<string>;
  /** SHA-256 of files of the context. */
  digests: KnownDigests;
  signal: AbortSignal;
};

/** Sources of a COPY or ADD, found and at hand. */
export type PreparedCopy = {
  /** Of everything that is copied. */
  digest: string;
  /** Writes it below a root. What stays as it is in the context goes there by `late`. */
  into: (root: string, late: LateLinks) => Promise<void>;
};

type Prepared = PlacedSource & { hasOwners: boolean; isUnpacked: boolean };

const textMode = 0o644;
const rootOwner = { uid: 0, gid: 0 };

/** Finds what is to be copied. Throws where a source is missing. */
export const prepareCopy = async (on: Copying, operation: Copy | Add): Promise<PreparedCopy> => {
  const found = (await Promise.all(operation.sources.map((source) => find(on, operation, source)))).flat();
  const selection = selected(operation.excludes);
  return {
    digest: await digestOf(on, found, selection),
    into: (root, late) => write(on, operation, found, { selection, root, late }),
  };
};

const digestOf = async ({ digests: known, signal }: Copying, found: readonly Prepared[], selection: Selection | undefined): Promise<string> => {
  const digests: string[] = [];
  for (const source of found) digests.push(await contentDigest([source], { selection, known, signal, withOwners: source.hasOwners }));
  return createHash('sha256').update(digests.join(' ')).digest('hex');
};

const find = async (on: Copying, operation: Copy | Add, source: Source): Promise<Prepared[]> => {
  switch (source.kind) {
    case 'path': {
      const { root, hasOwners } = await on.inputs.open(operation.from);
      const found = findSources(root, { pattern: source.pattern, ...(source.hasWildcards ? { deep: operation.parents } : {}) });
      return Promise.all(found.map(async (one) => ({ ...placed(root, one, operation.parents ? source.pivot : undefined), hasOwners, isUnpacked: await unpacks(operation, one, 'auto') })));
    }
    case 'text':
      return [{ ...written(on.folder, source), hasOwners: false, isUnpacked: false }];
    case 'url': {
      const path = await on.fetch(source);
      const one = { ...inFolder(posix.dirname(path), posix.basename(path)), path: source.name, fileName: source.name };
      return [{ ...one, hasOwners: false, isUnpacked: await unpacks(operation, one, 'always') }];
    }
    case 'git':
      return [{ ...inFolder(await on.fetch(source), ''), hasOwners: false, isUnpacked: false }];
  }
};

const unpacks = async (operation: Copy | Add, { at, stats }: FoundSource, least: 'auto' | 'always'): Promise<boolean> => {
  if (operation.op === 'copy' || operation.unpack === 'never' || !stats.isFile()) return false;
  return (operation.unpack === 'always' || least === 'auto') && isArchive(at);
};

const placed = (root: string, source: FoundSource, pivot: number | undefined): PlacedSource => {
  const parts = source.path.split('/');
  const kept = pivot === undefined ? undefined : { path: parts.slice(pivot).join('/'), from: join(root, ...parts.slice(0, pivot)) };
  return { ...source, fileName: parts.at(-1) ?? '', ...(kept ? { kept } : {}) };
};

const inFolder = (root: string, name: string): PlacedSource => {
  const found = lookUp(root, name);
  if (!found) throw new Error(`${posix.join(root, name)} is gone`);
  return { ...found, fileName: name };
};

const written = (folder: string, { name, content }: Extract<Source, { kind: 'text' }>): PlacedSource => {
  const own = join(folder, `text-${randomUUID()}`);
  mkdirSync(own);
  writeFileSync(join(own, 'text'), content, { mode: textMode });
  return { ...inFolder(own, 'text'), path: name, fileName: name };
};

const selected = (patterns: readonly string[]): Selection | undefined => {
  if (patterns.length === 0) return undefined;
  const { ignores, mayTakeBelow } = ignorePatterns(patterns);
  return { keeps: ({ path }) => !ignores(path.toString('utf8')), enters: ({ path }) => mayTakeBelow(path.toString('utf8')) };
};

type Target = { root: string; selection: Selection | undefined; late: LateLinks };

const write = async (on: Copying, operation: Copy | Add, found: readonly Prepared[], { root, selection, late }: Target): Promise<void> => {
  const owner = operation.owner === '' ? undefined : resolveOwner(operation.owner, root);
  const mode = operation.mode === '' ? undefined : parseMode(operation.mode);
  const destination = { path: operation.destination, isDirectory: operation.destinationIsDirectory || found.length > 1 };
  for (const source of found) {
    const whose = owner ?? (source.hasOwners ? undefined : rootOwner);
    if (source.isUnpacked) await unpackInto(on, source, root, operation, owner);
    else await copyInto(root, [source], destination, { instruction: operation.op.toUpperCase(), owner: whose, mode, selection, late: source.hasOwners ? undefined : late, signal: on.signal });
  }
};

// Aside first: there nothing is in its way, and no link to be led astray by.
const unpackInto = async (on: Copying, { at }: Prepared, root: string, { destination }: Add | Copy, owner: { uid: number; gid: number } | undefined): Promise<void> => {
  const aside = join(on.folder, `unpacked-${randomUUID()}`);
  await unpackArchive(createReadStream(at), aside, { keepOwners: true, signal: on.signal });
  const target = Buffer.from(posix.join(root, madeFolder(root, destination, owner ?? rootOwner)));
  await copyTree(Buffer.from(aside), target, { owner, contentOnly: true, followLinksBelow: root, signal: on.signal });
};
