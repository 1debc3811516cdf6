import { commitIn, eventIn } from '#kernel/decoded.ts';
import { keptMap } from '#kernel/snapshot/kept.ts';
import type { Platform } from '#kernel/platform.ts';
import { ContainerCreated } from '#proto/container.ts';

const gone = new Set(['lading.container.v1.ContainerRemoved', 'lading.container.v1.ContainerAbandoned']);

/** Which containers use which image, as the containers' log tells. */
export const imageUsers = (platform: Platform): ((imageId: string) => string[]) => {
  const imageOf = new Map<string, string>();
  platform.fromLog(({ aggregate, bytes }) => {
    if (!aggregate.startsWith('container.') || aggregate.startsWith('container.name.')) return;
    for (const { type, data } of commitIn(bytes).events) {
      if (type === ContainerCreated.typeName) imageOf.set(aggregate, eventIn(ContainerCreated, data).spec?.imageId ?? '');
      else if (gone.has(type)) imageOf.delete(aggregate);
    }
  }, { imageUsers: keptMap(imageOf) });
  return (imageId) => [...imageOf].filter(([, used]) => used === imageId).map(([aggregate]) => aggregate.slice(aggregate.lastIndexOf('.') + 1));
};
