import {
  AbandonBuild, BeginBuild, BeginTransfer, BuildReply, ContentWork, FindBlob, FindBlobReply, FindCache, FindCacheReply, GetDiskUse, GetDiskUseReply, GetManifest, GetManifestReply,
  GetTagHistory, GetTagHistoryReply, Image, ImageReply, ListBuilds, ListBuildsReply, ListContentWork, ListImages, ListImagesReply, ListReferrers, ListReferrersReply,
  ListRepositories, ListRepositoriesReply, ListTags, ListTagsReply, PruneImages, PruneImagesReply, PutManifest, PutManifestReply, RegisterImage, RemoveImage, RemoveImageReply,
  RemoveManifest, RemoveManifestReply, ReportBlobs, ReportBuild, ReportCache, ReportImage, ReportJobs, ReportTransfer, ResolveImage, SetImmutable, SetImmutableReply, TagImage,
  TransferReply,
} from '#proto/image.ts';
import { Done, endpoint, nodeEndpoint } from './endpoint.ts';

export const registerImage = endpoint('cmd.image.register', RegisterImage, ImageReply);
export const tagImage = endpoint('cmd.image.tag', TagImage, ImageReply);
export const removeImage = endpoint('cmd.image.remove', RemoveImage, RemoveImageReply);
export const pruneImages = endpoint('cmd.image.prune', PruneImages, PruneImagesReply);
export const beginTransfer = endpoint('cmd.image.begin-transfer', BeginTransfer, TransferReply);
export const beginBuild = endpoint('cmd.image.begin-build', BeginBuild, BuildReply);
export const abandonBuild = endpoint('cmd.image.abandon-build', AbandonBuild, BuildReply);
export const putManifest = endpoint('cmd.image.put-manifest', PutManifest, PutManifestReply);
export const removeManifest = endpoint('cmd.image.remove-manifest', RemoveManifest, RemoveManifestReply);
export const setImmutable = endpoint('cmd.image.set-immutable', SetImmutable, SetImmutableReply);

export const listImages = endpoint('qry.image.list', ListImages, ListImagesReply);
export const resolveImage = endpoint('qry.image.resolve', ResolveImage, Image);
export const getManifest = endpoint('qry.image.manifest', GetManifest, GetManifestReply);
export const findBlob = endpoint('qry.image.find-blob', FindBlob, FindBlobReply);
export const listTags = endpoint('qry.image.tags', ListTags, ListTagsReply);
export const listReferrers = endpoint('qry.image.referrers', ListReferrers, ListReferrersReply);
export const listRepositories = endpoint('qry.image.repositories', ListRepositories, ListRepositoriesReply);
export const getTagHistory = endpoint('qry.image.tag-history', GetTagHistory, GetTagHistoryReply);
export const listBuilds = endpoint('qry.image.builds', ListBuilds, ListBuildsReply);
export const getDiskUse = endpoint('qry.image.disk-use', GetDiskUse, GetDiskUseReply);

export const reportImage = nodeEndpoint('image', ReportImage, Done);
export const askImage = nodeEndpoint('image-resolve', ResolveImage, Image);
export const reportTransfer = nodeEndpoint('transfer', ReportTransfer, Done);
export const reportBuild = nodeEndpoint('build', ReportBuild, Done);
export const reportJobs = nodeEndpoint('jobs', ReportJobs, Done);
export const reportBlobs = nodeEndpoint('blobs', ReportBlobs, Done);
export const askBlob = nodeEndpoint('blob-find', FindBlob, FindBlobReply);
export const reportCache = nodeEndpoint('cache', ReportCache, Done);
export const askCache = nodeEndpoint('cache-find', FindCache, FindCacheReply);
export const listContentWork = nodeEndpoint('content-work', ListContentWork, ContentWork);
/** Pushed on `work.<node_id>.content`. */
export const contentWork = { kind: 'content', message: ContentWork };
