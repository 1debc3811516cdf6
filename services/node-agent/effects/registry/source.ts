import { createHash } from 'node:crypto';
import { blobOf, type BlobPlace } from './blob.ts';
import { accepted, manifestMaxBytes, parseManifest, type Descriptor, type Manifest } from './manifest.ts';
import { drop, wholeOf } from './reading.ts';
import { RegistryError } from './registry-error.ts';
import type { Clock } from './retry.ts';
import type { Session } from './session.ts';
import { isAborted } from './transport-failure.ts';
import type { Answer, Transport } from './transport.ts';

/** A manifest exactly as it came: its digest is that of these bytes. */
export type Fetched = { digest: string; body: Buffer; manifest: Manifest };

/** What is here already, by digest. */
export type Kept = (digest: string) => Promise<Buffer | undefined>;

/** One repository to read from, at its mirrors and its own registry. */
export type Source = {
  /** By tag or digest, verified. What `kept` has is only asked about, not fetched. */
  manifest: (reference: string, kept?: Kept) => Promise<Fetched>;
  /** Bytes from `from` on, over as many connections as it takes; as many as the descriptor says, or it throws. Not verified: whoever stores them does. */
  blob: (descriptor: Descriptor, options?: { from?: number; withoutMirrors?: boolean }) => AsyncGenerator<Buffer>;
  hasMirrors: boolean;
};

type Setting = { sessions: readonly Session[]; transport: Transport; clock: Clock; signal?: AbortSignal };

/** `sessions` are tried in order: the mirrors, then the registry itself. */
export const sourceOf = ({ sessions, transport, clock, signal }: Setting): Source => ({
  hasMirrors: sessions.length > 1,
  manifest: (reference, kept) => firstGood(sessions, (session) => manifestAt(session, reference, kept)),
  blob: (descriptor, { from = 0, withoutMirrors = false } = {}) => {
    const places = [...sessions.filter(({ endpoint }) => !withoutMirrors || !endpoint.isMirror).map((session) => atRegistry(session, descriptor)), ...(descriptor.urls ?? []).map((url) => atForeign(transport, url, signal))];
    return blobOf(places, descriptor, { from, clock, ...(signal ? { signal } : {}) });
  },
});

// Of several that failed, the registry itself says best what is wrong.
const firstGood = async <Result>(sessions: readonly Session[], work: (session: Session) => Promise<Result>): Promise<Result> => {
  let last: unknown;
  for (const session of sessions)
    try {
      return await work(session);
    } catch (error) {
      if (isAborted(error)) throw error;
      last = error;
    }
  throw last;
};

const manifestAt = async (session: Session, reference: string, kept: Kept | undefined): Promise<Fetched> => {
  const isDigest = reference.includes(':');
  const what = `manifest ${reference}`;
  const known = kept && (isDigest ? reference : await digestAt(session, reference, what));
  const body = known === undefined ? undefined : await kept?.(known);
  const fetched = body ? { digest: known, body, contentType: undefined } : await session.send({ method: 'GET', at: `manifests/${reference}`, what, headers: { accept: accepted }, accept: [200] }, read);
  const digest = digestOf(fetched.body);
  const expected = isDigest ? reference : fetched.digest;
  if (expected !== undefined && digest !== expected) throw new RegistryError('altered', `${session.where}: ${what} is ${digest} where ${expected} was asked for or promised: it was altered on the way or at the registry; have it pushed again`);
  try {
    return { digest, body: fetched.body, manifest: parseManifest(fetched.body.toString('utf8'), fetched.contentType) };
  } catch (error) {
    throw new RegistryError('refused', `${session.where}: ${what} can't be used: ${error instanceof Error ? error.message : String(error)}: is it a container image?`);
  }
};

const read = async (answer: Answer): Promise<{ digest: string | undefined; body: Buffer; contentType: string | undefined }> => ({
  digest: digestIn(answer),
  body: await wholeOf(answer, manifestMaxBytes),
  contentType: answer.headers['content-type'],
});

// Asking counts less than fetching where a registry counts.
const digestAt = async (session: Session, tag: string, what: string): Promise<string | undefined> => {
  try {
    return await session.send({ method: 'HEAD', at: `manifests/${tag}`, what, headers: { accept: accepted }, accept: [200] }, (answer) => {
      drop(answer);
      return digestIn(answer);
    });
  } catch (error) {
    if (isAborted(error) || !(error instanceof RegistryError) || error.fault === 'unreachable') throw error;
    // An answer without a body says little about what is wrong: the request that follows does.
    return undefined;
  }
};

const digestIn = ({ headers }: Answer): string | undefined => {
  const said = headers['docker-content-digest'];
  return typeof said === 'string' && /^sha256:[0-9a-f]{64}$/.test(said) ? said : undefined;
};

export const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

const atRegistry = (session: Session, { digest }: Descriptor): BlobPlace => ({
  where: session.where,
  ask: (headers) => session.ask({ method: 'GET', at: `blobs/${digest}`, what: `layer ${digest}`, headers, accept: [200, 206] }),
});

// Named by the manifest, which anybody may have written: no login, verified TLS, and nothing inside of this network.
const atForeign = (transport: Transport, text: string, signal: AbortSignal | undefined): BlobPlace => ({
  where: text.slice(0, 200),
  ask: async (headers) => {
    const url = URL.parse(text);
    if (url?.protocol !== 'https:' || url.username !== '') throw new RegistryError('refused', `a layer is said to lie at "${text.slice(0, 200)}", which is no https address`);
    const answer = await transport.send({ method: 'GET', url, headers, verify: true, reach: 'public', ...(signal ? { signal } : {}) });
    if (answer.status === 200 || answer.status === 206) return answer;
    drop(answer);
    throw new RegistryError(answer.status === 404 ? 'missing' : 'broken', `${url.host} answered HTTP ${answer.status} for a layer that is said to lie there`);
  },
});
