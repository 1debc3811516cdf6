import { eventCodec } from '#kernel/event-codec.ts';
import * as pb from '#proto/image.ts';
import type { BuildEvent } from '../domain/build.ts';
import type { CacheEvent } from '../domain/cache.ts';
import type { HoldingsEvent } from '../domain/holdings.ts';
import type { ImageEvent } from '../domain/image.ts';
import type { RepositoryEvent } from '../domain/repository.ts';
import type { ManifestEvent } from '../domain/stored-manifest.ts';
import type { TagEvent } from '../domain/tag.ts';
import type { TransferEvent } from '../domain/transfer.ts';

export const imageCodec = eventCodec<ImageEvent>({ ImageRegistered: pb.ImageRegistered, ImageStored: pb.ImageStored, ImageDropped: pb.ImageDropped, ImageRemoved: pb.ImageRemoved });
export const tagCodec = eventCodec<TagEvent>({ TagMoved: pb.TagMoved, TagRemoved: pb.TagRemoved });
export const manifestCodec = eventCodec<ManifestEvent>({ ManifestRegistered: pb.ManifestRegistered });
export const repositoryCodec = eventCodec<RepositoryEvent>({ ManifestAdded: pb.ManifestAdded, ManifestRemoved: pb.ManifestRemoved, ImmutabilityChanged: pb.ImmutabilityChanged });
export const holdingsCodec = eventCodec<HoldingsEvent>({ BlobsStored: pb.BlobsStored, BlobsDropped: pb.BlobsDropped });
export const transferCodec = eventCodec<TransferEvent>({ TransferBegun: pb.TransferBegun, TransferResolved: pb.TransferResolved, TransferEnded: pb.TransferEnded });
export const buildCodec = eventCodec<BuildEvent>({ BuildBegun: pb.BuildBegun, BuildStepBegun: pb.BuildStepBegun, BuildStepEnded: pb.BuildStepEnded, BuildEnded: pb.BuildEnded });
export const cacheCodec = eventCodec<CacheEvent>({ CacheFilled: pb.CacheFilled, CacheDropped: pb.CacheDropped });
