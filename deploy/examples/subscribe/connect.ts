import { readFileSync } from 'node:fs';
import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';

/** Connects as a user's program: it may send commands and queries and read the log. */
export const connectAsClient = (): Promise<NatsConnection> => {
  const state = process.env.LADING_STATE ?? '/var/lib/lading';
  const seed = readFileSync(`${state}/keys/clients.nk`);
  return connect({ servers: process.env.LADING_NATS ?? 'nats://127.0.0.1:14333', authenticator: nkeyAuthenticator(new Uint8Array(seed)) });
};
