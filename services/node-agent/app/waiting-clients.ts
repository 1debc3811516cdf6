import type { Attached, Runtime } from '../effects/runtime/port.ts';

/** Clients that attached to a container before it was made: `docker run` does so, to miss nothing of a short one. */
export type WaitingClients = {
  /** Attached now, or as soon as the container is made. */
  attach: (containerId: string) => Promise<Attached>;
  /** Attaches everybody who waits. Call it between the making of a container and its start. */
  made: (containerId: string) => Promise<void>;
  /** Nothing will come any more of this attempt. */
  failed: (containerId: string) => void;
};

/** A client that waits for longer has been forgotten by who was to start the container. */
const waitMaxMs = 60_000;

type Waiting = { attach: () => Promise<void>; refuse: (error: Error) => void };

export const openWaitingClients = (runtime: Runtime): WaitingClients => {
  const waiting = new Map<string, Set<Waiting>>();

  const wait = (containerId: string): Promise<Attached> =>
    new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        waiting.get(containerId)?.delete(mine);
      };
      const mine: Waiting = {
        attach: async () => {
          settle();
          await runtime.attach(containerId).then(resolve, reject);
        },
        refuse: (error) => {
          settle();
          reject(error);
        },
      };
      const timer = setTimeout(() => mine.refuse(new Error(`container ${containerId} was not started within ${waitMaxMs / 1_000} s`)), waitMaxMs);
      const all = waiting.get(containerId) ?? new Set();
      waiting.set(containerId, all.add(mine));
    });

  return {
    attach: async (containerId) => {
      const here = await runtime.get(containerId);
      return here && here.state !== 'exited' ? runtime.attach(containerId) : wait(containerId);
    },
    made: async (containerId) => {
      await Promise.all([...(waiting.get(containerId) ?? [])].map(({ attach }) => attach()));
      waiting.delete(containerId);
    },
    failed: (containerId) => {
      for (const { refuse } of waiting.get(containerId) ?? []) refuse(new Error(`container ${containerId} could not be started`));
      waiting.delete(containerId);
    },
  };
};
