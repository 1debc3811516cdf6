import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './inside-root.ts';
import type { Layout } from './layout.ts';

/** A place for something that is being made. */
export const aside = (layout: Layout): string => join(layout.staging, randomUUID());

/** Brings a file, or the names in a folder, to the disk. */
export const sync = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Gives a made file its name. After a power cut it is there whole or not at all. */
export const settle = async (from: string, to: string): Promise<void> => {
  await sync(from);
  await rename(from, to);
  await sync(dirname(to));
};

export const writeDurably = async (layout: Layout, path: string, text: string): Promise<void> => {
  const made = aside(layout);
  await writeFile(made, text, { mode: 0o600 });
  await settle(made, path);
};

/** Takes a tree away: out of sight at once, off the disk after. What a crash leaves of it goes when the store is opened. */
export const discard = async (layout: Layout, path: string): Promise<void> => {
  const doomed = aside(layout);
  try {
    // At once: between a decision to free something and this nobody may come to use it.
    renameSync(path, doomed);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  await rm(doomed, { recursive: true, force: true });
};
