import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { importArchive } from './archive.ts';
import { blobChanges } from './blob-changes.ts';
import { blobStore } from './blobs.ts';
import { tellingDiskFull } from './disk-full.ts';
import { diskUseOf } from './disk-use.ts';
import { garbageOf, layersHere } from './garbage.ts';
import { imageRecords } from './image-records.ts';
import { imageStore } from './images.ts';
import { layerStore } from './layers.ts';
import { layoutOf } from './layout.ts';
import { partialBlobs } from './partial-blobs.ts';
import { readPath, statPath } from './path-read.ts';
import { writePath } from './path-write.ts';
import type { ContentStore } from './port.ts';
import type { Quarantine } from './quarantine.ts';
import { retiredBlobs } from './retired-blobs.ts';
import { rootfsStore } from './rootfs.ts';
import { unmount } from './syscalls.ts';
import { layerTaker } from './taken-layers.ts';
import { unsettledLayers } from './unsettled-layers.ts';
import { volumeStore } from './volumes.ts';

const silent: Quarantine['log'] = { warn: () => {} };

/** Content on this machine's disk, below `stateDir`, which has one owner at a time. What a crash left half done is removed when it opens. */
export const diskContentStore = async ({ stateDir, log = silent }: { stateDir: string; log?: Quarantine['log'] }): Promise<ContentStore> => {
  const layout = layoutOf(stateDir);
  for (const name of readdirSync(layout.staging)) rmSync(join(layout.staging, name), { recursive: true, force: true });
  const records = imageRecords(layout);
  const changes = blobChanges(layout);
  const retired = retiredBlobs(layout, changes);
  // Nobody is left to ask about them: what is not wanted is retired anew.
  retired.restore(retired.list().map(({ digest }) => digest));
  const garbage = garbageOf(layout, { records, changes, retired });
  await garbage.freeLayers(layersHere(layout));
  const { refuseTorn, openUnchecked, ...blobs } = blobStore(layout, changes, log);
  const { forgetOld, completeBlob } = partialBlobs({ layout, changes, retired });
  const layers = layerStore({ layout, changes, garbage, blobs: { openBlob: blobs.openBlob, openUnchecked, refuseTorn } });
  const store = imageStore(layout, records);
  const rootfs = rootfsStore(layout, garbage);
  const volumes = volumeStore(layout);
  const unsettled = await unsettledLayers(layout);
  const { takeLayer } = layerTaker({ layout, changes, garbage, unsettled });
  const roomy = <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) => tellingDiskFull(stateDir, work);

  const takeIn: ContentStore['importArchive'] = (stream, options) =>
    garbage.whileArriving(async (lease) => {
      const images = await importArchive(layout, { ...blobs, putBlob: (piece, digest) => blobs.putBlob(piece, digest, lease) }, stream, options);
      lease.keep({ layers: images.flatMap((image) => image.layers.map(({ diffId }) => diffId)) });
      await layers.unpack(images.flatMap((image) => image.layers));
      for (const image of images) await store.recordImage(image);
      return images;
    });

  return {
    ...blobs,
    ...store,
    ...rootfs,
    ...volumes,
    ...diskUseOf(layout),
    putBlob: roomy(blobs.putBlob),
    adoptBlob: roomy(blobs.adoptBlob),
    completeBlob: roomy(completeBlob),
    unpack: roomy(layers.unpack),
    putLayer: roomy(layers.putLayer),
    takeLayer: roomy(takeLayer),
    recordImage: roomy(store.recordImage),
    mountRootfs: roomy(rootfs.mountRootfs),
    prepareVolume: roomy(volumes.prepareVolume),
    importArchive: roomy(takeIn),
    listBlobs: changes.here,
    watchBlobs: changes.watch,
    forgetPartial: forgetOld,
    retireBlobs: garbage.retireBlobs,
    listRetired: retired.list,
    restoreBlobs: retired.restore,
    freeRetired: retired.free,
    lease: garbage.lease,
    statPath,
    readPath,
    writePath,
    close: async () => unsettled.close(),
  };
};

/** Unmounts every root filesystem below the state folder. For a clean goodbye to the machine; data stays. */
export const sweepContent = ({ stateDir }: { stateDir: string }): void => {
  const below = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').map((line) => line.split(' ')[4] ?? '').filter((path) => path.startsWith(`${stateDir}/rootfs/`));
  below.toReversed().forEach(unmount);
};
