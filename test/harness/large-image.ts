import { randomFillSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { registryClient } from '../../services/node-agent/effects/registry/client.ts';
import { anonymous } from '../../services/node-agent/effects/registry/credentials.ts';
import { machineClock } from '../../services/node-agent/effects/registry/retry.ts';
import { digestOf } from '../../services/node-agent/effects/registry/source.ts';
import { parseTarget } from '../../services/node-agent/effects/registry/target.ts';
import { bodyOf, openTransport } from '../../services/node-agent/effects/registry/transport.ts';

/** Puts an image there with busybox as its shell, and in each layer as many bytes beside it that no compression makes smaller. */
export const pushLarge = (reference: string, layers: number, layerBytes: number): Promise<void> =>
  pushLayers(reference, Array.from({ length: layers }, (_, place) => () => tarOf([{ name: `large-${place}`, content: randomFillSync(Buffer.allocUnsafe(layerBytes)) }])));

/** Puts an image of these layers there; each is made when it is its turn. */
export const pushLayers = async (reference: string, layers: readonly (() => Promise<Buffer>)[]): Promise<void> => {
  const transport = openTransport({ certificates: '/nowhere', environment: {} });
  const target = parseTarget(reference);
  const to = registryClient({ transport, clock: machineClock, hosts: { mirrors: {}, insecure: [] } }).destination(target, { credentialsFor: anonymous });
  const send = async (bytes: Buffer) => {
    await to.blob({ digest: digestOf(bytes), ...bodyOf(bytes) }, []);
    return { digest: digestOf(bytes), size: bytes.length };
  };
  const diffIds: string[] = [];
  const described = [];
  for (const make of layers) {
    const tar = await make();
    diffIds.push(digestOf(tar));
    described.push({ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', ...(await send(gzipSync(tar, { level: 1 }))) });
  }
  const config = await send(Buffer.from(JSON.stringify({ os: 'linux', architecture: process.arch === 'x64' ? 'amd64' : process.arch, config: {}, rootfs: { type: 'layers', diff_ids: diffIds } })));
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  await to.manifest(target.tag, mediaType, Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...config }, layers: described })));
  transport.close();
};

/** A layer with busybox and these files. */
export const tarOf = async (files: readonly { name: string; content: Buffer }[]): Promise<Buffer> => {
  const archive = pack();
  archive.entry({ name: 'bin/busybox', mode: 0o755 }, readFileSync('/bin/busybox'));
  archive.entry({ name: 'bin/sh', type: 'symlink', linkname: 'busybox' });
  for (const { name, content } of files) archive.entry({ name }, content);
  archive.finalize();
  return buffer(archive as unknown as Readable);
};
