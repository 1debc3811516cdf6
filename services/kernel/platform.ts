import { join } from 'node:path';
import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { natsBus, type Bus } from './bus/bus.ts';
import type { EventStore, Following, Stored } from './eventstore/event-store.ts';
import { jetstreamEventStore } from './eventstore/jetstream.ts';
import { ensureStream } from './eventstore/stream.ts';
import { randomIds, type Ids } from './ids.ts';
import { openLease, type Lease } from './lease.ts';
import type { Log } from './log.ts';
import { gauge } from './metrics.ts';
import { applied as appliedCount } from './kernel-metrics.ts';
import type { Keep } from './service.ts';
import { codeIdentity } from './snapshot/code-identity.ts';
import type { KeptByName } from './snapshot/kept.ts';
import { saveWhenDue } from './snapshot/save-when-due.ts';
import { openSnapshots } from './snapshot/snapshots.ts';
import { openTelemetry } from './telemetry.ts';

export type PlatformConfig = {
  natsUrl: string;
  /** Seed of the nkey to connect with; empty for a server without accounts. */
  natsSeed: string;
  /** PEM of the authority that signed the server's certificate; empty for a server without TLS. */
  natsCa?: string;
  /** Servers that keep each commit. */
  replicas: 1 | 3;
  logBytesMax: number;
  /** Folder for snapshots of what this process knows; without one it reads the whole log at each start. */
  snapshots?: string;
};

/** What every service stands on. In one process, services share it: one connection, one reader of the log. */
export type Platform = {
  bus: Bus;
  store: EventStore;
  log: Log;
  ids: Ids;
  clock: () => number;
  connection: NatsConnection;
  /**
   * Gives every commit to `apply`, in order, from the first one that `kept` was not restored from. Must be called before `begin`.
   * A snapshot is used only if every reader of the process says what it keeps.
   */
  fromLog: (apply: (stored: Stored) => void, kept?: KeptByName) => void;
  /** Restores what was kept, reads the log from there up to its present end, and goes on following it. */
  begin: () => Promise<void>;
  /** Tries for a lease of this name among all processes until it is closed. `onHeld` is told each time it was won. */
  lease: (name: string, onHeld: () => void) => Promise<Lease>;
  /** Settles once this process has applied everything up to `sequence`. */
  applied: (sequence: number) => Promise<void>;
  /** Sequence that this process has applied. */
  position: () => number;
};

/** How long a reader waits for its own process to catch up with what it has just written. */
const appliedMaxMs = 10_000;

export const openPlatform = async (config: PlatformConfig, log: Log, keep: Keep): Promise<Platform> => {
  const name = String(log.bindings().name ?? 'lading');
  keep(await openTelemetry(name));
  const connection = await connectTo(config.natsUrl, config.natsSeed, 'services', { ca: config.natsCa ?? '' });
  keep({ close: () => connection.drain() });
  await ensureStream(connection, { replicas: config.replicas, bytesMax: config.logBytesMax });
  const store = await jetstreamEventStore(connection);
  const applying: ((stored: Stored) => void)[] = [];
  const keeping: (KeptByName | undefined)[] = [];
  const snapshots = config.snapshots === undefined ? undefined : openSnapshots({ path: join(config.snapshots, `${name}.snapshot`), code: codeIdentity, store, log });
  let following: Following | undefined;

  const applyAll = (stored: Stored): void => {
    try {
      applying.forEach((apply) => apply(stored));
    } catch (error) {
      log.fatal({ err: error, sequence: stored.sequence, aggregate: stored.aggregate }, 'the log can not be followed further');
      throw error;
    }
    snapshots?.note(stored);
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
    fromLog: (apply, kept) => {
      applying.push(apply);
      keeping.push(kept);
    },
    begin: async () => {
      following = keep(await store.follow((await snapshots?.restore(keeping)) ?? 0, applyAll));
      if (snapshots) keep(saveWhenDue(snapshots, log));
    },
    lease: (lease, onHeld) => openLease(connection, { name: lease, holder: randomIds.uuid(), replicas: config.replicas }, log, onHeld),
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
    // A stack would be taken down for each request, for errors that say who asked what anyway: a tenth of the time that commands take.
    noAsyncTraces: true,
    ...(ca === '' ? {} : { tls: { ca } }),
    ...(seed === '' ? {} : { authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)) }),
  });
