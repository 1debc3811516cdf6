import { createHash, hash, type Hash } from 'node:crypto';
import { createReadStream, readFileSync, readlinkSync } from 'node:fs';
import type { FoundSource } from './find-sources.ts';
import { inSlices } from './in-slices.ts';
import type { KnownDigests } from './unpack-context.ts';
import { treeEntries, type Selection, type TreeEntry } from './tree.ts';

export type DigestOptions = {
  selection?: Selection | undefined;
  /** Owners count, too: they are copied along. */
  withOwners: boolean;
  /** SHA-256 of files that are known already. */
  known?: KnownDigests | undefined;
  signal?: AbortSignal | undefined;
};

/** Larger ones are read piece by piece, off the main thread. */
const smallBytes = 1 << 20;

/**
 * What files that are to be copied consist of, as one SHA-256 in hexadecimal: names, kinds, permissions, content, where links lead.
 * Times are no part of it. The same on every machine.
 */
export const contentDigest = async (sources: readonly FoundSource[], { selection, withOwners, known, signal }: DigestOptions): Promise<string> => {
  const all = createHash('sha256');
  for (const { path, at } of sources) {
    field(all, Buffer.from(path));
    await inSlices(treeEntries(at, selection), (entry) => add(all, entry, withOwners, known), signal);
  }
  return all.digest('hex');
};

const add = (all: Hash, entry: TreeEntry, withOwners: boolean, known?: KnownDigests): Promise<void> | void => {
  const { path, at, stats } = entry;
  field(all, path);
  field(all, Buffer.from(`${stats.mode.toString(8)} ${withOwners ? `${stats.uid}:${stats.gid}` : ''}`));
  if (stats.isSymbolicLink()) return field(all, readlinkSync(at, { encoding: 'buffer' }));
  if (stats.isCharacterDevice() || stats.isBlockDevice()) return field(all, Buffer.from(String(stats.rdev)));
  if (!stats.isFile()) return undefined;
  const before = known?.get(at.toString('latin1'));
  if (before) return field(all, before);
  if (stats.size <= smallBytes) return field(all, hash('sha256', readFileSync(at), 'buffer'));
  return largeFile(at).then((digest) => field(all, digest));
};

const largeFile = async (at: Buffer): Promise<Buffer> => {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(at, { highWaterMark: smallBytes })) digest.update(piece as Buffer);
  return digest.digest();
};

// With its length in front, so that two fields never run together into what two others would be.
const field = (all: Hash, bytes: Buffer): void => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  all.update(length).update(bytes);
};
