import type { Aggregates } from '#kernel/aggregates.ts';
import { aggregates } from '#kernel/aggregates.ts';
import type { Context } from '#kernel/context.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import type { Kept } from '#kernel/snapshot/kept.ts';
import type { Platform } from '#kernel/platform.ts';
import { containerWork } from '#endpoints/container.ts';
import { containerCodec, nameCodec } from '../codec/events.ts';
import type { Container } from '../domain/container.ts';
import type { ContainerCommand } from '../domain/decide.ts';
import { containerDecider } from '../domain/decider.ts';
import type { ContainerEvent } from '../domain/events.ts';
import { nameDecider } from '../domain/name.ts';
import { directory, type Directory } from '../views/directory.ts';
import { wantedView } from '../views/wanted.ts';

/** A claim whose container does not appear within this time was left by a crash between the two appends. */
const claimWithoutContainerMaxMs = 15_000;

/** The service's state and the ways to change it. */
export type Containers = {
  handle: Handle<Container, ContainerCommand>;
  directory: Directory;
  known: Aggregates<Container, ContainerEvent>;
  claimName: (name: string, containerId: string, nodeId: string, context: Context) => Promise<void>;
  releaseName: (name: string, containerId: string, context: Context) => Promise<void>;
  /** Calls back after each change of any container, whoever made it. Gives a function that ends it. */
  onChange: (listener: (containerId: string) => void) => () => void;
};

export const openContainers = (platform: Platform): Containers => {
  const known = aggregates(containerDecider, containerCodec);
  const names = aggregates(nameDecider, nameCodec);
  const found = directory();
  const listeners = new Set<(containerId: string) => void>();
  const handleContainer = handler(containerDecider, containerCodec, known, platform);
  const handleName = handler(nameDecider, nameCodec, names, platform);

  const changed = (aggregate: string): void => {
    found.note(aggregate, known.get(aggregate));
    const containerId = aggregate.slice(aggregate.lastIndexOf('.') + 1);
    listeners.forEach((listener) => listener(containerId));
  };

  platform.fromLog((stored) => {
    if (stored.aggregate.startsWith('container.name.')) names.apply(stored);
    else if (stored.aggregate.startsWith('container.') && known.apply(stored)) changed(stored.aggregate);
  }, { containers: keptWithDirectory(known, found), containerNames: names.kept });

  const handle: Containers['handle'] = async (aggregate, command, context) => {
    const handled = await handleContainer(aggregate, command, context);
    if (handled.changed) {
      changed(aggregate);
      pushWork(platform, known, aggregate);
    }
    return handled;
  };

  const holderGone = ({ containerId, nodeId, sinceMs }: { containerId: string; nodeId: string; sinceMs: number }): boolean => {
    const { state } = known.get(`container.${nodeId}.${containerId}`);
    if (state.phase === 'absent') return platform.clock() - sinceMs > claimWithoutContainerMaxMs;
    return state.phase === 'removed' || state.abandoned;
  };

  return {
    handle,
    directory: found,
    known,
    claimName: async (name, containerId, nodeId, context) => void (await handleName(nameAggregate(name), { type: 'ClaimName', name, containerId, nodeId, holderGone }, context)),
    releaseName: async (name, containerId, context) => void (await handleName(nameAggregate(name), { type: 'ReleaseName', name, containerId }, context)),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

// Who is called what follows from the containers, and is not kept a second time.
const keptWithDirectory = ({ kept, entries }: Containers['known'], found: Directory): Kept => ({
  save: kept.save,
  load: (all) => {
    kept.load(all);
    for (const [aggregate, folded] of entries()) found.note(aggregate, folded);
  },
});

// A name may hold dots, which would be token separators in a subject.
const nameAggregate = (name: string): string => `container.name.${Buffer.from(name).toString('base64url')}`;

// The node asks for everything wanted from time to time as well: a push that is lost costs a moment, not the truth.
const pushWork = (platform: Platform, known: Containers['known'], aggregate: string): void => {
  const folded = known.get(aggregate);
  const [, nodeId = ''] = aggregate.split('.');
  const wanted = wantedView(folded);
  if (wanted) platform.bus.publish(`work.${nodeId}.${containerWork.kind}`, containerWork.message, { containers: [wanted], complete: false });
};
