import { listImages, resolveImage } from '#endpoints/image.ts';
import { getNetwork, listNetworks } from '#endpoints/network.ts';
import { getVolume, listVolumes } from '#endpoints/volume.ts';
import { isPast, type Moment } from '#kernel/as-of.ts';
import type { Context } from '#kernel/context.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Image } from '#proto/image.ts';
import type { Network } from '#proto/network.ts';
import type { Volume } from '#proto/volume.ts';
import type { Gateway } from './gateway.ts';
import { imageBy } from './images-then.ts';

/** An image by id, prefix of it or name, as it was at a moment. Throws IMAGE_NOT_FOUND. */
export const imageAt = async ({ platform }: Gateway, image: string, moment: Moment, context: Context): Promise<Image> => {
  if (!isPast(moment)) return (await platform.bus.call(resolveImage, { image }, context)).message;
  const found = imageBy((await platform.bus.call(listImages, moment, context)).message.images, image);
  if (!found) throw new Rejection('IMAGE_NOT_FOUND', `No such image: ${image}`);
  return found;
};

/** A network by name, id or unique prefix of it, as it was at a moment. Throws NETWORK_NOT_FOUND. */
export const networkAt = async ({ platform }: Gateway, network: string, moment: Moment, context: Context): Promise<Network> => {
  if (!isPast(moment)) return (await platform.bus.call(getNetwork, { network }, context)).message;
  const { networks } = (await platform.bus.call(listNetworks, { labels: [], ...moment }, context)).message;
  const begin = networks.filter(({ networkId }) => networkId.startsWith(network));
  const found = networks.find(({ networkId, name }) => networkId === network || name === network) ?? (begin.length === 1 ? begin[0] : undefined);
  if (!found) throw new Rejection('NETWORK_NOT_FOUND', `network ${network} not found`);
  return found;
};

/** A volume by name, as it was at a moment. Throws VOLUME_NOT_FOUND. */
export const volumeAt = async ({ platform }: Gateway, name: string, moment: Moment, context: Context): Promise<Volume> => {
  if (!isPast(moment)) return (await platform.bus.call(getVolume, { name }, context)).message;
  const found = (await platform.bus.call(listVolumes, { labels: [], nodeId: '', ...moment }, context)).message.volumes.find((volume) => volume.name === name);
  if (!found) throw new Rejection('VOLUME_NOT_FOUND', `get ${name}: no such volume`);
  return found;
};
