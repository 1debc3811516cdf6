import { fstatSync, readSync } from 'node:fs';
import { completeLines, decodeEntry, type DecodedEntry } from './log-decode.ts';

const BLOCK_BYTES = 64 * 1024;

/** A place in a series of files. */
export type LogPosition = { file: number; offset: number };

const readBlock = (fd: number, start: number, end: number): Buffer => {
  const block = Buffer.alloc(end - start);
  return block.subarray(0, readSync(fd, block, 0, block.length, start));
};

/** Where the last `count` lines that `wants` likes begin, reading backwards no further than needed. `fds` are oldest first. */
export const tailPosition = (fds: readonly number[], count: number, wants: (entry: DecodedEntry) => boolean): LogPosition => {
  let missing = count;
  for (let file = fds.length - 1; file >= 0; file -= 1) {
    const fd = fds[file];
    if (fd === undefined) continue;
    let end = fstatSync(fd).size;
    let carried = Buffer.alloc(0);
    while (end > 0) {
      const start = Math.max(0, end - BLOCK_BYTES);
      const block = Buffer.concat([readBlock(fd, start, end), carried]);
      // Only a block at the beginning of the file is known to start with a whole line.
      const whole = start === 0 ? 0 : block.indexOf('\n') + 1;
      const { lines } = completeLines(block.subarray(whole));
      let lineEnd = start + whole + lines.reduce((sum, line) => sum + line.length, 0);
      for (const line of [...lines].reverse()) {
        const entry = decodeEntry(line);
        if (entry?.isLineEnd && wants(entry)) {
          if (missing === 0) return { file, offset: lineEnd };
          missing -= 1;
        }
        lineEnd -= line.length;
      }
      carried = block.subarray(0, whole);
      end = start;
    }
  }
  return { file: 0, offset: 0 };
};
