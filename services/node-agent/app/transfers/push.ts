import { addAbortSignal, pipeline, Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import type { LayerState, TransferLine } from '#endpoints/transfer-lines.ts';
import type { Image, StoredImage } from '#proto/image.ts';
import type { ContentStore, LayerDescriptor, Lease } from '../../effects/content/port.ts';
import type { Destination, Outgoing } from '../../effects/registry/destination.ts';
import { manifestMaxBytes, parseManifest } from '../../effects/registry/manifest.ts';
import { digestOf } from '../../effects/registry/source.ts';
import { allOrNone } from './all-or-none.ts';

export type Pushing = {
  content: ContentStore;
  destination: Destination;
  image: Image;
  /** What the name pointed at: the manifest of an earlier push, perhaps. */
  manifestDigest: string;
  tag: string;
  mountFrom: readonly string[];
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  tell: (line: TransferLine) => void;
  onResolved: (manifestDigest: string, blobs: readonly { digest: string; sizeBytes: number }[]) => Promise<void>;
  signal: AbortSignal;
  /** Aborts the signal. */
  abandon: () => void;
};

type Layer = LayerDescriptor & { mediaType: string };
type Outbound = { layers: readonly Layer[]; mediaType: string; body: Buffer };

const types = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  tar: 'application/vnd.oci.image.layer.v1.tar',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
} as const;

/** Sends an image from this node's store: what the registry has is not sent, and layers that are kept uncompressed go compressed, under a manifest that says so. */
export const push = async (on: Pushing): Promise<{ image: StoredImage; movedBytes: number; manifestBytes: number }> => {
  const { content, destination, image, tag } = on;
  const lease = content.lease();
  try {
    lease.keep({ blobs: [image.imageId, on.manifestDigest, ...image.layers.map(({ digest }) => digest)].filter((digest) => digest !== '') });
    const config = Buffer.from(image.configJson);
    if (!(await content.hasBlob(image.imageId))) await content.putBlob(Readable.from([config]), image.imageId, lease);
    for (const { diffId } of image.layers) on.tell({ event: 'layer', id: diffId, state: 'preparing' });
    const { layers, mediaType, body } = await outboundOf(on, config.length, lease);
    const manifest = { digest: digestOf(body), mediaType, body };
    on.tell({ event: 'resolved', manifestDigest: manifest.digest, layers: layers.map(({ diffId, sizeBytes }) => ({ id: diffId, sizeBytes })) });
    await on.onResolved(manifest.digest, [{ digest: manifest.digest, sizeBytes: body.length }, { digest: image.imageId, sizeBytes: config.length }, ...layers.map(({ digest, sizeBytes }) => ({ digest, sizeBytes }))]);
    const sent = [...(await allOrNone(layers.map((layer) => on.inTurn(() => sendLayer(on, layer))), on.abandon)), await sendConfig(on, config)];
    await destination.manifest(tag, mediaType, body);
    if (!(await content.hasBlob(manifest.digest))) await content.putBlob(Readable.from([body]), manifest.digest, lease);
    const kept = layers.map(({ digest, diffId, sizeBytes, compression }) => ({ digest, diffId, sizeBytes, compression }));
    return { image: { imageId: image.imageId, configJson: image.configJson, layers: kept, manifests: [manifest] }, movedBytes: sent.reduce((sum, bytes) => sum + bytes, 0), manifestBytes: body.length };
  } finally {
    lease.end();
  }
};

// What it came by, or was pushed as before, keeps its digest.
const outboundOf = async (on: Pushing, configBytes: number, lease: Lease): Promise<Outbound> => {
  for (const body of [await keptManifest(on.content, on.manifestDigest), Buffer.from(on.image.manifestJson)]) {
    const asItIs = body && (await readyIn(on, body));
    if (asItIs) return asItIs;
  }
  const layers: Layer[] = [];
  for (const layer of on.image.layers) layers.push(await compressed(on.content, layerOf(layer), lease, on.signal));
  const body = Buffer.from(JSON.stringify({
    schemaVersion: 2,
    mediaType: types.manifest,
    config: { mediaType: types.config, digest: on.image.imageId, size: configBytes },
    layers: layers.map(({ mediaType, digest, sizeBytes }) => ({ mediaType, digest, size: sizeBytes })),
  }));
  return { layers, mediaType: types.manifest, body };
};

