import { basicHeader, type Credentials } from './credentials.ts';
import { drop, wholeOf } from './reading.ts';
import type { Reach } from './reach.ts';
import { RegistryError } from './registry-error.ts';
import { bodyOf, type Ask, type Transport } from './transport.ts';

/** Where a registry has its tokens made, and for what. */
export type TokenSource = { realm: URL; service: string; scopes: readonly string[]; /** Of the registry that named it. */ reach: Reach };
export type Token = { text: string; validMs: number };

const answerMaxBytes = 2 ** 20;
/** What is said of a token that says nothing, and the least that is believed. https://distribution.github.io/distribution/spec/auth/token/ */
const validLeastMs = 60_000;
const clientName = 'lading';

/** The realm of a challenge. Credentials go there, so it may neither be less private than the registry itself, nor further inside. */
export const realmOf = (text: string, registry: URL): URL => {
  const realm = URL.parse(text);
  if (realm === null || !/^https?:$/.test(realm.protocol) || realm.username !== '') throw new RegistryError('refused', `its tokens are made at "${text.slice(0, 200)}", which is no address: check the registry's configuration`);
  if (realm.protocol === 'http:' && registry.protocol === 'https:') throw new RegistryError('refused', `its tokens are made at ${realm.host} without TLS, where a login would be read on the way: have its realm begin with https:`);
  return realm;
};

/** Has a token made. Without credentials it is one for everybody. */
export const fetchToken = async (transport: Transport, source: TokenSource, credentials: Credentials | undefined, verify: boolean, signal?: AbortSignal): Promise<Token> => {
  const { realm } = source;
  const answer = await transport.send({ ...askFor(source, credentials), verify, reach: source.reach, ...(signal ? { signal } : {}) });
  const { status } = answer;
  if (status === 200) return tokenIn((await wholeOf(answer, answerMaxBytes)).toString('utf8'), realm);
  drop(answer);
  if (status === 429 || status >= 500) throw new RegistryError('broken', `${realm.host}, where its tokens are made, answered HTTP ${status}: try again later`, { again: true, status });
  const why = credentials === undefined ? 'gives no token without a login: check the name, or log in by "docker login"' : 'refused the login: log in again by "docker login"';
  throw new RegistryError('denied', `${realm.host}, where its tokens are made, ${why} (HTTP ${status})`, { status });
};

const askFor = ({ realm, service, scopes }: TokenSource, credentials: Credentials | undefined): Pick<Ask, 'method' | 'url' | 'headers' | 'body'> => {
  if (credentials?.kind === 'identity') return askByIdentity(realm, service, scopes, credentials.token);
  const url = new URL(realm);
  if (service !== '') url.searchParams.set('service', service);
  for (const scope of scopes) url.searchParams.append('scope', scope);
  const isPassword = credentials?.kind === 'password';
  if (isPassword) url.searchParams.set('account', credentials.username);
  return { method: 'GET', url, headers: isPassword ? { authorization: basicHeader(credentials.username, credentials.password) } : {} };
};

// https://distribution.github.io/distribution/spec/auth/oauth/
const askByIdentity = (realm: URL, service: string, scopes: readonly string[], token: string): Pick<Ask, 'method' | 'url' | 'headers' | 'body'> => {
  const form = Buffer.from(new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token, service, client_id: clientName, scope: scopes.join(' ') }).toString());
  return { method: 'POST', url: realm, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: bodyOf(form) };
};

const tokenIn = (text: string, { host }: URL): Token => {
  let said: { token?: unknown; access_token?: unknown; expires_in?: unknown };
  try {
    said = JSON.parse(text) as typeof said;
  } catch {
    said = {};
  }
  const token = said.access_token ?? said.token;
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw new RegistryError('broken', `${host}, where its tokens are made, gave none: try again later`);
  const validMs = typeof said.expires_in === 'number' ? said.expires_in * 1_000 : 0;
  return { text: token, validMs: Math.max(validMs, validLeastMs) };
};
