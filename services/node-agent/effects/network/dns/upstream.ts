import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { framed, splitFrames } from './frames.ts';

/** Of one server; then the next is asked. */
const SERVER_TIMEOUT_MS = 2_000;
const SERVERS_MAX = 3;
/** Questions beyond it fail at once: no container may use up the descriptors of the rest. */
const IN_FLIGHT_MAX = 256;
const DNS_PORT = 53;

/** The resolvers that this node uses itself. Undefined as an answer: none of them answered in time. */
export type Upstream = { ask: (query: Buffer, transport: 'udp' | 'tcp') => Promise<Buffer | undefined> };

/** `nameserver` lines of a resolv.conf; IPv4 only, as the containers' own network. */
export const serversOf = (text: string): string[] =>
  [...text.matchAll(/^\s*nameserver\s+(\d+\.\d+\.\d+\.\d+)\s*$/gm)].map((match) => match[1] ?? '').slice(0, SERVERS_MAX);

const watchServers = (path: string): (() => readonly string[]) => {
  let readAt = -1;
  let servers: readonly string[] = [];
  return () => {
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changedAt !== readAt) {
      servers = changedAt === 0 ? [] : serversOf(readFileSync(path, 'utf8'));
      readAt = changedAt;
    }
    return servers;
  };
};

const withId = (message: Buffer, id: number): Buffer => {
  const copy = Buffer.from(message);
  copy.writeUInt16BE(id, 0);
  return copy;
};

// A socket a question: its random port and id are what a forger would have to guess.
const askUdp = (server: string, query: Buffer): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    const id = randomInt(0x10000);
    const settle = (response?: Buffer): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      // One that fails late, such as by an ICMP message, fails for nobody.
      socket.on('error', () => {});
      socket.close();
      resolve(response);
    };
    const timer = setTimeout(settle, SERVER_TIMEOUT_MS, undefined);
    socket.once('error', () => settle());
    socket.once('connect', () => socket.send(withId(query, id)));
    socket.on('message', (message) => {
      if (message.length >= 12 && message.readUInt16BE(0) === id) settle(message);
    });
    socket.connect(DNS_PORT, server);
  });

const askTcp = (server: string, query: Buffer): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    const socket = connect(DNS_PORT, server);
    let received: Buffer = Buffer.alloc(0);
    const settle = (response?: Buffer): void => {
      socket.destroy();
      resolve(response);
    };
    socket.setTimeout(SERVER_TIMEOUT_MS, settle);
    socket.once('error', () => settle());
    socket.once('close', () => resolve(undefined));
    socket.on('data', (data) => {
      const { messages, rest } = splitFrames(Buffer.concat([received, data]));
      received = rest;
      if (messages[0] !== undefined) settle(messages[0]);
    });
    socket.write(framed(query));
  });

export const openUpstream = (resolvConf = '/etc/resolv.conf'): Upstream => {
  const servers = watchServers(resolvConf);
  let inFlight = 0;
  return {
    ask: async (query, transport) => {
      if (inFlight >= IN_FLIGHT_MAX) return undefined;
      inFlight += 1;
      try {
        for (const server of servers()) {
          const response = await (transport === 'udp' ? askUdp : askTcp)(server, query);
          if (response !== undefined && response.length >= 12) return withId(response, query.readUInt16BE(0));
        }
        return undefined;
      } finally {
        inFlight -= 1;
      }
    },
  };
};
