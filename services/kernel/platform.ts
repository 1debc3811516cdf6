import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { natsBus, type Bus } from './bus/bus.ts';
import type { EventStore, Following, Stored } from './eventstore/event-store.ts';
import { jetstreamEventStore } from './eventstore/jetstream.ts';
import { ensureStream } from './eventstore/stream.ts';
import { randomIds, type Ids } from './ids.ts';
import type { Log } from './log.ts';
import { gauge } from './metrics.ts';
import { applied as appliedCount } from './kernel-metrics.ts';
import type { Keep } from './service.ts';
import { openTelemetry } from './telemetry.ts';

export type PlatformConfig = {
  natsUrl: string;
  /** Seed of the nkey to connect with; empty for a server without accounts. */
  natsSeed: string;
  /** PEM of the authority that signed the server's certificate; empty for a server without TLS. */
  natsCa?: string;
  replicas: 1 | 3;
  logBytesMax: number;
};

/** What every service stands on. In one process, services share it: one connection, one reader of the log. */
export type Platform = {
  bus: Bus;
  store: EventStore;
  log: Log;
  ids: Ids;
  clock: () => number;
  connection: NatsConnection;
  /** Gives every commit to `apply`, in order, from the first one. Must be called before `begin`. */
  fromLog: (apply: (stored: Stored) => void) => void;
  /** Reads the log up to its present end and goes on following it. */
  begin: () => Promise<void>;
  /** Settles once this process has applied everything up to `sequence`. */
  applied: (sequence: number) => Promise<void>;
  /** Sequence that this process has applied. */
  position: () => number;
};

/** How long a reader waits for its own process to catch up with what it has just written. */
const appliedMaxMs = 10_000;

export const openPlatform = async (config: PlatformConfig, log: Log, keep: Keep): Promise<Platform> => {
  keep(await openTelemetry(String(log.bindings().name ?? 'lading')));
  const connection = await connectTo(config.natsUrl, config.natsSeed, 'services', { ca: config.natsCa ?? '' });
  keep({ close: () => connection.drain() });
  await ensureStream(connection, { replicas: config.replicas, bytesMax: config.logBytesMax });
  const store = await jetstreamEventStore(connection);
  const applying: ((stored: Stored) => void)[] = [];
  let following: Following | undefined;

  const applyAll = (stored: Stored): void => {
    try {
      applying.forEach((apply) => apply(stored));
    } catch (error) {
      log.fatal({ err: error, sequence: stored.sequence, aggregate: stored.aggregate }, 'the log can not be followed further');
      throw error;
    }
    appliedCount.add();
  };
  gauge('lading_log_position', 'Sequence up to which this process has folded the log.', () => following?.position() ?? 0);
  return {
    bus: natsBus(connection, log),
    store,
    log,
    ids: randomIds,
    clock: Date.now,
    connection,
    fromLog: (apply) => void applying.push(apply),
    begin: async () => void (following = keep(await store.follow(0, applyAll))),
    applied: async (sequence) => following?.reached(sequence, appliedMaxMs),
    position: () => following?.position() ?? 0,
  };
};

const connectWaitMs = 20_000;

/** Connects, and reconnects for ever. `seed` is an nkey seed or empty; `inbox` a prefix of the only inboxes that the user may read; `ca` a PEM. */
export const connectTo = (url: string, seed: string, name: string, { inbox = '_INBOX', ca = '' }: { inbox?: string; ca?: string } = {}): Promise<NatsConnection> =>
  connect({
    servers: url.split(','),
    name,
    inboxPrefix: inbox,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 200,
    timeout: connectWaitMs,
    waitOnFirstConnect: true,
    pingInterval: 10_000,
    ...(ca === '' ? {} : { tls: { ca } }),
    ...(seed === '' ? {} : { authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)) }),
  });
