import { createHash } from 'node:crypto';
import { finished, type Readable } from 'node:stream';
import { askImage } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import { manifestJsonOf } from '../effects/content/image-manifest.ts';
import type { ContentStore, Lease } from '../effects/content/port.ts';
import { saveArchive, type SavedImage, type SavedReference } from '../effects/content/save-archive.ts';
import type { BlobSources } from './blob-sources.ts';
import { layerOf } from './images.ts';

export type Save = (asked: readonly AskedImage[]) => Promise<Readable>;
export type AskedImage = { imageId: string; references: readonly SavedReference[] };

type Parts = { nodeId: string; bus: Bus; content: ContentStore; sources: BlobSources; context: () => Context };

/** Images as one archive. What is not on this node is fetched first; nothing of it is freed before the archive is read to its end. */
export const openSave = ({ nodeId, bus, content, sources, context }: Parts): Save => {
  const described = async ({ imageId, references }: AskedImage, lease: Lease): Promise<SavedImage> => {
    const { message: image } = await bus.callAsNode(nodeId, askImage, { image: imageId }, context());
    const layers = image.layers.map(layerOf);
    lease.keep({ blobs: layers.map(({ digest }) => digest) });
    await Promise.all(layers.map((layer) => sources.fetch(layer, { holders: image.nodeIds, references: image.references })));
    const config = { digest: imageId, sizeBytes: Buffer.byteLength(image.configJson) };
    const manifestJson = image.manifestJson === '' ? manifestJsonOf(config, layers) : image.manifestJson;
    return { imageId, configJson: image.configJson, manifestDigest: digestOf(manifestJson), manifestJson, layers, references };
  };

  return async (asked) => {
    const lease = content.lease();
    try {
      const images = await Promise.all(asked.map((one) => described(one, lease)));
      const archive = saveArchive(images, content.openBlob);
      finished(archive, () => lease.end());
      return archive;
    } catch (error) {
      lease.end();
      throw error;
    }
  };
};

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
