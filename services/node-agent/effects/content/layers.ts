import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { bombGuard, decompressor, passing } from './compression.ts';
import { aside, sync } from './durable.ts';
import { layerRules } from './layer-rules.ts';
import type { Layout } from './layout.ts';
import type { ContentStore, LayerDescriptor } from './port.ts';
import { sideBySide } from './side-by-side.ts';
import { syncFileSystem } from './syscalls.ts';
import { systemTar } from './system-tar.ts';
import { tarScan } from './tar-scan.ts';
import { whiteoutOf, writeWhiteouts, type Whiteout } from './whiteout.ts';

/** Unpacking is bound by the disk, and two decompressors fill two processors. */
const sideBySideMax = 2;

/** Unpacks layers, each into a folder of its own: none can reach into another through a link. */
export const layerStore = (layout: Layout, openBlob: ContentStore['openBlob']): Pick<ContentStore, 'unpack'> => {
  const underway = new Map<string, Promise<void>>();
  const inTurn = sideBySide(sideBySideMax);

  const ensure = (layer: LayerDescriptor): Promise<void> => {
    if (existsSync(layout.layer(layer.diffId))) return Promise.resolve();
    const now = underway.get(layer.diffId) ?? inTurn(() => unpackLayer(layout, layer, openBlob)).finally(() => underway.delete(layer.diffId));
    underway.set(layer.diffId, now);
    return now;
  };

  return {
    unpack: async (layers) => {
      // All are waited for, so that none still writes when a caller cleans up.
      const failed = (await Promise.allSettled(layers.map(ensure))).find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
};

const unpackLayer = async (layout: Layout, layer: LayerDescriptor, openBlob: ContentStore['openBlob']): Promise<void> => {
  const staging = aside(layout);
  await mkdir(staging, { mode: 0o755 });
  try {
    const { diffId, whiteouts } = await unpackInto(staging, layer, openBlob);
    if (diffId !== layer.diffId) throw new Error(`layer ${layer.digest} unpacks to ${diffId}, its image says ${layer.diffId}: import or pull the image again`);
    writeWhiteouts(staging, whiteouts);
    await syncFileSystem(staging);
    await rename(staging, layout.layer(layer.diffId));
    await sync(layout.layers);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
};

const unpackInto = async (directory: string, layer: LayerDescriptor, openBlob: ContentStore['openBlob']): Promise<{ diffId: string; whiteouts: readonly Whiteout[] }> => {
  const { stream } = await openBlob(layer.digest);
  const whiteouts: Whiteout[] = [];
  const judge = layerRules();
  const scan = tarScan((entry) => {
    judge(entry);
    const whiteout = whiteoutOf(entry);
    if (whiteout) whiteouts.push(whiteout);
  });
  const hash = createHash('sha256');
  const guard = bombGuard();
  // Judged before tar gets the same bytes.
  const look = passing((piece) => {
    hash.update(piece);
    scan(piece);
  });
  await systemTar(directory, (tar) => pipeline(stream, guard.packed, decompressor(layer.compression), guard.unpacked, look, tar));
  return { diffId: `sha256:${hash.digest('hex')}`, whiteouts };
};
