import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { timed } from './containers.ts';
import type { Engine } from './engine.ts';

/** Twelve steps as real ones are: files that change rarely and often, commands, settings. */
const dockerfile = [
  'FROM busybox', 'ENV A=1 B=2', 'WORKDIR /app', 'COPY first /app/', 'RUN mkdir /made && echo a > /made/a', 'COPY second /app/', 'RUN cp -r /app /copy', 'RUN rm -rf /copy/second', 'COPY third /app/third',
  'RUN find /app > /list', 'LABEL a=b', 'CMD ["cat", "/list"]', '',
].join('\n');

const tarOf = (files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name, mtime: new Date(0) }, content);
  archive.finalize();
  return buffer(archive as unknown as Readable);
};

const twelveFiles = (): Record<string, string | Buffer> => ({ Dockerfile: dockerfile, first: 'first', second: 'second', third: randomBytes(100_000) });

export const twelveSteps = (): Promise<Buffer> => tarOf(twelveFiles());

export const twelveStepsIn = (folder: string): void => {
  for (const [name, content] of Object.entries(twelveFiles())) writeFileSync(join(folder, name), content);
};

const filesInAll = 1_000;
const fileBytes = 4_096;

/** A thousand files, one of which nobody has seen before. */
export const thousandFiles = (): Promise<Buffer> => {
  const files = Object.fromEntries(Array.from({ length: filesInAll }, (_, number) => [`src/${number % 20}/file-${number}`, Buffer.alloc(fileBytes, `${number} `)]));
  return tarOf({ Dockerfile: 'FROM busybox\nCOPY . /app\n', ...files, new: randomBytes(16) });
};

/** Milliseconds from the request to the end of the answer. */
export const buildMs = (engine: Engine, context: Buffer, { noCache }: { noCache: boolean }): Promise<number> => timed(() => engine.build(context, `nocache=${noCache ? 1 : 0}`));
