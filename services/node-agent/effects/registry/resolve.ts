import type { Descriptor, Manifest } from './manifest.ts';
import { choosePlatform, platformText, type Platform } from './platform-choice.ts';
import { RegistryError } from './registry-error.ts';
import type { Fetched, Kept, Source } from './source.ts';
import type { Target } from './target.ts';

export type ImageManifest = Extract<Manifest, { kind: 'image' }>;

/** An image for one platform: its own manifest first, then the indexes that led to it. The last one's digest is what the name means. */
export type ResolvedImage = { image: ImageManifest; manifests: readonly [Fetched, ...Fetched[]] };

/** An index may lead to an index. */
const depthMax = 4;

/** What the name means, for this platform. */
export const resolveImage = async (source: Source, { tag, digest }: Pick<Target, 'tag' | 'digest'>, platform: Platform, kept?: Kept): Promise<ResolvedImage> => {
  const above: Fetched[] = [];
  let fetched = await source.manifest(digest === '' ? tag : digest, kept);
  for (;;) {
    const { manifest } = fetched;
    if (manifest.kind === 'image') return { image: manifest, manifests: [fetched, ...above] };
    if (above.length === depthMax) throw new RegistryError('refused', `its index leads to more than ${depthMax} others: have it pushed again`);
    const { digest: next, sizeBytes } = chosen(manifest.manifests, platform);
    above.unshift(fetched);
    fetched = await source.manifest(next, kept);
    if (fetched.body.length !== sizeBytes) throw new RegistryError('altered', `manifest ${next} has ${fetched.body.length} bytes where its index says ${sizeBytes}: have it pushed again`);
  }
};

const chosen = (offered: readonly Descriptor[], wanted: Platform): Descriptor => {
  const found = choosePlatform(offered, wanted);
  if (found) return found;
  const others = offered.flatMap(({ platform }) => (platform === undefined || platform.os === 'unknown' ? [] : [platformText(platform)]));
  throw new RegistryError('missing', `no matching manifest for ${platformText(wanted)} in the manifest list entries: it has ${others.join(', ') || 'no image for any platform'}: ask for one of those with --platform`);
};
