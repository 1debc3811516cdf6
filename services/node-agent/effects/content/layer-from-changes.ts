import { Readable } from 'node:stream';
import { changedEntries } from './changed-entries.ts';
import { withoutMountPoints } from './mount-points.ts';
import { tarEnd, tarHeader, type WrittenHeader } from './tar-write.ts';
import { opaqueName, whiteoutPrefix } from './whiteout.ts';
import { pieceBytes, writtenEntry } from './written-entry.ts';

export type LayerOptions = {
  /** Seconds since 1970: nothing in the layer is younger. https://reproducible-builds.org/specs/source-date-epoch/ */
  sourceDateEpoch?: number;
  /**
   * Absolute paths where the runtime mounted something. What it made to mount on, an empty file or folder, is no change of the container,
   * nor is a folder that only holds such.
   */
  mountPoints?: readonly string[];
  /** Unpacked layers below the upper folder, top first: what is there already is told from what is new. */
  lowers?: readonly string[];
};

/**
 * The changes in an upper folder of overlayfs as the tar of a layer: deletions as whiteouts, in an order and with headers that follow from
 * the content alone. A whiteout has no time. Sockets are left out, as by Docker. A file that is written meanwhile has the length it had
 * when it was looked at. https://github.com/opencontainers/image-spec/blob/main/layer.md
 */
export const layerFromChanges = (upper: string, options: LayerOptions = {}): Readable => streamOf(layerEntries(upper, options));

/** Everything below a folder as a tar, in the same order and with the same headers; names that would mean deletions in a layer are names here. */
export const tarOfTree = (root: string): Readable => streamOf(treeEntries(root));

const streamOf = (pieces: AsyncIterable<Buffer>): Readable => Readable.from(gathered(pieces), { objectMode: false, highWaterMark: 1 });

const layerEntries = async function* (upper: string, { sourceDateEpoch = Infinity, mountPoints = [], lowers = [] }: LayerOptions): AsyncGenerator<Buffer> {
  const firstNames = new Map<string, Buffer>();
  for (const entry of withoutMountPoints(changedEntries(upper), mountPoints, lowers)) {
    refuseReserved(entry.path);
    if (entry.kind === 'gone') yield tarHeader(whiteout(besideOf(entry.path, whiteoutPrefix)));
    else yield* writtenEntry(entry, firstNames, sourceDateEpoch);
    if (entry.kind === 'opaque') yield tarHeader(whiteout(Buffer.concat([entry.path, Buffer.from(`/${opaqueName}`)])));
  }
  yield tarEnd;
};

const treeEntries = async function* (root: string): AsyncGenerator<Buffer> {
  const firstNames = new Map<string, Buffer>();
  for (const entry of changedEntries(root)) yield* writtenEntry(entry, firstNames, Infinity);
  yield tarEnd;
};

const whiteout = (path: Buffer): WrittenHeader => ({ typeflag: '0', path, mode: 0o600, uid: 0, gid: 0, modifiedAtSeconds: 0, sizeBytes: 0 });

const besideOf = (path: Buffer, prefix: string): Buffer => {
  const base = path.lastIndexOf('/') + 1;
  return Buffer.concat([path.subarray(0, base), Buffer.from(prefix), path.subarray(base)]);
};

const refuseReserved = (path: Buffer): void => {
  const base = path.toString('utf8', path.lastIndexOf('/') + 1);
  if (base.startsWith(whiteoutPrefix)) throw new Error(`/${path.toString('utf8')} can't be in a layer, where names that begin with ${whiteoutPrefix} mean deletions: rename or remove it`);
};

const gathered = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const piece of pieces) {
    held.push(piece);
    heldBytes += piece.length;
    if (heldBytes < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    heldBytes = 0;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
};
