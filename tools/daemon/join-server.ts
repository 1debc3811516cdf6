import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { redeemNodeToken } from '#endpoints/node.ts';
import type { Log } from '#kernel/log.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { JoinAnswer, JoinRequest } from './join-protocol.ts';
import type { NatsUser } from './nats-config.ts';
import type { Authority } from './pki/authority.ts';

const bodyMaxBytes = 16_384;
const requestMaxMs = 10_000;

export const readAgents = (path: string): NatsUser[] => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as NatsUser[]) : []);

type Joining = {
  authority: Authority;
  address: string;
  port: number;
  natsUrl: string;
  agentsFile: string;
  /** Lets the message server know a new user. */
  onAgents: (agents: readonly NatsUser[]) => void;
};

/** Takes machines in that have a token. The only thing that listens for strangers; it answers nothing else. */
export const serveJoining = async (platform: Platform, joining: Joining, log: Log): Promise<{ close: () => Promise<void> }> => {
  const { authority, address, port } = joining;
  const { cert, key } = authority.own('join', [address]);
  // The authority goes along: who joins knows it by the fingerprint in the token.
  const server = createServer({ cert: `${cert}${authority.cert}`, key, minVersion: 'TLSv1.3', requestTimeout: requestMaxMs }, (request, response) => {
    const done = (status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
    if (request.method !== 'POST' || request.url !== '/join') return done(404, { message: 'this port only takes nodes in' });
    bodyOf(request)
      .then((body) => take(platform, joining, JSON.parse(body) as JoinRequest))
      .then(
        (answer) => done(200, answer),
        (error: unknown) => {
          if (!(error instanceof Rejection)) log.warn({ err: error }, 'a node could not be taken in');
          done(error instanceof Rejection ? 403 : 500, { message: error instanceof Error ? error.message : String(error) });
        },
      );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, address, resolve));
  return {
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

const take = async (platform: Platform, { authority, natsUrl, agentsFile, onAgents }: Joining, { secret, nodeId, publicKey, tlsPublicKey, address }: JoinRequest): Promise<JoinAnswer> => {
  if (isIP(address) === 0) throw new Rejection('INVALID', `"${address}" is no IP address: say with --address how other nodes reach this one`);
  if (!/^U[A-Z2-7]{55}$/.test(publicKey)) throw new Rejection('INVALID', 'the public key is no nkey of a user');
  const commandId = platform.ids.uuid();
  await platform.bus.call(redeemNodeToken, { secret, nodeId, publicKey }, { commandId, actor: `node:${nodeId}`, reason: 'joins', causationId: '', correlationId: commandId, traceparent: '' });
  const agents = [...readAgents(agentsFile).filter((agent) => agent.nodeId !== nodeId), { nodeId, publicKey }];
  writeFileSync(`${agentsFile}.new`, JSON.stringify(agents), { mode: 0o600 });
  renameSync(`${agentsFile}.new`, agentsFile);
  onAgents(agents);
  return { certificate: authority.sign(nodeId, tlsPublicKey, [address]), authority: authority.cert, natsUrl };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyMaxBytes) throw new Rejection('INVALID', `a request to join has at most ${bodyMaxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};
