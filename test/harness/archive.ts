import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { resolve } from 'node:path';
import { extract, pack } from 'tar-stream';

const busybox = resolve(import.meta.dirname, '../../build/images/busybox-latest.tar');

type Manifest = { Config: string; RepoTags: string[]; Layers: string[] }[];
type Config = { rootfs: { diff_ids: string[] } };

/** Writes an archive of busybox with one more layer of so many bytes that no compression makes smaller; gives the digest of that layer. */
export const writeLargeArchive = async (path: string, reference: string, sizeBytes: number): Promise<string> => {
  const files = await filesOf(readFileSync(busybox));
  const [image] = JSON.parse(files.get('manifest.json')?.toString() ?? '[]') as Manifest;
  if (!image) throw new Error(`${busybox} holds no image`);
  const layer = await tarOf([['large', randomBytes(sizeBytes)]]);
  const digest = createHash('sha256').update(layer).digest('hex');
  const config = JSON.parse(files.get(image.Config)?.toString() ?? '{}') as Config;
  const larger = { ...config, rootfs: { ...config.rootfs, diff_ids: [...config.rootfs.diff_ids, `sha256:${digest}`] }, history: undefined };
  const lower = image.Layers.map((name) => [name, files.get(name) ?? Buffer.alloc(0)] as const);
  writeFileSync(path, await tarOf([['config.json', Buffer.from(JSON.stringify(larger))], ['manifest.json', Buffer.from(JSON.stringify([{ Config: 'config.json', RepoTags: [reference], Layers: [...image.Layers, 'large.tar'] }]))], ...lower, ['large.tar', layer]]));
  return `sha256:${digest}`;
};

const tarOf = (entries: readonly (readonly [name: string, bytes: Buffer])[]): Promise<Buffer> => {
  const archive = pack();
  for (const [name, bytes] of entries) archive.entry({ name }, bytes);
  archive.finalize();
  return buffer(archive as unknown as Readable);
};

const filesOf = async (archive: Buffer): Promise<Map<string, Buffer>> => {
  const files = new Map<string, Buffer>();
  const reading = extract();
  reading.end(archive);
  for await (const entry of reading) files.set(entry.header.name, await buffer(entry as unknown as Readable));
  return files;
};
