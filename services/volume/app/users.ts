import { commitIn, eventIn } from '#kernel/decoded.ts';
import { keptMap } from '#kernel/snapshot/kept.ts';
import type { Platform } from '#kernel/platform.ts';
import { ContainerCreated } from '#proto/container.ts';

const gone = new Set(['lading.container.v1.ContainerRemoved', 'lading.container.v1.ContainerAbandoned']);

/** Which containers mount which volume, as the containers' log tells. */
export const volumeUsers = (platform: Platform): ((name: string) => string[]) => {
  const mountsOf = new Map<string, readonly string[]>();
  platform.fromLog(({ aggregate, bytes }) => {
    if (!aggregate.startsWith('container.') || aggregate.startsWith('container.name.')) return;
    const containerId = aggregate.slice(aggregate.lastIndexOf('.') + 1);
    for (const { type, data } of commitIn(bytes).events) {
      if (type === ContainerCreated.typeName) mountsOf.set(containerId, (eventIn(ContainerCreated, data).spec?.mounts ?? []).flatMap((mount) => (mount.type === 'volume' ? [mount.source] : [])));
      else if (gone.has(type)) mountsOf.delete(containerId);
    }
  }, { volumeUsers: keptMap(mountsOf) });
  return (name) => [...mountsOf].filter(([, names]) => names.includes(name)).map(([containerId]) => containerId);
};
