import { askImage } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import { layerOf, type HeldLayer } from '../images.ts';

/** An image that a build stands on or copies from: what it is, and where its layers can be had. */
export type BaseImage = { imageId: string; configJson: string; layers: readonly HeldLayer[] };

/** Throws where nobody has it. `pull` asks registries even where somebody has. */
export type ResolveImage = (reference: string, platform: string, pull: boolean) => Promise<BaseImage>;

/** Images as the platform knows them. */
export const platformImages = (nodeId: string, bus: Bus, context: () => Context): ResolveImage => async (reference) => {
  const { message } = await bus.callAsNode(nodeId, askImage, { image: reference }, context());
  return { imageId: message.imageId, configJson: message.configJson, layers: message.layers.map((layer) => ({ layer: layerOf(layer), nodeIds: message.nodeIds })) };
};
