import type { ContentStore, Lease } from '../../effects/content/port.ts';
import type { Images } from '../images.ts';

/** No node that can be reached has these layers any more. */
export class LayersGone extends Error {
  override readonly name = 'LayersGone';
  readonly diffIds: readonly string[];

  constructor(diffIds: readonly string[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.diffIds = diffIds;
  }
}

/** Brings layers that a build needs, and keeps them until it ends. Throws LayersGone. */
export const bringFor = ({ content, images, lease }: { content: ContentStore; images: Pick<Images, 'bring'>; lease: Lease }): Images['bring'] => async (layers) => {
  lease.keep({ blobs: layers.map(({ layer }) => layer.digest), layers: layers.map(({ layer }) => layer.diffId) });
  try {
    await images.bring(layers);
  } catch (error) {
    const gone: string[] = [];
    for (const { layer } of layers) if (!(await content.hasBlob(layer.digest))) gone.push(layer.diffId);
    throw gone.length === 0 ? error : new LayersGone(gone, error);
  }
};
