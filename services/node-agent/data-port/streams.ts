import type { Duplex, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream';
import { frame } from './frames.ts';

export type Ends = { stdin: Writable; stdout: Readable; stderr: Readable };

/** Joins a process and a connection: stdin from it, output to it; raw with a TTY, framed without. Ends when the output has, and what is to be over by then. */
export const join = (socket: Duplex, early: Buffer, { stdin, stdout, stderr }: Ends, options: { tty: boolean; stdin: boolean; stdout: boolean; stderr: boolean; over?: Promise<unknown> }): Promise<void> => {
  if (options.stdin) {
    if (early.length > 0) stdin.write(early);
    stdin.on('error', () => {});
    socket.pipe(stdin);
  } else socket.resume();

  const give = (source: Readable, stream: 'stdout' | 'stderr', wanted: boolean): Promise<void> =>
    new Promise((resolve) => {
      source.once('end', resolve);
      source.once('close', resolve);
      source.on('error', () => resolve());
      if (!wanted) return void source.resume();
      source.on('data', (data: Buffer) => {
        if (socket.writable && !socket.write(options.tty ? data : frame(stream, data))) {
          // The client is slow: stop reading until it has taken what was sent.
          source.pause();
          socket.once('drain', () => source.resume());
        }
      });
    });
  const ended = Promise.all([give(stdout, 'stdout', options.stdout), options.tty ? Promise.resolve() : give(stderr, 'stderr', options.stderr), options.over]);
  return Promise.race([ended, new Promise((resolve) => socket.once('close', resolve))]).then(() => {
    socket.end();
  });
};

/** Copies a whole body; errors end both sides. */
export const copy = (from: Readable, to: Writable): Promise<void> => new Promise((resolve, reject) => pipeline(from, to, (error) => (error ? reject(error) : resolve())));
