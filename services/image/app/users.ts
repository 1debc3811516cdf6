import { keptMap } from '#kernel/snapshot/kept.ts';
import type { Platform } from '#kernel/platform.ts';
import { Commit } from '#proto/envelope.ts';
import { ContainerCreated } from '#proto/container.ts';

const removed = 'lading.container.v1.ContainerRemoved';

/** Which containers use which image, as the containers' log tells. */
export const imageUsers = (platform: Platform): ((imageId: string) => string[]) => {
  const imageOf = new Map<string, string>();
  platform.fromLog(({ aggregate, bytes }) => {
    if (!aggregate.startsWith('container.') || aggregate.startsWith('container.name.')) return;
    for (const { type, data } of Commit.decode(bytes).events) {
      if (type === ContainerCreated.typeName) imageOf.set(aggregate, ContainerCreated.decode(data).spec?.imageId ?? '');
      else if (type === removed) imageOf.delete(aggregate);
    }
  }, { imageUsers: keptMap(imageOf) });
  return (imageId) => [...imageOf].filter(([, used]) => used === imageId).map(([aggregate]) => aggregate.slice(aggregate.lastIndexOf('.') + 1));
};
