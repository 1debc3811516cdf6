import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { BlobChanges } from './blob-changes.ts';
import type { Blobs } from './blobs.ts';
import { bombGuard, decompressor } from './compression.ts';
import { aside, sync } from './durable.ts';
import type { Garbage } from './garbage.ts';
import { codeOf } from './inside-root.ts';
import type { Layout } from './layout.ts';
import { packedBeside } from './packed-beside.ts';
import type { ContentStore, LayerDescriptor, Lease } from './port.ts';
import { TornBlob } from './quarantine.ts';
import { sideBySide } from './side-by-side.ts';
import { syncFileSystem } from './syscalls.ts';
import { unpackTar } from './unpack-tar.ts';

/** Unpacking is bound by the disk, and two decompressors fill two processors. */
const sideBySideMax = 2;

type Parts = { layout: Layout; blobs: Pick<Blobs, 'openBlob' | 'openUnchecked' | 'refuseTorn'>; changes: BlobChanges; garbage: Pick<Garbage, 'unpackedFrom'> };

/** Unpacks layers, each into a folder of its own: none can reach into another through a link. */
export const layerStore = (parts: Parts): Pick<ContentStore, 'unpack' | 'putLayer'> => {
  const { layout, garbage } = parts;
  const underway = new Map<string, Promise<void>>();
  const inTurn = sideBySide(sideBySideMax);

  const ensure = (layer: LayerDescriptor): Promise<void> => {
    garbage.unpackedFrom(layer);
    if (existsSync(layout.layer(layer.diffId))) return Promise.resolve();
    const now = underway.get(layer.diffId) ?? inTurn(() => unpackLayer(parts, layer)).finally(() => underway.delete(layer.diffId));
    underway.set(layer.diffId, now);
    return now;
  };

  return {
    unpack: async (layers) => {
      // All are waited for, so that none still writes when a caller cleans up.
      const failed = (await Promise.allSettled(layers.map(ensure))).find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
    putLayer: (tar, compression, lease) => inTurn(() => putLayer(parts, tar, compression, lease)),
  };
};

const unpackLayer = ({ layout, blobs }: Parts, layer: LayerDescriptor): Promise<void> =>
  inStaging(layout, async (staging) => {
    // The diff id of a plain tar is its digest: one hash tells both.
    const { stream } = await (layer.compression === 'tar' ? blobs.openUnchecked : blobs.openBlob)(layer.digest);
    const guard = bombGuard();
    const diffId = await unpackTar(staging, stream, [guard.packed, decompressor(layer.compression), guard.unpacked]).catch(async (error: unknown) => {
      // Whatever it looks like: a blob that was altered on the disk is none of the image's fault.
      if (!(error instanceof TornBlob)) await blobs.refuseTorn(layer.digest);
      throw error;
    });
    if (diffId !== layer.diffId) await blobs.refuseTorn(layer.digest);
    if (diffId !== layer.diffId) throw new Error(`layer ${layer.digest} unpacks to ${diffId}, its image says ${layer.diffId}: import or pull the image again`);
    await settleLayer(layout, staging, diffId);
  });

/** Packs and unpacks what comes, in one go. */
const putLayer = ({ layout, changes, garbage }: Parts, tar: Readable, compression: LayerDescriptor['compression'], lease: Lease | undefined): Promise<LayerDescriptor> =>
  inStaging(layout, async (staging) => {
    const packed = packedBeside(layout, compression);
    try {
      const diffId = await unpackTar(staging, tar, [packed.passed]);
      const { digest, sizeBytes } = await packed.whole;
      lease?.keep({ blobs: [digest], layers: [diffId] });
      garbage.unpackedFrom({ digest, diffId });
      await packed.settle();
      changes.stored({ digest, sizeBytes });
      await settleLayer(layout, staging, diffId);
      return { digest, diffId, sizeBytes, compression };
    } finally {
      await packed.close();
    }
  });

const settleLayer = async (layout: Layout, staging: string, diffId: string): Promise<void> => {
  await syncFileSystem(staging);
  try {
    await rename(staging, layout.layer(diffId));
  } catch (error) {
    // The same layer came from elsewhere meanwhile.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
  await sync(layout.layers);
};

const inStaging = async <Result>(layout: Layout, work: (staging: string) => Promise<Result>): Promise<Result> => {
  const staging = aside(layout);
  await mkdir(staging, { mode: 0o755 });
  try {
    return await work(staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
};
