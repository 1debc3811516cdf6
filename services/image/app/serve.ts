import * as endpoints from '#endpoints/image.ts';
import { asOf, isPast, type Moment } from '#kernel/as-of.ts';
import type { Platform } from '#kernel/platform.ts';
import type { RegisterImage, StoredImage } from '#proto/image.ts';
import { imageCodec, tagCodec } from '../codec/events.ts';
import { imageDecider } from '../domain/image.ts';
import { tagDecider } from '../domain/tag.ts';
import type { Images, Known } from './images.ts';
import { imageAggregate } from './names.ts';
import { point } from './point.ts';
import { registerStored } from './register.ts';
import { removeImage } from './remove.ts';
import { meant, resolve } from './resolve.ts';
import { tagReference, targetAt } from './tag-history.ts';
import { listViews } from './views.ts';

export const serve = (platform: Platform, images: Images, usersOf: (imageId: string) => string[]): void => {
  const { bus, store } = platform;
  // A name may have been moved by another process just now, as a registry client's push does: what is run is what it points at.
  const current = async (): Promise<void> => platform.applied(await store.last());
  bus.serve(endpoints.registerImage, async ({ references, nodeId, ...content }, { context }) => {
    const { changed, sequence } = await registerStored(images, storedOf(content), nodeId, references, context);
    return { message: { imageId: content.imageId, changed }, sequence };
  });
  bus.serve(endpoints.tagImage, async ({ image, reference, ...moment }, { context }) => {
    await current();
    const target = isPast(moment) ? await targetAt(images, platform.store, image, moment) : meant(images, image);
    const { changed, sequence } = await point(images, tagReference(reference), target, context);
    return { message: { imageId: target.imageId, changed }, sequence };
  });
  bus.serve(endpoints.removeImage, async (request, { context }) => {
    await current();
    return { message: await removeImage(images, usersOf, request, context), sequence: platform.position() };
  });
  bus.serve(endpoints.listImages, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    return { message: { images: listViews(isPast(request) ? await past(platform, request) : images) }, sequence: platform.position() };
  });
  bus.serve(endpoints.resolveImage, async ({ image }) => {
    await current();
    return { message: resolve(images, image), sequence: platform.position() };
  });
  bus.serveNode(endpoints.askImage, async ({ image }) => ({ message: resolve(images, image) }));
  bus.serveNode(endpoints.reportImage, async ({ imageId, stored }, { nodeId, context }) => {
    const { sequence } = await images.handleImage(imageAggregate(imageId), { type: 'ReportStored', nodeId, stored }, context);
    return { message: {}, sequence };
  });
};

const past = async ({ store }: Platform, moment: Moment): Promise<Known> => ({
  images: await asOf(store, 'image.*', moment, imageDecider, imageCodec),
  tags: await asOf(store, 'image.tag.*', moment, tagDecider, tagCodec),
});

// The manifest of an archive is written by the node that took it in, and says its own media type.
const storedOf = ({ imageId, configJson, layers, manifestDigest, manifestJson }: Omit<RegisterImage, 'references' | 'nodeId'>): StoredImage => ({
  imageId,
  configJson,
  layers,
  manifests: manifestDigest === '' ? [] : [{ digest: manifestDigest, mediaType: (JSON.parse(manifestJson) as { mediaType: string }).mediaType, body: Buffer.from(manifestJson) }],
});
