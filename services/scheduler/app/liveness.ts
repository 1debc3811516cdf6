import { heartbeat } from '#endpoints/node.ts';
import type { Platform } from '#kernel/platform.ts';
import type { Context } from '#kernel/context.ts';
import { nodeAggregate, type States } from './states.ts';

/** Nodes tell once a second that they are there: three words missed, and a little for a busy machine. */
export const lostAfterMs = 3_500;
/** Longer between two looks than this, and it was this process that stood still, not the nodes. */
const stoodStillMs = 1_500;

export type Liveness = {
  lastSeenMs: (nodeId: string) => number;
  /** Looks once. Only the leader does. */
  look: () => Promise<void>;
  /** Gives every node the benefit of the doubt: nobody listened for a while. */
  listenAnew: () => void;
  close: () => void;
};

/** Hears heartbeats, and records which nodes fell silent and which are back. */
export const openLiveness = (platform: Platform, states: States, context: (reason: string) => Context): Liveness => {
  const { bus, clock } = platform;
  const heard = new Map<string, number>();
  let since = clock();
  let lookedAtMs = clock();

  const report = (nodeId: string, command: { type: 'ReportLost'; lastSeenMs: number } | { type: 'ReportAlive' }, reason: string) =>
    states.handleNode(nodeAggregate(nodeId), command, context(reason));
  const stop = bus.subscribe('hb.*', heartbeat.message, ({ nodeId }) => {
    heard.set(nodeId, clock());
  });
  // While the connection was away nobody could be heard.
  const watch = async (): Promise<void> => {
    for await (const { type } of platform.connection.status()) if (type === 'reconnect' || type === 'disconnect') since = clock();
  };
  void watch();

  const lastSeenMs = (nodeId: string): number => heard.get(nodeId) ?? 0;
  return {
    lastSeenMs,
    listenAnew: () => void (since = clock()),
    look: async () => {
      const nowMs = clock();
      if (nowMs - lookedAtMs > stoodStillMs) since = nowMs;
      lookedAtMs = nowMs;
      for (const [, { state }] of states.nodes.entries()) {
        if (state.phase !== 'present') continue;
        const { nodeId, lost } = state;
        const silentMs = nowMs - Math.max(since, lastSeenMs(nodeId));
        if (!lost && silentMs > lostAfterMs) await report(nodeId, { type: 'ReportLost', lastSeenMs: lastSeenMs(nodeId) }, `silent for ${silentMs} ms`);
        else if (lost && lastSeenMs(nodeId) > Math.max(since, state.lastSeenMs)) await report(nodeId, { type: 'ReportAlive' }, 'is heard again');
      }
    },
    close: stop,
  };
};
