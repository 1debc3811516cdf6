import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { pack, type Header } from 'tar-stream';

export type Entry = Partial<Header> & { name: string; text?: string | Buffer };

export const wholeOf = (stream: Readable): Promise<Buffer> => buffer(stream);

/** A tar of these entries, files unless they say otherwise. */
export const tarOf = async (entries: readonly Entry[]): Promise<Buffer> => {
  const archive = pack();
  for (const { text = '', ...header } of entries) archive.entry({ mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), ...header } as Header, text);
  archive.finalize();
  return wholeOf(archive as unknown as Readable);
};

export const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export type Packing = 'tar' | 'gzip' | 'zstd';
export const packed = (bytes: Buffer, packing: Packing): Buffer => (packing === 'gzip' ? gzipSync(bytes) : packing === 'zstd' ? zstdCompressSync(bytes) : bytes);

type Image = { reference?: string; diffIds?: readonly string[]; packing?: Packing; seed?: string };

const configOf = (layers: readonly Buffer[], { diffIds = layers.map(digestOf), seed = '' }: Image): Buffer =>
  Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', author: seed, config: { Cmd: ['sh'] }, rootfs: { type: 'layers', diff_ids: diffIds } }));

const archiveOf = (files: readonly (readonly [name: string, bytes: Buffer])[]): Readable => {
  const archive = pack();
  for (const [name, bytes] of files) archive.entry({ name }, bytes);
  archive.finalize();
  return archive as unknown as Readable;
};

/** What `docker save` would write of an image with these layers, lowest first. */
export const imageOf = (layers: readonly Buffer[], image: Image = {}): Readable => {
  const { reference = 'test:1', packing = 'tar' } = image;
  const names = layers.map((_, place) => `layer-${place}.tar`);
  return archiveOf([
    ['config.json', configOf(layers, image)],
    ['manifest.json', Buffer.from(JSON.stringify([{ Config: 'config.json', RepoTags: [reference], Layers: names }]))],
    ...layers.map((layer, place) => [names[place] ?? '', packed(layer, packing)] as const),
  ]);
};

type Alter = (name: string, bytes: Buffer) => Buffer;

/** An OCI layout as buildx writes it, its layers of `layers` for this platform only; `alter` may change what lies in a file. */
export const layoutOf = (layers: readonly Buffer[], image: Image = {}, alter: Alter = (_, bytes) => bytes): Readable => {
  const { reference = 'test:1', packing = 'gzip' } = image;
  const files: [string, Buffer][] = [];
  const add = (bytes: Buffer): { digest: string; size: number } => {
    const name = `blobs/sha256/${digestOf(bytes).slice('sha256:'.length)}`;
    files.push([name, alter(name, bytes)]);
    return { digest: digestOf(bytes), size: bytes.length };
  };
  const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
  const manifest = add(json({ schemaVersion: 2, config: add(configOf(layers, image)), layers: layers.map((layer) => add(packed(layer, packing))) }));
  const other = { digest: `sha256:${'1'.repeat(64)}`, size: 1 };
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const platforms = add(json({ schemaVersion: 2, manifests: [{ ...other, platform: { os: 'linux', architecture: 's390x' } }, { ...manifest, platform: { os: 'linux', architecture } }, { ...other, platform: { os: 'unknown', architecture: 'unknown' } }] }));
  files.push(['index.json', json({ schemaVersion: 2, manifests: [{ ...platforms, annotations: { 'io.containerd.image.name': reference } }] })]);
  return archiveOf(files);
};
