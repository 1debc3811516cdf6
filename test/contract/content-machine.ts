import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { diskContentStore, sweepContent } from '../../services/node-agent/effects/content/disk.ts';
import type { ContentStore, ImportedImage } from '../../services/node-agent/effects/content/port.ts';
import { imageOf, tarOf, type Entry } from './content-archives.ts';

export type ContentMachine = {
  stateDir: string;
  content: ContentStore;
  /** Takes in an image of these layers, lowest first. */
  imported: (...layers: readonly (readonly Entry[])[]) => Promise<ImportedImage>;
  /** Everything the store keeps of images, by folder. */
  kept: () => Record<string, readonly string[]>;
  close: () => void;
};

export const nothing = { 'blobs/sha256': [], 'blobs/partial': [], 'blobs/retired': [], 'blobs/quarantine': [], images: [], layers: [], staging: [] };

export const keptIn = (stateDir: string): Record<string, readonly string[]> => Object.fromEntries(Object.keys(nothing).map((folder) => [folder, readdirSync(join(stateDir, folder))]));

/** A store of its own on a disk: overlayfs takes no upper folder on some memory file systems. */
export const contentMachine = async (log?: { warn: (fields: object, message: string) => void }): Promise<ContentMachine> => {
  const stateDir = mkdtempSync('/var/tmp/lading-content-');
  const content = await diskContentStore({ stateDir, ...(log ? { log } : {}) });
  return {
    stateDir,
    content,
    imported: async (...layers) => content.importArchive(imageOf(await Promise.all(layers.map(tarOf))), { kind: 'auto' }),
    kept: () => keptIn(stateDir),
    close: () => {
      sweepContent({ stateDir });
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};
