import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { LayerState, TransferLine } from '#endpoints/transfer-lines.ts';
import type { StoredImage } from '#proto/image.ts';
import type { ContentStore, LayerDescriptor, Lease } from '../../effects/content/port.ts';
import { TornBlob } from '../../effects/content/quarantine.ts';
import { diffIdsIn, type Descriptor } from '../../effects/registry/manifest.ts';
import { platformText, type Platform } from '../../effects/registry/platform-choice.ts';
import { RegistryError } from '../../effects/registry/registry-error.ts';
import { resolveImage, type ResolvedImage } from '../../effects/registry/resolve.ts';
import { digestOf, type Kept, type Source } from '../../effects/registry/source.ts';
import { textOf, type Target } from '../../effects/registry/target.ts';
import { allOrNone } from './all-or-none.ts';
import { bringBlob } from './bring-blob.ts';

export type Pulling = {
  content: ContentStore;
  source: Source;
  target: Target;
  /** What to take from an index. */
  platform: Platform;
  /** It was asked for: an image for another one is refused. */
  isPlatformAsked: boolean;
  /** Bounds how many blobs come at once to this node. */
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  tell: (line: TransferLine) => void;
  /** Told before anything is fetched: blobs that must not be freed meanwhile. */
  onResolved: (manifestDigest: string, blobs: readonly { digest: string; sizeBytes: number }[]) => Promise<void>;
  signal: AbortSignal;
  /** Aborts the signal. */
  abandon: () => void;
};

/** What the log takes of one image in one message. */
const storedMaxBytes = 7 * 2 ** 20;

/** Brings an image into the store of this node, whole and unpacked: layers side by side, each unpacked as it arrives. What is there already is not fetched. */
export const pull = async (on: Pulling): Promise<{ image: StoredImage; movedBytes: number }> => {
  const { content, source, target, platform } = on;
  const resolved = await resolveImage(source, target, platform, keptIn(content));
  const { image, manifests } = resolved;
  const lease = content.lease();
  try {
    lease.keep({ blobs: [...manifests.map(({ digest }) => digest), image.config.digest, ...image.layers.map(({ digest }) => digest)] });
    await on.onResolved(manifests.at(-1)?.digest ?? '', [...manifests.map(({ digest, body }) => ({ digest, sizeBytes: body.length })), image.config, ...image.layers].map(({ digest, sizeBytes }) => ({ digest, sizeBytes })));
    on.tell({ event: 'resolved', manifestDigest: manifests.at(-1)?.digest ?? '', layers: image.layers.map(({ digest, sizeBytes }) => ({ id: digest, sizeBytes })) });
    const configJson = await configOf(on, resolved);
    const layers = layersOf(resolved, configJson);
    if (on.isPlatformAsked) refuseOther(target, platform, configJson);
    lease.keep({ layers: layers.map(({ diffId }) => diffId) });
    const moved = await allOrNone(layers.map((layer, place) => bringLayer(on, layer, image.layers[place] as Descriptor)), on.abandon);
    await keepManifests(content, resolved, lease);
    await content.recordImage({ imageId: image.config.digest, layers, configJson, manifestDigest: manifests[0].digest });
    return {
      image: { imageId: image.config.digest, configJson, layers, manifests: manifests.map(({ digest, manifest, body }) => ({ digest, mediaType: manifest.mediaType, body })) },
      movedBytes: moved.reduce((sum, bytes) => sum + bytes, 0),
    };
  } finally {
    lease.end();
  }
};

const keptIn = (content: ContentStore): Kept => async (digest) => {
  try {
    return (await content.hasBlob(digest)) ? await buffer((await content.openBlob(digest)).stream) : undefined;
  } catch (error) {
    if (error instanceof TornBlob) return undefined;
    throw error;
  }
};

const configOf = async ({ content, source, target, signal }: Pulling, { image, manifests }: ResolvedImage): Promise<string> => {
  const { config } = image;
  const size = manifests.reduce((sum, { body }) => sum + body.length, config.sizeBytes);
  if (size > storedMaxBytes) throw new RegistryError('refused', `${textOf(target)}: its manifests and configuration have ${size} bytes together: at most ${storedMaxBytes} are taken`);
  await bringBlob({ content, source, signal }, config);
  return (await buffer((await content.openBlob(config.digest)).stream)).toString('utf8');
};

// An index was searched for it; an image alone says only itself what it is for.
const refuseOther = (target: Target, wanted: Platform, configJson: string): void => {
  const { os = '', architecture = '', variant = '' } = JSON.parse(configJson) as Partial<Platform>;
  if (os === '' || architecture === '' || (os === wanted.os && architecture === wanted.architecture)) return;
  throw new RegistryError('missing', `image with reference ${textOf(target)} was found but its platform (${platformText({ os, architecture, ...(variant === '' ? {} : { variant }) })}) does not match the specified platform (${platformText(wanted)})`);
};

const layersOf = ({ image }: ResolvedImage, configJson: string): readonly LayerDescriptor[] => {
  try {
    const diffIds = diffIdsIn(configJson, image.layers.length);
    return image.layers.map(({ digest, sizeBytes, mediaType }, place) => ({ digest, sizeBytes, diffId: diffIds[place] ?? '', compression: compressionIn(mediaType) }));
  } catch (error) {
    throw new RegistryError('refused', `the image can't be used: ${error instanceof Error ? error.message : String(error)}: have it pushed again`);
  }
};

const compressionIn = (mediaType: string): LayerDescriptor['compression'] => (mediaType.endsWith('gzip') ? 'gzip' : mediaType.endsWith('zstd') ? 'zstd' : 'tar');

const bringLayer = async ({ content, source, inTurn, tell, signal }: Pulling, layer: LayerDescriptor, descriptor: Descriptor): Promise<number> => {
  const { digest: id, sizeBytes: totalBytes } = layer;
  const at = (state: LayerState, currentBytes?: number): void => tell({ event: 'layer', id, state, ...(currentBytes === undefined ? {} : { currentBytes, totalBytes }) });
  const fetched = async (): Promise<number> => {
    at('waiting');
    return inTurn(async () => {
      signal.throwIfAborted();
      at('downloading', 0);
      const moved = await bringBlob({ content, source, signal }, descriptor, (here) => at('downloading', here));
      at('downloaded');
      return moved;
    });
  };
  if (await content.hasBlob(id))
    try {
      await content.unpack([layer]);
      at('there');
      return 0;
    } catch (error) {
      // It lay here from before, and the disk has changed it since.
      if (!(error instanceof TornBlob)) throw error;
    }
  const moved = await fetched();
  at('unpacking');
  await content.unpack([layer]);
  at('pulled');
  return moved;
};

const keepManifests = async (content: ContentStore, { manifests }: ResolvedImage, lease: Lease): Promise<void> => {
  for (const { digest, body } of manifests) if (!(await content.hasBlob(digest))) await content.putBlob(Readable.from([body]), digestOf(body), lease);
};
