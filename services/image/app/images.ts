import { aggregates, type Aggregates } from '#kernel/aggregates.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { imageCodec, manifestCodec, repositoryCodec, tagCodec } from '../codec/events.ts';
import { imageDecider, type Image, type ImageCommand, type ImageEvent } from '../domain/image.ts';
import { repositoryDecider, type Repository, type RepositoryCommand, type RepositoryEvent } from '../domain/repository.ts';
import { manifestDecider, type ManifestCommand, type ManifestEvent, type StoredManifest } from '../domain/stored-manifest.ts';
import { tagDecider, type Tag, type TagCommand, type TagEvent } from '../domain/tag.ts';
import { openHoldings, type Holdings } from './holdings.ts';

export type Known = { images: Aggregates<Image, ImageEvent>; tags: Aggregates<Tag, TagEvent> };

export type Images = Known & {
  manifests: Aggregates<StoredManifest, ManifestEvent>;
  repositories: Aggregates<Repository, RepositoryEvent>;
  holdings: Holdings;
  /** What the platform's machines run: `linux/amd64`. */
  platformName: string;
  handleImage: Handle<Image, ImageCommand>;
  handleTag: Handle<Tag, TagCommand>;
  handleManifest: Handle<StoredManifest, ManifestCommand>;
  handleRepository: Handle<Repository, RepositoryCommand>;
};

export const openImages = (platform: Platform): Images => {
  const images = aggregates(imageDecider, imageCodec);
  const tags = aggregates(tagDecider, tagCodec);
  const manifests = aggregates(manifestDecider, manifestCodec);
  const repositories = aggregates(repositoryDecider, repositoryCodec);
  platform.fromLog((stored) => {
    const { aggregate } = stored;
    if (aggregate.startsWith('image.tag.')) tags.apply(stored);
    else if (aggregate.startsWith('image.manifest.')) manifests.apply(stored);
    else if (aggregate.startsWith('image.repository.')) repositories.apply(stored);
    else if (isImage(aggregate)) images.apply(stored);
  }, { images: images.kept, imageTags: tags.kept, imageManifests: manifests.kept, imageRepositories: repositories.kept });
  return {
    images,
    tags,
    manifests,
    repositories,
    holdings: openHoldings(platform),
    platformName: `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`,
    handleImage: handler(imageDecider, imageCodec, images, platform),
    handleTag: handler(tagDecider, tagCodec, tags, platform),
    handleManifest: handler(manifestDecider, manifestCodec, manifests, platform),
    handleRepository: handler(repositoryDecider, repositoryCodec, repositories, platform),
  };
};

const isImage = (aggregate: string): boolean => /^image\.[0-9a-f]+$/.test(aggregate);
