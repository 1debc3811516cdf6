import type { Duplex } from 'node:stream';

/**
 * Joins this terminal and a container's stream until the container's side ends. With a TTY keys go through untouched;
 * without one the stream is framed (stream number, length, bytes) and split into stdout and stderr here.
 */
export const joinTerminal = (stream: Duplex, { tty, stdin }: { tty: boolean; stdin: boolean }): Promise<void> => {
  if (stdin) {
    if (tty && process.stdin.isTTY) process.stdin.setRawMode(true);
    process.stdin.pipe(stream);
  }
  if (tty) stream.pipe(process.stdout, { end: false });
  else stream.on('data', unframe((number, data) => (number === 2 ? process.stderr : process.stdout).write(data)));
  return new Promise((resolve, reject) => {
    const end = (): void => {
      if (process.stdin.isTTY) process.stdin.setRawMode(false);
      process.stdin.unpipe(stream);
      process.stdin.pause();
      process.stdin.unref?.();
      resolve();
    };
    stream.once('end', end);
    stream.once('close', end);
    stream.once('error', reject);
  });
};

/** Gives the bytes of each frame; frames may arrive in pieces. */
export const unframe = (give: (stream: number, data: Buffer) => void): ((chunk: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= 8) {
      const length = rest.readUInt32BE(4);
      if (rest.length < 8 + length) return;
      give(rest[0] ?? 1, rest.subarray(8, 8 + length));
      rest = rest.subarray(8 + length);
    }
  };
};

/** Tells the window's size, now and after each change, until the function it gives is called. */
export const followSize = (tell: (rows: number, columns: number) => void): (() => void) => {
  if (!process.stdout.isTTY) return () => {};
  const now = (): void => tell(process.stdout.rows, process.stdout.columns);
  process.stdout.on('resize', now);
  now();
  return () => void process.stdout.off('resize', now);
};
