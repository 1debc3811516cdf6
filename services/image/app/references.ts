import { commitIn, eventIn } from '#kernel/decoded.ts';
import type { Platform } from '#kernel/platform.ts';
import { keptMap } from '#kernel/snapshot/kept.ts';
import * as pb from '#proto/image.ts';
import { change, noReferences, type ReferenceChange, type References } from '../garbage/references.ts';

/** Who needs which blobs, as the log tells: images, manifests of repositories, transfers that go on, the build cache. */
export const openReferences = (platform: Platform): References => {
  const references = noReferences();
  const { owners, manifests, lostAtMs } = references;
  platform.fromLog(({ aggregate, bytes }) => {
    if (!aggregate.startsWith('image.')) return;
    const { events, atMs } = commitIn(bytes);
    for (const { type, data } of events) {
      const told = readers[type]?.(aggregate, data);
      if (told) change(references, told, atMs);
    }
  }, { imageOwners: keptMap(owners), imageListings: keptMap(manifests), imageLost: keptMap(lostAtMs) });
  return references;
};

type Read = (aggregate: string, data: Uint8Array) => ReferenceChange;

const gone: Read = (owner) => ({ type: 'OwnerGone', owner });
const listedAs = (aggregate: string, digest: string): string => `${aggregate}@${digest}`;

const readers: Readonly<Record<string, Read>> = {
  [pb.ImageRegistered.typeName]: (owner, data) => {
    const { imageId, manifestDigest, layers } = eventIn(pb.ImageRegistered, data);
    return { type: 'OwnerNeeds', owner, digests: [imageId, manifestDigest, ...layers.map(({ digest }) => digest)].filter((digest) => digest !== '') };
  },
  [pb.ImageRemoved.typeName]: gone,
  [pb.ManifestRegistered.typeName]: (_aggregate, data) => {
    const { digest, body } = eventIn(pb.ManifestRegistered, data);
    return { type: 'ManifestLists', digest, digests: listedIn(body) };
  },
  [pb.ManifestAdded.typeName]: (aggregate, data) => {
    const { digest } = eventIn(pb.ManifestAdded, data);
    return { type: 'OwnerNeeds', owner: listedAs(aggregate, digest), digests: [digest] };
  },
  [pb.ManifestRemoved.typeName]: (aggregate, data) => ({ type: 'OwnerGone', owner: listedAs(aggregate, eventIn(pb.ManifestRemoved, data).digest) }),
  [pb.TransferResolved.typeName]: (owner, data) => ({ type: 'OwnerNeeds', owner, digests: eventIn(pb.TransferResolved, data).blobs.map(({ digest }) => digest) }),
  [pb.TransferEnded.typeName]: gone,
  [pb.CacheFilled.typeName]: (owner, data) => {
    const { layer } = eventIn(pb.CacheFilled, data);
    return { type: 'OwnerNeeds', owner, digests: layer ? [layer.digest] : [] };
  },
  [pb.CacheDropped.typeName]: gone,
};

type Listing = { config?: { digest?: unknown }; layers?: unknown; manifests?: unknown };

// It was judged when it was put; what can't be read lists nothing.
const listedIn = (body: Uint8Array): string[] => {
  try {
    const { config, layers, manifests } = JSON.parse(new TextDecoder().decode(body)) as Listing;
    return [config, ...(Array.isArray(layers) ? layers : []), ...(Array.isArray(manifests) ? manifests : [])].flatMap((one: { digest?: unknown } | undefined) => (typeof one?.digest === 'string' ? [one.digest] : []));
  } catch {
    return [];
  }
};
