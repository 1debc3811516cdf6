import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { diskContentStore, sweepContent } from '../../services/node-agent/effects/content/disk.ts';
import type { ContentStore, ImportedImage } from '../../services/node-agent/effects/content/port.ts';
import { imageOf, tarOf, type Entry } from './content-archives.ts';

export type ContentMachine = {
  stateDir: string;
  content: ContentStore;
  /** Takes in an archive of one image. */
  taken: (archive: Readable, options: { kind: 'auto' | 'rootfs'; reference?: string }) => Promise<ImportedImage>;
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
  const taken: ContentMachine['taken'] = async (archive, options) => {
    const [image, ...others] = await content.importArchive(archive, options);
    if (!image || others.length > 0) throw new Error(`one image was expected, and ${others.length + 1} came`);
    return image;
  };
  return {
    stateDir,
    content,
    taken,
    imported: async (...layers) => taken(imageOf(await Promise.all(layers.map(tarOf))), { kind: 'auto' }),
    kept: () => keptIn(stateDir),
    close: () => {
      sweepContent({ stateDir });
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};
