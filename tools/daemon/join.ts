import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { CommandError, textOf } from '../cli/api.ts';
import { ports, type DaemonConfig } from './config.ts';
import type { JoinAnswer, JoinRequest } from './join-protocol.ts';
import { keyOf } from './keys.ts';
import { fingerprintOf } from './pki/authority.ts';
import { newKey } from './pki/certificate.ts';

/** Kept by a machine that joined: which node it is, and how it reaches the others. */
export type Joined = { nodeId: string; address: string; natsUrl: string; tls: { cert: string; key: string; ca: string } };

export const readJoined = (path: string): Joined | undefined => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Joined) : undefined);

const dataPort = ports.data;
const connectMaxMs = 10_000;

/** Makes this machine a node of the platform at `platform` (`host:port`), with a token of `lading node token`. */
export const joinPlatform = async ({ paths, agent }: DaemonConfig, platform: string, token: string, nodeId: string, address: string): Promise<Joined> => {
  const [secret = '', fingerprint = ''] = token.split('.');
  if (secret === '' || fingerprint === '') throw new CommandError('that is no token: copy it whole from "lading node token"', 125);
  if (existsSync(paths.joined)) throw new CommandError(`this machine is node ${agent.nodeId} already: remove ${paths.joined} to let it join anew`);
  const [host = '', port = ''] = platform.split(/:(?=\d+$)/);
  const authority = await authorityOf(host, Number(port), fingerprint);
  const { publicKey } = keyOf(paths.keys, `node-${nodeId}`);
  const tls = newKey();
  const answer = await post(host, Number(port), authority, { secret, nodeId, publicKey, tlsPublicKey: tls.publicKey, address });
  const joined: Joined = { nodeId, address, natsUrl: answer.natsUrl, tls: { cert: answer.certificate, key: tls.key, ca: answer.authority } };
  mkdirSync(paths.state, { recursive: true, mode: 0o700 });
  writeFileSync(paths.joined, JSON.stringify(joined), { mode: 0o600 });
  return joined;
};

// Before the token is shown to anybody: is this who made it?
const authorityOf = (host: string, port: number, fingerprint: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const refuse = (message: string): void => reject(new CommandError(`${host}:${port} ${message}`));
    const socket = connect({ host, port, rejectUnauthorized: false, minVersion: 'TLSv1.3', timeout: connectMaxMs }, () => {
      const pem = authorityIn(socket, fingerprint);
      socket.destroy();
      if (pem === undefined) refuse('is not the platform that made this token: check the address, or make a new token');
      else resolve(pem);
    });
    socket.once('timeout', () => (socket.destroy(), refuse(`did not answer within ${connectMaxMs / 1_000} s: check the address and the firewall`)));
    socket.once('error', (error) => refuse(`can't be reached: ${error.message}`));
  });

const authorityIn = (socket: TLSSocket, fingerprint: string): string | undefined => {
  const pems = new Map<string, string>();
  for (let at: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true); at?.raw && !pems.has(at.fingerprint256); at = at.issuerCertificate) pems.set(at.fingerprint256, new X509Certificate(at.raw).toString());
  return [...pems.values()].find((pem) => fingerprintOf(pem) === fingerprint);
};

const post = (host: string, port: number, ca: string, body: JoinRequest): Promise<JoinAnswer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host, port, ca, method: 'POST', path: '/join', headers: { 'content-type': 'application/json' }, timeout: connectMaxMs }, (response) => {
      textOf(response).then((text) => {
        const answer = JSON.parse(text) as JoinAnswer & { message?: string };
        if (response.statusCode === 200) resolve(answer);
        else reject(new CommandError(answer.message ?? text));
      }, reject);
    });
    sent.once('timeout', () => sent.destroy(new Error(`no answer within ${connectMaxMs / 1_000} s`)));
    sent.once('error', (error) => reject(new CommandError(`${host}:${port}: ${error.message}`)));
    sent.end(JSON.stringify(body));
  });

/** The configuration of a machine that joined: an agent, and nothing else. */
export const withJoined = (config: DaemonConfig, { nodeId, address, natsUrl, tls }: Joined): DaemonConfig => ({
  ...config,
  agent: { ...config.agent, nodeId, address, natsUrl, natsCa: tls.ca, tls, dataListen: `${address}:${dataPort}`, dataUrl: `https://${address}:${dataPort}`, natsSeed: readFileSync(join(config.paths.keys, `node-${nodeId}.nk`), 'utf8').trim() },
});
