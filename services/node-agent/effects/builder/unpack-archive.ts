import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { passing } from '../content/compression.ts';
import { HostileArchive } from '../content/hostile-archive.ts';
import { layerRules } from '../content/layer-rules.ts';
import { systemTar } from '../content/system-tar.ts';
import { blockBytes, isZeroBlock, readHeader } from '../content/tar-header.ts';
import { tarScan } from '../content/tar-scan.ts';
import { plainTar } from './plain-tar.ts';

/**
 * Unpacks an archive into a new folder, by the rules of layers: nothing leads out of it. `keepOwners` gives files the owners that the
 * archive names, otherwise they are root's. Throws HostileArchive for what must not be unpacked.
 */
export const unpackArchive = async (stream: Readable, directory: string, { keepOwners, signal }: { keepOwners: boolean; signal?: AbortSignal | undefined }): Promise<void> => {
  await mkdir(directory, { recursive: true, mode: 0o755 });
  const { whole, steps } = await plainTar(stream);
  const scan = tarScan(layerRules());
  // Judged before tar gets the same bytes.
  await systemTar(directory, (tar) => pipeline([whole, ...steps, passing(scan), tar], signal ? { signal } : {}), [keepOwners ? '--same-owner' : '--no-same-owner']);
};

/** Whether a file is a tar, plain or compressed: as Docker tells, by the header of a first entry. */
export const isArchive = async (path: Buffer | string): Promise<boolean> => {
  const file = createReadStream(path, { end: 64 * 1_024 });
  try {
    const { whole, steps } = await plainTar(file);
    // What was cut makes the pipeline fail after the first block has passed.
    const head = await firstBlock(whole, steps);
    if (head.length < blockBytes || isZeroBlock(head)) return false;
    readHeader(head);
    return true;
  } catch (error) {
    if (error instanceof HostileArchive || !isSystemError(error)) return false;
    throw error;
  } finally {
    file.destroy();
  }
};

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

const firstBlock = async (whole: Readable, steps: Awaited<ReturnType<typeof plainTar>>['steps']): Promise<Buffer> => {
  let head: Buffer = Buffer.alloc(0);
  await pipeline(whole, ...steps, async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      head = Buffer.concat([head, piece]).subarray(0, blockBytes);
      if (head.length === blockBytes) return;
    }
  }).catch((error: unknown) => {
    if (head.length < blockBytes) throw error;
  });
  return head;
};
