import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { Agent, IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { http } from '#kernel/node-http.ts';
import { certificatesFor } from './certificates.ts';
import { isThisMachine } from './endpoints.ts';
import { isWithinReach, reachOf, type Reach } from './reach.ts';
import { RegistryError } from './registry-error.ts';
import { transportFailure } from './transport-failure.ts';

/** Bytes to send; opened anew for each try. */
export type Body = { sizeBytes: number; open: () => Readable | Promise<Readable> };
export const bodyOf = (bytes: Buffer): Body => ({ sizeBytes: bytes.length, open: () => Readable.from(bytes.length === 0 ? [] : [bytes]) });

export type Ask = { method: string; url: URL; headers: Readonly<Record<string, string>>; body?: Body; reach: Reach; verify: boolean; signal?: AbortSignal };
export type Answer = { status: number; headers: IncomingMessage['headers']; body: IncomingMessage; url: URL; /** Where it came from. */ reach: Reach; /** How long its bytes may stay away. */ silenceMs: number };

/** One request, one answer: no redirects, no logins, no second try. */
export type Transport = { send: (ask: Ask) => Promise<Answer>; close: () => void };

/** Until the answer begins, and while nothing moves in either direction. */
export const silenceMaxMs = 30_000;
/** Until somebody takes the connection, with TLS. */
export const connectMaxMs = 10_000;
const socketsPerHostMax = 8;

/** HTTP proxies are taken from the environment as everywhere (HTTP_PROXY, HTTPS_PROXY, NO_PROXY), never to this machine itself. */
export const openTransport = ({ certificates, environment, silenceMs = silenceMaxMs, connectMs = connectMaxMs }: { certificates: string; environment: NodeJS.ProcessEnv; silenceMs?: number; connectMs?: number }): Transport => {
  const agents = new Map<string, Promise<Agent>>();
  const proxied = Object.keys(environment).some((name) => /^https?_proxy$/i.test(name));

  const makeAgent = async ({ host, hostname, protocol }: URL, verify: boolean): Promise<Agent> => {
    const common = { keepAlive: true, maxSockets: socketsPerHostMax, ...(isThisMachine(hostname.replace(/^\[|\]$/g, '')) ? {} : { proxyEnv: environment }) };
    return protocol === 'http:' ? new http.Agent(common) : new https.Agent({ ...common, ...(await certificatesFor(certificates, host)), rejectUnauthorized: verify });
  };
  const agentFor = (url: URL, verify: boolean): Promise<Agent> => {
    const key = `${url.protocol}${url.host} ${verify}`;
    const agent = agents.get(key) ?? makeAgent(url, verify);
    agents.set(key, agent);
    return agent;
  };

  const exchange = (ask: Ask, agent: Agent, body: Readable | undefined): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { method, url, headers, reach, signal } = ask;
      const request = (url.protocol === 'http:' ? http : https).request(url, {
        method,
        agent,
        timeout: connectMs,
        headers: { 'user-agent': 'lading', ...headers, ...(ask.body ? { 'content-length': String(ask.body.sizeBytes) } : {}) },
        ...(reach === 'machine' || proxied ? {} : { lookup: lookupWithin(reach, url.host) }),
        ...(signal ? { signal } : {}),
      });
      // Before the connection stands, the time-out of the socket is that of connecting.
      request.once('timeout', () => request.destroy(request.socket?.connecting === true ? notTaken(url.host, connectMs) : new RegistryError('slow', `${url.host} did not answer within ${silenceMs / 1_000} s: try again later`, { again: true })));
      request.setTimeout(silenceMs);
      request.once('error', (error) => {
        body?.destroy();
        reject(signal?.aborted ? error : transportFailure(error, url.host));
      });
      request.once('response', (response) => {
        request.setTimeout(0);
        // Refused before all of it was sent: the rest is not, and the connection serves no other request.
        if (body !== undefined && !request.writableFinished) {
          body.unpipe(request);
          body.destroy();
          response.once('close', () => request.destroy());
        }
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: response, url, reach: reachOf(response.socket.remoteAddress ?? ''), silenceMs });
      });
      if (body === undefined) return void request.end();
      body.once('error', (error) => {
        // What can't be read here is no fault of the registry.
        reject(error);
        request.destroy();
      });
      body.pipe(request);
    });

  return {
    send: async (ask) => {
      const { hostname, host } = ask.url;
      if (!isWithinReach(isThisMachine(hostname) ? 'machine' : reachOf(hostname), ask.reach)) throw tooFarInside(host);
      return exchange(ask, await agentFor(ask.url, ask.verify), await ask.body?.open());
    },
    close: () => {
      for (const agent of agents.values()) agent.then((open) => open.destroy(), () => {});
      agents.clear();
    },
  };
};

const notTaken = (host: string, connectMs: number): RegistryError =>
  new RegistryError('unreachable', `${host} took no connection within ${connectMs / 1_000} s: check its address, the network, and the proxy settings`, { again: true });

const tooFarInside = (host: string): RegistryError => new RegistryError('refused', `it points to ${host}, which lies inside of this network: only a registry inside may do that`);

// The name may mean an inner address, too, so what it means is looked at when the connection is made.
const lookupWithin = (reach: Reach, host: string): LookupFunction => (hostname, options, done) =>
  dnsLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, []);
    const allowed = addresses.filter(({ address }) => isIP(address) !== 0 && isWithinReach(reachOf(address), reach));
    const [first] = allowed;
    if (first === undefined) return done(tooFarInside(host), []);
    if (options.all) done(null, allowed);
    else done(null, first.address, first.family);
  });
