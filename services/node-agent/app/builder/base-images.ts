import { askImage } from '#endpoints/image.ts';
import type { RegistryLogin } from '#endpoints/transfer-lines.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import { canonical, parseReference } from '#kernel/reference.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { StoredImage } from '#proto/image.ts';
import { layerOf, type HeldLayer } from '../images.ts';
import type { Transfers } from '../transfers/transfers.ts';

/** An image that a build stands on or copies from: what it is, and where its layers can be had. */
export type BaseImage = { imageId: string; configJson: string; layers: readonly HeldLayer[] };

export type BaseRequest = {
  reference: string;
  platform: string;
  /** Ask its registry even where it is known here. */
  pull: boolean;
  /** By host of the registry. */
  logins: Readonly<Record<string, RegistryLogin>>;
  signal: AbortSignal;
  /** Told of an image that came from its registry. */
  onPulled: (reference: string, image: StoredImage) => void;
};

/** Throws where nobody has it. */
export type ResolveImage = (request: BaseRequest) => Promise<BaseImage>;

/** An image as the platform knows it. */
export type KnownImage = (reference: string) => Promise<BaseImage | undefined>;

type Parts = { nodeId: string; bus: Bus; context: () => Context };

export const knownImages =
  ({ nodeId, bus, context }: Parts): KnownImage =>
  async (reference) => {
    try {
      const { message } = await bus.callAsNode(nodeId, askImage, { image: reference }, context());
      return { imageId: message.imageId, configJson: message.configJson, layers: message.layers.map((layer) => ({ layer: layerOf(layer), nodeIds: message.nodeIds, references: message.references })) };
    } catch (error) {
      if (error instanceof Rejection && error.code === 'IMAGE_NOT_FOUND') return undefined;
      throw error;
    }
  };

/** Images as the platform knows them, else as their registry has them: then they come to this node. */
export const baseImages =
  ({ nodeId, known, bring }: { nodeId: string; known: KnownImage; bring: Transfers['bring'] }): ResolveImage =>
  async ({ reference, platform, pull, logins, signal, onPulled }) => {
    const here = pull ? undefined : await known(reference);
    if (here) return here;
    const parsed = parseReference(reference);
    const login = logins[parsed.domain];
    const image = await bring({ reference: canonical(parsed), platform, ...(login ? { login } : {}) }, () => {}, signal);
    onPulled(canonical(parsed), image);
    return { imageId: image.imageId, configJson: image.configJson, layers: image.layers.map((layer) => ({ layer: layerOf(layer), nodeIds: [nodeId] })) };
  };
