import { mkdirSync, readFileSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { discard } from './durable.ts';
import { hexOf, type Layout } from './layout.ts';
import { syncFileSystem } from './syscalls.ts';

/** Layers that were there before their files are known to be on the disk. After a power cut they are made again from their blobs. */
export type UnsettledLayers = {
  /** To be called before the layer gets its name. */
  note: (diffId: string) => void;
  close: () => void;
};

/** What is written until then reaches the disk in one go. */
const settleAfterMs = 10_000;

/** `bootId` tells whether the machine was on all the time: what one killed process leaves unwritten the kernel still writes. */
export const unsettledLayers = async (layout: Layout, bootId = bootIdOfMachine()): Promise<UnsettledLayers> => {
  let timer: NodeJS.Timeout | undefined;

  const settle = async (): Promise<void> => {
    timer = undefined;
    const noted = readdirSync(layout.unsettled);
    await syncFileSystem(layout.layers);
    for (const name of noted) rmdirSync(join(layout.unsettled, name));
  };
  // A disk that fails shows itself elsewhere; until then the notes stay.
  const schedule = (): void => void (timer ??= setTimeout(() => void settle().catch(() => {}), settleAfterMs).unref());

  for (const name of readdirSync(layout.unsettled)) {
    const [hex = '', boot = ''] = name.split('.');
    if (boot === bootId) continue;
    await discard(layout, layout.layer(`sha256:${hex}`));
    rmdirSync(join(layout.unsettled, name));
  }
  if (readdirSync(layout.unsettled).length > 0) schedule();

  return {
    // A folder: what is in a file may come to the disk after the file, and a name comes not after what was named later.
    note: (diffId) => {
      mkdirSync(join(layout.unsettled, `${hexOf(diffId)}.${bootId}`), { recursive: true });
      schedule();
    },
    close: () => clearTimeout(timer),
  };
};

const bootIdOfMachine = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
