import type { Context } from '#kernel/context.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { PutManifest, PutManifestReply } from '#proto/image.ts';
import { valueOf } from '../domain/by-digest.ts';
import { checkDigest, readManifest, type Manifest } from '../manifests/read.ts';
import { hasImageConfig, runnableLayers, type RunnableLayer } from '../manifests/runnable.ts';
import type { Images } from './images.ts';
import { blobsOf, imageIn, listedAs } from './manifests.ts';
import { imageAggregate, isTag, manifestAggregate, repositoryAggregate, repositoryOf, tagIn } from './names.ts';
import { point, refuseMoves } from './point.ts';
import { digestOf, jsonText } from './register.ts';

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests asks for at least that much. */
export const manifestMaxBytes = 4 * 2 ** 20;

type Found = { layers: readonly RunnableLayer[]; configJson: string } | undefined;

/**
 * Takes what a registry client puts. What it refers to must be here: blobs on a node, children of an index in the repository. An image for the
 * platform's machines is one of the platform from then on, and a tag points at both. Idempotent.
 */
export const putManifest = async (images: Images, current: () => Promise<void>, request: PutManifest, context: Context): Promise<{ message: PutManifestReply; sequence: number }> => {
  const repository = repositoryOf(request.repository);
  const { text, digest, manifest } = read(request);
  if (missing(images, repository, manifest).length > 0) {
    // Another process may have heard of them, while this one has not yet.
    await current();
    refuseMissing(missing(images, repository, manifest));
  }
  refuseOtherSizes(images, manifest);
  const image = runnable(images, manifest, request.configJson);
  const target = { imageId: image && manifest.kind === 'image' ? manifest.config.digest : imageIn(images, manifest), manifestDigest: digest };
  const reference = isTag(request.reference) ? tagIn(repository, request.reference) : undefined;
  if (reference !== undefined) refuseMoves(images, [reference], target);
  const { mediaType, body } = request;
  await images.handleManifest(manifestAggregate(digest), { type: 'RegisterManifest', digest, mediaType, body }, context);
  const listed = await images.handleRepository(repositoryAggregate(repository), { type: 'AddManifests', repository, manifests: [listedAs(digest, body.length, manifest)] }, context);
  if (image) await images.handleImage(imageAggregate(target.imageId), { type: 'RegisterImage', ...image, imageId: target.imageId, manifestDigest: digest, manifestJson: text, nodeId: '' }, context);
  const { sequence } = reference === undefined ? listed : await point(images, reference, target, context);
  return { message: { digest, subject: manifest.subject }, sequence };
};

const read = ({ reference, mediaType, body }: PutManifest): { text: string; digest: string; manifest: Manifest } => {
  if (body.length > manifestMaxBytes) throw new Rejection('MANIFEST_INVALID', `manifest invalid: it has ${body.length} bytes, at most ${manifestMaxBytes} are taken`);
  const text = jsonText(body);
  const manifest = readManifest(text, mediaType);
  const digest = digestOf(body);
  if (!isTag(reference) && checkDigest(reference) !== digest) throw new Rejection('DIGEST_INVALID', `the manifest is ${digest}, not ${reference} as was said`);
  return { text, digest, manifest };
};

const missing = ({ holdings, repositories }: Images, repository: string, manifest: Manifest): string[] => {
  if (manifest.kind === 'image') return blobsOf(manifest).filter(({ digest }) => holdings.find(digest).nodeIds.length === 0).map(({ digest }) => digest);
  const { manifests } = repositories.get(repositoryAggregate(repository)).state;
  return manifest.manifests.filter(({ digest }) => valueOf(manifests, digest) === undefined).map(({ digest }) => digest);
};

const refuseMissing = (digests: readonly string[]): void => {
  if (digests.length > 0) throw new Rejection('MANIFEST_BLOB_UNKNOWN', `the manifest refers to what was not pushed before it: ${digests.slice(0, 10).join(', ')}${digests.length > 10 ? ` and ${digests.length - 10} more` : ''}`);
};

const refuseOtherSizes = ({ holdings }: Images, manifest: Manifest): void => {
  for (const { digest, sizeBytes } of blobsOf(manifest)) {
    const held = holdings.find(digest).sizeBytes;
    if (held !== sizeBytes) throw new Rejection('SIZE_INVALID', `the manifest says that ${digest} has ${sizeBytes} bytes, it has ${held}`);
  }
};

const runnable = ({ platformName }: Images, manifest: Manifest, configJson: string): Found => {
  if (!hasImageConfig(manifest)) return undefined;
  const given = digestOf(new TextEncoder().encode(configJson));
  if (given !== manifest.config.digest) throw new Rejection('MANIFEST_INVALID', `the configuration given with the manifest is ${given}, not ${manifest.config.digest}`);
  const layers = runnableLayers(manifest, configJson, platformName);
  return layers && { layers, configJson };
};
