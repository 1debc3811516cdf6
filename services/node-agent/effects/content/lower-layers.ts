import { lstatSync, type Stats } from 'node:fs';
import { attributeOf } from './attributes.ts';

const slashByte = 0x2f;

/** What lies at a path in unpacked layers, top first, as overlayfs would show it without an upper folder; undefined where it shows nothing. */
export const statBelow = (lowers: readonly string[], path: Buffer): Stats | undefined => {
  for (const lower of lowers) {
    const found = statIn(lower, path);
    if (found === 'hidden') return undefined;
    if (found !== 'absent') return found;
  }
  return undefined;
};

// A layer that deletes a part of the path, has no folder there or an opaque one, hides the layers below it.
const statIn = (lower: string, path: Buffer): Stats | 'hidden' | 'absent' => {
  let isOpaque = false;
  for (let end = nextPart(path, 0); ; end = nextPart(path, end + 1)) {
    const at = Buffer.concat([Buffer.from(`${lower}/`), path.subarray(0, end)]);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (!stats) return isOpaque ? 'hidden' : 'absent';
    if (stats.isCharacterDevice() && stats.rdev === 0) return 'hidden';
    if (end === path.length) return stats;
    if (!stats.isDirectory()) return 'hidden';
    isOpaque ||= attributeOf(at, 'trusted.overlay.opaque')?.toString() === 'y';
  }
};

const nextPart = (path: Buffer, from: number): number => {
  const slash = path.indexOf(slashByte, from);
  return slash < 0 ? path.length : slash;
};