const keptManifest = async (content: ContentStore, digest: string): Promise<Buffer | undefined> => {
  if (digest === '' || !(await content.hasBlob(digest))) return undefined;
  const { stream, sizeBytes } = await content.openBlob(digest);
  if (sizeBytes <= manifestMaxBytes) return buffer(stream);
  stream.destroy();
  return undefined;
};

/** The manifest as it is, when it is one of this image, all of its blobs are here, and none of its layers is uncompressed. */
const readyIn = async ({ content, image }: Pushing, body: Buffer): Promise<Outbound | undefined> => {
  const manifest = tryParse(body);
  if (manifest?.kind !== 'image' || manifest.config.digest !== image.imageId || manifest.layers.length !== image.layers.length) return undefined;
  const layers = manifest.layers.map((layer, place) => ({ ...layer, diffId: image.layers[place]?.diffId ?? '', compression: layer.mediaType.endsWith('zstd') ? ('zstd' as const) : ('gzip' as const) }));
  for (const { mediaType, digest } of layers) if (/\btar$/.test(mediaType) || !(await content.hasBlob(digest))) return undefined;
  return { layers, mediaType: manifest.mediaType, body };
};

const tryParse = (body: Buffer): ReturnType<typeof parseManifest> | undefined => {
  try {
    return parseManifest(body.toString('utf8'), undefined);
  } catch {
    return undefined;
  }
};

const layerOf = ({ digest, diffId, sizeBytes, compression }: Image['layers'][number]): LayerDescriptor => ({ digest, diffId, sizeBytes, compression: compression === 'gzip' || compression === 'zstd' ? compression : 'tar' });

/** The layer as it goes to a registry. */
export const compressed = async (content: ContentStore, layer: LayerDescriptor, lease: Lease, signal: AbortSignal): Promise<Layer> => {
  if (layer.compression !== 'tar') return { ...layer, mediaType: types[layer.compression] };
  signal.throwIfAborted();
  const { stream } = await content.openBlob(layer.digest);
  const packed = pipeline(stream, createGzip(), () => {});
  const { digest, sizeBytes } = await content.putBlob(addAbortSignal(signal, packed), undefined, lease);
  return { digest, sizeBytes, diffId: layer.diffId, compression: 'gzip', mediaType: types.gzip };
};

const sendLayer = async ({ content, destination, mountFrom, tell, signal }: Pushing, { digest, diffId: id, sizeBytes, mediaType }: Layer): Promise<number> => {
  signal.throwIfAborted();
  const at = (state: LayerState, more: { currentBytes?: number; totalBytes?: number; from?: string } = {}): void => tell({ event: 'layer', id, state, ...more });
  // What may not be handed on lies where its maker put it.
  if (/nondistributable|foreign/.test(mediaType)) return at('there'), 0;
  const open = async (): Promise<Readable> => {
    let sent = 0;
    at('uploading', { currentBytes: 0, totalBytes: sizeBytes });
    const counting = new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        at('uploading', { currentBytes: (sent += piece.length), totalBytes: sizeBytes });
        done(null, piece);
      },
    });
    return pipeline((await content.openBlob(digest)).stream, counting, () => {});
  };
  const pushed = await destination.blob({ digest, sizeBytes, open } satisfies Outgoing, mountFrom);
  if (pushed.kind === 'mounted') at('mounted', { from: pushed.from });
  else at(pushed.kind === 'there' ? 'there' : 'pushed');
  return pushed.kind === 'sent' ? sizeBytes : 0;
};

const sendConfig = async ({ destination, image }: Pushing, config: Buffer): Promise<number> => {
  const { kind } = await destination.blob({ digest: image.imageId, sizeBytes: config.length, open: () => Readable.from([config]) }, []);
  return kind === 'sent' ? config.length : 0;
};
