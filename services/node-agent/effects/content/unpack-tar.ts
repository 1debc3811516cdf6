import { createHash } from 'node:crypto';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { passing } from './compression.ts';
import { layerRules } from './layer-rules.ts';
import { systemTar } from './system-tar.ts';
import { tarScan } from './tar-scan.ts';
import { whiteoutOf, writeWhiteouts, type Whiteout } from './whiteout.ts';

/**
 * Unpacks the tar of a layer into an empty folder, as overlayfs reads it, and gives its diff id. `before` makes a plain tar of the stream.
 * Throws HostileArchive for what must not be unpacked; then the folder holds a part of it.
 */
export const unpackTar = async (directory: string, stream: Readable, before: readonly (Transform | NodeJS.ReadWriteStream)[]): Promise<string> => {
  const whiteouts: Whiteout[] = [];
  const judge = layerRules();
  const scan = tarScan((entry) => {
    judge(entry);
    const whiteout = whiteoutOf(entry);
    if (whiteout) whiteouts.push(whiteout);
  });
  const hash = createHash('sha256');
  // Judged before tar gets the same bytes.
  const look = passing((piece) => {
    hash.update(piece);
    scan(piece);
  });
  await systemTar(directory, (tar) => pipeline([stream, ...before, look, tar]));
  writeWhiteouts(directory, whiteouts);
  return `sha256:${hash.digest('hex')}`;
};
