import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { importArchive } from './archive.ts';
import { blobStore } from './blobs.ts';
import { everything, garbageOf } from './garbage.ts';
import { imageRecords } from './image-records.ts';
import { imageStore } from './images.ts';
import { layerStore } from './layers.ts';
import { layoutOf } from './layout.ts';
import { readPath, statPath } from './path-read.ts';
import { writePath } from './path-write.ts';
import type { ContentStore } from './port.ts';
import { rootfsStore } from './rootfs.ts';
import { unmount } from './syscalls.ts';
import { volumeStore } from './volumes.ts';

/** Content on this machine's disk, below `stateDir`, which has one owner at a time. What a crash left half done is removed when it opens. */
export const diskContentStore = async ({ stateDir }: { stateDir: string }): Promise<ContentStore> => {
  const layout = layoutOf(stateDir);
  for (const name of readdirSync(layout.staging)) rmSync(join(layout.staging, name), { recursive: true, force: true });
  const records = imageRecords(layout);
  const garbage = garbageOf(layout, records);
  await garbage.free(everything(layout));
  const blobs = blobStore(layout);
  const layers = layerStore(layout, blobs.openBlob);
  const images = imageStore(layout, records, garbage);
  return {
    ...blobs,
    ...layers,
    ...images,
    ...rootfsStore(layout, garbage),
    ...volumeStore(layout),
    importArchive: (stream, options) =>
      garbage.whileArriving(async (loose) => {
        const putBlob: ContentStore['putBlob'] = async (...given) => {
          const kept = await blobs.putBlob(...given);
          loose.blobs.add(kept.digest);
          return kept;
        };
        const image = await importArchive(layout, { ...blobs, putBlob }, stream, options);
        for (const { diffId } of image.layers) loose.layers.add(diffId);
        await layers.unpack(image.layers);
        await images.recordImage(image);
        return image;
      }),
    statPath,
    readPath,
    writePath,
    close: async () => {},
  };
};

/** Unmounts every root filesystem below the state folder. For a clean goodbye to the machine; data stays. */
export const sweepContent = ({ stateDir }: { stateDir: string }): void => {
  const below = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').map((line) => line.split(' ')[4] ?? '').filter((path) => path.startsWith(`${stateDir}/rootfs/`));
  below.toReversed().forEach(unmount);
};
