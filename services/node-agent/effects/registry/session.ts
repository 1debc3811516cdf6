import { openAuthorizer } from './authorizer.ts';
import type { CredentialsFor } from './credentials.ts';
import type { Endpoint } from './endpoints.ts';
import { drop } from './reading.ts';
import { refusal } from './refusal.ts';
import type { Reach } from './reach.ts';
import { RegistryError } from './registry-error.ts';
import { retrying, type Clock } from './retry.ts';
import { nameOf, type Repository } from './target.ts';
import type { Answer, Ask, Body, Transport } from './transport.ts';

/** A place that the registry named, and how far inside it may lie. */
export type Place = { url: URL; reach: Reach };

export type Request = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the repository, below the registry, or a place that it named. */
  at: string | { root: string } | Place;
  /** For error messages: `manifest latest`. */
  what: string;
  headers?: Readonly<Record<string, string>>;
  body?: Body;
  /** Statuses that are answers; every other one is an error. */
  accept: readonly number[];
};

/** Requests about one repository to one place, with login and redirects. Errors name repository and place. */
export type Session = {
  /** `registry.example/team/app` */
  where: string;
  endpoint: Endpoint;
  /** One try. */
  ask: (request: Request) => Promise<Answer>;
  /** Asks, and reads the answer by `take`; both again while that may help. */
  send: <Result>(request: Request, take: (answer: Answer) => Result | Promise<Result>) => Promise<Result>;
  /** Does it again while that may help. */
  trying: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** What a header of an answer names. Throws when that may not be followed. */
  placeIn: (answer: Answer, location: string | undefined) => Place;
  /** The same error with repository and place in front. */
  named: (error: unknown) => unknown;
};

export type SessionSetting = { transport: Transport; clock: Clock; credentialsFor: CredentialsFor; endpoint: Endpoint; repository: Repository; scopes: readonly string[]; signal?: AbortSignal };

const redirectsMax = 5;
const redirects = [301, 302, 303, 307, 308];

export const openSession = ({ transport, clock, credentialsFor, endpoint, repository, scopes, signal }: SessionSetting): Session => {
  const where = `${repository.path === '' ? repository.domain : nameOf(repository)}${endpoint.isMirror ? ` on the mirror ${endpoint.host}` : ''}`;
  const ending = signal ? { signal } : {};
  const authorizer = openAuthorizer({ transport, clock, credentials: () => credentialsFor(endpoint.credentialsOf), scopes, verify: endpoint.verify, ...ending });
  let answered = false;
  let found: Promise<URL> | undefined;

  const base = (): Promise<URL> => {
    found ??= firstSpoken(transport, endpoint, signal);
    // What was down may speak otherwise when it is up again.
    found.catch(() => (found = undefined));
    return found;
  };

  const named = (error: unknown): unknown => {
    if (!(error instanceof RegistryError) || error.message.startsWith(where)) return error;
    const { fault, again, waitMs, status } = error;
    return new RegistryError(fault, `${where}: ${error.message}`, { again, ...(waitMs === undefined ? {} : { waitMs }), ...(status === undefined ? {} : { status }) });
  };

  const exchange = async (request: Omit<Ask, 'verify'>, registry: URL): Promise<Answer> => {
    const whole = { ...request, ...ending };
    // The login is the registry's own: any other origin gets the bare request, and its challenges are not answered.
    if (request.url.origin !== registry.origin) return transport.send({ ...whole, verify: true });
    const used = await authorizer.header();
    const withHeader = (header: string | undefined): Ask => ({ ...whole, verify: endpoint.verify, headers: { ...request.headers, ...(header === undefined ? {} : { authorization: header }) } });
    const answer = await transport.send(withHeader(used));
    answered = true;
    if (answer.status !== 401) return answer;
    const better = await authorizer.renewed(used, answer);
    if (better === undefined) return answer;
    drop(answer);
    return transport.send(withHeader(better));
  };

  const placeOf = (at: Request['at'], registry: URL): Place => {
    if (typeof at !== 'string' && 'url' in at) return at;
    // Whoever named the registry may mean one on this machine.
    const below = typeof at === 'string' ? `v2/${repository.path}/${at}` : at.root;
    return { url: new URL(`${endpoint.basePath}/${below}`, registry), reach: 'machine' };
  };

  const ask = async ({ method, at, what, headers = {}, body, accept }: Request): Promise<Answer> => {
    const registry = await base();
    let answer = await exchange({ method, headers, ...placeOf(at, registry), ...(body ? { body } : {}) }, registry);
    for (let hops = 0; (method === 'GET' || method === 'HEAD') && redirects.includes(answer.status) && !accept.includes(answer.status); hops++) {
      drop(answer);
      if (hops === redirectsMax) throw new RegistryError('refused', `${what} leads from one place to the next more than ${redirectsMax} times: check the registry's configuration`);
      answer = await exchange({ method, headers, ...placeIn(answer, answer.headers.location) }, registry);
    }
    if (accept.includes(answer.status)) return answer;
    throw await refusal(answer, `${where}: ${what}`, repository.domain, clock.nowMs());
  };

  const told = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      // Whoever never answered is not asked again: the next place is.
      if (!answered && error instanceof RegistryError && error.fault === 'unreachable') throw named(new RegistryError('unreachable', error.message));
      throw named(error);
    }
  };
  const trying: Session['trying'] = (work) => retrying(clock, () => told(work), signal);

  return {
    where,
    endpoint,
    named,
    placeIn,
    trying,
    ask: (request) => told(() => ask(request)),
    send: (request, take) => trying(async () => take(await ask(request))),
  };
};

const placeIn = ({ url, reach }: Answer, location: string | undefined): Place => {
  const to = location === undefined ? null : URL.parse(location, url.href);
  if (to === null || !/^https?:$/.test(to.protocol)) throw new RegistryError('refused', `it points to "${(location ?? '').slice(0, 200)}", which is no address: check the registry's configuration`);
  if (to.protocol === 'http:' && url.protocol === 'https:') throw new RegistryError('refused', `it points to ${to.host} without TLS: if it stands behind a proxy, have that set X-Forwarded-Proto`);
  to.username = '';
  to.password = '';
  return { url: to, reach };
};

const firstSpoken = async (transport: Transport, { schemes, host, basePath, verify }: Endpoint, signal: AbortSignal | undefined): Promise<URL> => {
  for (const scheme of schemes.slice(0, -1)) {
    const url = new URL(`${scheme}//${host}${basePath}/v2/`);
    const answer = await transport.send({ method: 'GET', url, headers: {}, verify, reach: 'machine', ...(signal ? { signal } : {}) }).catch(() => undefined);
    signal?.throwIfAborted();
    if (answer === undefined) continue;
    drop(answer);
    return new URL(`${scheme}//${host}`);
  }
  return new URL(`${schemes.at(-1)}//${host}`);
};
