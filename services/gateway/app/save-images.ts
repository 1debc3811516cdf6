import type { Readable } from 'node:stream';
import { listImages, resolveImage } from '#endpoints/image.ts';
import type { Context } from '#kernel/context.ts';
import type { Image } from '#proto/image.ts';
import { familiarName, familiarRepository } from './familiar-name.ts';
import type { Gateway } from './gateway.ts';

type Saved = { image: Image; references: readonly string[] };

/** Streams images by name, id or repository (then with all its tags) as one archive, from a node that has the first of them. Throws IMAGE_NOT_FOUND. */
export const saveImages = async (gateway: Gateway, names: readonly string[], context: Context): Promise<Readable> => {
  const { message } = await gateway.platform.bus.call(listImages, { asOfSequence: 0, asOfMs: 0 }, context);
  const found = (await Promise.all(names.map((name) => meantBy(gateway, message.images, name, context)))).flat();
  const images = [...Map.groupBy(found, ({ image }) => image.imageId)].map(([imageId, same]) => ({ imageId, references: [...new Set(same.flatMap(({ references }) => references))].map((canonical) => ({ canonical, familiar: familiarName(canonical) })) }));
  return gateway.nodes.open(nodeOf(gateway, found[0]?.image), 'POST', '/v1/images/save', JSON.stringify({ images }));
};

const meantBy = async ({ platform }: Gateway, all: readonly Image[], name: string, context: Context): Promise<Saved[]> => {
  const isRepository = !/[:@]/.test(name.slice(name.lastIndexOf('/') + 1));
  const ofRepository = all.flatMap((image) => {
    const references = isRepository ? image.references.filter((reference) => familiarRepository(reference) === familiarRepository(name)) : [];
    return references.length > 0 ? [{ image, references }] : [];
  });
  if (ofRepository.length > 0) return ofRepository;
  const { message: image } = await platform.bus.call(resolveImage, { image: name }, context);
  return [{ image, references: image.references.filter((reference) => familiarName(reference) === familiarName(name)) }];
};

const nodeOf = ({ config }: Gateway, image: Image | undefined): string => (image === undefined || image.nodeIds.includes(config.localNodeId) ? config.localNodeId : (image.nodeIds[0] ?? config.localNodeId));
