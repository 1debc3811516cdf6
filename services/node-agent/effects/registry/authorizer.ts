import { parseChallenges, type Challenge } from './challenge.ts';
import { basicHeader, type Credentials } from './credentials.ts';
import { retrying, type Clock } from './retry.ts';
import { fetchToken, realmOf, type TokenSource } from './token.ts';
import type { Answer, Transport } from './transport.ts';

/** Logs in at one registry, for one repository. What it gives is for that registry's own origin only. */
export type Authorizer = {
  /** What to send along, as far as it is known by now; a token that ran out is made anew. */
  header: () => Promise<string | undefined>;
  /** After a 401 with `used`: another header that may do better, or nothing. */
  renewed: (used: string | undefined, answer: Answer) => Promise<string | undefined>;
};

/** So that a token does not run out on the way. */
const renewEarlyMs = 10_000;

export const openAuthorizer = ({ transport, clock, credentials, scopes, verify, signal }: { transport: Transport; clock: Clock; credentials: () => Promise<Credentials | undefined>; scopes: readonly string[]; verify: boolean; signal?: AbortSignal }): Authorizer => {
  let login: Promise<Credentials | undefined> | undefined;
  let source: TokenSource | undefined;
  let current: { header: string; untilMs: number } | undefined;
  let underway: Promise<string> | undefined;
  const known = (): Promise<Credentials | undefined> => (login ??= credentials());

  // Several requests that find the same token too old wait for one new one.
  const makeToken = (from: TokenSource): Promise<string> =>
    (underway ??= (async () => {
      const who = await known();
      const { text, validMs } = await retrying(clock, () => fetchToken(transport, from, who, verify, signal), signal);
      current = { header: `Bearer ${text}`, untilMs: clock.nowMs() + validMs - renewEarlyMs };
      return current.header;
    })().finally(() => (underway = undefined)));

  const sourceIn = ({ parameters }: Challenge, { url, reach }: Answer): TokenSource => ({
    realm: realmOf(parameters['realm'] ?? '', url),
    service: parameters['service'] ?? '',
    scopes: [...new Set([...scopes, ...(parameters['scope'] ?? '').split(' ').filter((scope) => scope !== '')])],
    reach,
  });

  return {
    header: async () => {
      if (current !== undefined && clock.nowMs() < current.untilMs) return current.header;
      if (source !== undefined) return makeToken(source);
      const who = await known();
      return who?.kind === 'registry' ? `Bearer ${who.token}` : undefined;
    },
    renewed: async (used, answer) => {
      if (current !== undefined && current.header !== used) return current.header;
      const challenges = parseChallenges(headersOf(answer));
      const who = await known();
      const bearer = challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters['realm'] !== undefined);
      if (bearer !== undefined && who?.kind !== 'registry') {
        source = sourceIn(bearer, answer);
        return makeToken(source);
      }
      if (who?.kind !== 'password' || !challenges.some(({ scheme }) => scheme === 'basic')) return undefined;
      const header = basicHeader(who.username, who.password);
      if (header === used) return undefined;
      current = { header, untilMs: Infinity };
      return header;
    },
  };
};

const headersOf = ({ headers }: Answer): readonly string[] => {
  const header: string | readonly string[] | undefined = headers['www-authenticate'];
  return header === undefined ? [] : [header].flat();
};
