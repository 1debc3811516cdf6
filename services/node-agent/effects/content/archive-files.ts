import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import { compressionIn } from './compression.ts';
import type { Layout } from './layout.ts';
import type { ContentStore, LayerDescriptor } from './port.ts';

export type Kept = { digest: string; sizeBytes: number };
export type KeptFiles = { files: Map<string, Kept>; links: Map<string, string> };

/** The files of an image archive, which are blobs by now. */
export type ArchiveFiles = {
  has: (name: string) => boolean;
  at: (name: string) => Kept;
  read: (name: string) => Promise<unknown>;
  text: (name: string) => Promise<string>;
  /** Layers that lie at these names, and are these when they are unpacked. */
  layers: (names: readonly string[], diffIds: readonly string[]) => Promise<LayerDescriptor[]>;
};

/** An image has some hundred files at most; each one kept costs memory and a place on the disk. */
const filesMax = 20_000;
/** Of a file that is read into memory. Docker takes configurations up to 8 MB. */
const jsonMaxBytes = 8 * 2 ** 20;

/** What an image is made of, where its file is named by its digest: what `docker save` and the OCI layout write. */
const namedByDigest = /^(?:blobs\/sha256\/([0-9a-f]{64})|([0-9a-f]{64})\.json)$/;

/** Makes a blob of every file of an archive, by name, and notes which names are links to others. */
export const keepFiles = async (blobs: Pick<ContentStore, 'putBlob'>, stream: Readable): Promise<KeptFiles> => {
  const files = new Map<string, Kept>();
  const links = new Map<string, string>();
  const archive = extract();
  let underway: Promise<void> = Promise.resolve();
  const keep = async (name: string, { type, linkname }: Header, entry: AsyncIterable<unknown> & { resume: () => unknown }): Promise<void> => {
    if (files.size >= filesMax) throw new Error(`the archive has more than ${filesMax} files: is it an image? A root filesystem is taken with --rootfs`);
    if (type === 'file') files.set(name, await blobs.putBlob(Readable.from(entry), digestIn(name)));
    // Old archives of docker save repeat a layer as a link to the first one.
    else if (type === 'symlink' || type === 'link') links.set(name, linkTarget(name, linkname ?? ''));
    entry.resume();
  };
  archive.on('entry', (header, entry, next) => {
    underway = keep(header.name.replace(/^(\.\/)+/, ''), header, entry).then(
      () => next(),
      (error: unknown) => archive.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  const finished = once(archive, 'finish');
  stream.on('error', (error) => archive.destroy(error));
  stream.pipe(archive);
  try {
    await finished;
  } finally {
    // A file that was cut is still being taken away.
    await underway;
  }
  return { files, links };
};

export const archiveFiles = (layout: Layout, { files, links }: KeptFiles): ArchiveFiles => {
  const at = (name: string): Kept => {
    const found = files.get(name) ?? files.get(links.get(name) ?? '');
    if (!found) throw new Error(`the archive has no ${name}: is it an image? A root filesystem is taken with --rootfs`);
    return found;
  };
  const text: ArchiveFiles['text'] = async (name) => {
    const { digest, sizeBytes } = at(name);
    if (sizeBytes > jsonMaxBytes) throw new Error(`${name} in the archive has ${sizeBytes} bytes: at most ${jsonMaxBytes} are taken`);
    return readFile(layout.blob(digest), 'utf8');
  };
  return {
    has: (name) => files.has(name),
    at,
    text,
    read: async (name) => {
      const said = await text(name);
      try {
        return JSON.parse(said);
      } catch {
        throw new Error(`${name} in the archive is damaged: it is no JSON; save the image again`);
      }
    },
    layers: async (names, diffIds) => {
      if (names.length !== diffIds.length) throw new Error(`the image has ${names.length} layers and its configuration speaks of ${diffIds.length}: save it again`);
      return Promise.all(names.map(at).map(async (kept, place) => ({ ...kept, diffId: diffIds[place] ?? '', compression: await compressionIn(layout.blob(kept.digest)) })));
    },
  };
};

const digestIn = (name: string): string | undefined => {
  const [, blob, json] = namedByDigest.exec(name) ?? [];
  const hex = blob ?? json;
  return hex === undefined ? undefined : `sha256:${hex}`;
};

const linkTarget = (name: string, target: string): string => new URL(target, `file:///${name}`).pathname.slice(1);
