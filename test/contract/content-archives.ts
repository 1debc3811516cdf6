import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack, type Header } from 'tar-stream';

export type Entry = Partial<Header> & { name: string; text?: string };

/** A tar of these entries, files unless they say otherwise. */
export const tarOf = async (entries: readonly Entry[]): Promise<Buffer> => {
  const archive = pack();
  for (const { text = '', ...header } of entries) archive.entry({ mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), ...header } as Header, text);
  archive.finalize();
  return buffer(archive as unknown as Readable);
};

export const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** What `docker save` would write of an image with these layers, lowest first. */
export const imageOf = async (layers: readonly Buffer[], { reference = 'test:1', diffIds = layers.map(digestOf), gzip = false } = {}): Promise<Readable> => {
  const config = JSON.stringify({ architecture: 'amd64', os: 'linux', config: { Cmd: ['sh'] }, rootfs: { type: 'layers', diff_ids: diffIds } });
  const names = layers.map((_, place) => `layer-${place}.tar`);
  const manifest = JSON.stringify([{ Config: 'config.json', RepoTags: [reference], Layers: names }]);
  const files: Entry[] = [{ name: 'config.json', text: config }, { name: 'manifest.json', text: manifest }];
  const archive = pack();
  for (const { name, text } of files) archive.entry({ name }, text ?? '');
  for (const [place, layer] of layers.entries()) archive.entry({ name: names[place] ?? '' }, gzip ? gzipSync(layer) : layer);
  archive.finalize();
  return archive as unknown as Readable;
};
