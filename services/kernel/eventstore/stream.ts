import { jetstreamManager, RetentionPolicy, StorageType, DiscardPolicy, JetStreamApiError } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';

/** The one stream: everything that happens is one order. */
export const streamName = 'EVT';
const streamNotFound = 10059;
const clusterStartMaxMs = 30_000;
const clusterPauseMs = 250;

export type StreamSettings = { replicas: 1 | 3; bytesMax: number };

/** Makes the platform's one stream if it is missing. Refuses a server that can't keep its promises. Idempotent. */
export const ensureStream = async (connection: NatsConnection, settings: StreamSettings): Promise<void> => {
  refuseOldServer(connection.info?.version ?? '0', settings.replicas);
  const giveUpAt = performance.now() + clusterStartMaxMs;
  for (;;)
    try {
      return await ensureOnce(connection, settings);
    } catch (error) {
      // Servers that were just started have not chosen a leader yet, or not met each other.
      if (settings.replicas === 1 || performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, clusterPauseMs));
    }
};

const ensureOnce = async (connection: NatsConnection, { replicas, bytesMax }: StreamSettings): Promise<void> => {
  const manager = await jetstreamManager(connection);
  try {
    await manager.streams.info(streamName);
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== streamNotFound) throw error;
    await manager.streams.add({
      name: streamName,
      subjects: ['evt.>'],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      // A full log must refuse new commits, never drop old ones.
      discard: DiscardPolicy.New,
      max_bytes: bytesMax,
      num_replicas: replicas,
      duplicate_window: 120 * 1e9,
      allow_direct: true,
      deny_delete: true,
      deny_purge: true,
      republish: { src: 'evt.>', dest: 'live.evt.>' },
    });
  }
};

/** nats-server before 2.11 accepts two writers on a replicated stream; before 2.10 it can't be told to sync. */
export const refuseOldServer = (version: string, replicas: 1 | 3): void => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const needed = replicas === 1 ? 10 : 11;
  if (major > 2 || (major === 2 && minor >= needed)) return;
  throw new Error(`nats-server ${version} can't keep ${replicas === 1 ? 'a log safe' : 'a replicated log consistent'}: install 2.${needed} or newer`);
};
