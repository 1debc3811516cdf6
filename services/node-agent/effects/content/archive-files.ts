import { once } from 'node:events';
import { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import type { ContentStore } from './port.ts';

export type Kept = { digest: string; sizeBytes: number };

/** An image has some hundred files at most; each one kept costs memory and a place on the disk. */
const filesMax = 20_000;

/** Makes a blob of every file of an archive, by name, and notes which names are links to others. */
export const keepFiles = async (blobs: Pick<ContentStore, 'putBlob'>, stream: Readable): Promise<{ files: Map<string, Kept>; links: Map<string, string> }> => {
  const files = new Map<string, Kept>();
  const links = new Map<string, string>();
  const archive = extract();
  const keep = async (name: string, { type, linkname }: Header, entry: AsyncIterable<unknown> & { resume: () => unknown }): Promise<void> => {
    if (files.size >= filesMax) throw new Error(`the archive has more than ${filesMax} files: is it an image? A root filesystem is taken with --rootfs`);
    if (type === 'file') files.set(name, await blobs.putBlob(Readable.from(entry)));
    // Old archives of docker save repeat a layer as a link to the first one.
    else if (type === 'symlink' || type === 'link') links.set(name, linkTarget(name, linkname ?? ''));
    entry.resume();
  };
  archive.on('entry', (header, entry, next) => {
    keep(header.name.replace(/^(\.\/)+/, ''), header, entry).then(
      () => next(),
      (error: unknown) => archive.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  const finished = once(archive, 'finish');
  stream.on('error', (error) => archive.destroy(error));
  stream.pipe(archive);
  await finished;
  return { files, links };
};

const linkTarget = (name: string, target: string): string => new URL(target, `file:///${name}`).pathname.slice(1);
