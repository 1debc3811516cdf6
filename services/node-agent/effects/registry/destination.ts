import { digestOf } from './source.ts';
import { drop } from './reading.ts';
import { RegistryError } from './registry-error.ts';
import type { Place, Session } from './session.ts';
import { bodyOf, type Answer, type Body } from './transport.ts';

/** A blob to push; `open` gives it from its first byte, each time it is called. */
export type Outgoing = Body & { digest: string };

/** `there`: the repository had it. `mounted`: the registry took it from its repository `from`. */
export type Pushed = { kind: 'there' } | { kind: 'mounted'; from: string } | { kind: 'sent' };

/** One repository to write to. What it has is not sent again. */
export type Destination = {
  /** `mountFrom`: paths of repositories of the same registry that may have it. */
  blob: (blob: Outgoing, mountFrom: readonly string[]) => Promise<Pushed>;
  /** Under a tag or its own digest, when all it refers to is there. Gives its digest. */
  manifest: (reference: string, mediaType: string, body: Buffer) => Promise<string>;
};

export const destinationOf = (session: Session): Destination => {
  const has = (digest: string): Promise<boolean> =>
    session.send({ method: 'HEAD', at: `blobs/${digest}`, what: `layer ${digest}`, accept: [200, 404] }, (answer) => {
      drop(answer);
      return answer.status === 200;
    });

  // A registry that does not take it from there begins an upload instead: that one is used.
  const mount = async (digest: string, from: string, what: string): Promise<'mounted' | Place> => {
    const query = new URLSearchParams({ mount: digest, from });
    const answer = await session.ask({ method: 'POST', at: `blobs/uploads/?${query}`, what, headers: { 'content-length': '0' }, accept: [201, 202] });
    drop(answer);
    return answer.status === 201 ? 'mounted' : session.placeIn(answer, answer.headers.location);
  };

  const begin = async (what: string): Promise<Place> => {
    const answer = await session.ask({ method: 'POST', at: 'blobs/uploads/', what, headers: { 'content-length': '0' }, accept: [202] });
    drop(answer);
    return session.placeIn(answer, answer.headers.location);
  };

  // All of it in one request: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#post-then-put
  const finish = async ({ url, reach }: Place, blob: Outgoing, what: string): Promise<void> => {
    const target = new URL(url);
    target.searchParams.set('digest', blob.digest);
    drop(await session.ask({ method: 'PUT', at: { url: target, reach }, what, headers: { 'content-type': 'application/octet-stream' }, body: blob, accept: [201, 204] }));
  };

  return {
    blob: async (blob, mountFrom) => {
      const { digest } = blob;
      const what = `upload of layer ${digest}`;
      if (await has(digest)) return { kind: 'there' };
      let begun: Place | undefined;
      for (const from of mountFrom) {
        const mounted = await mount(digest, from, what).catch(refusedToMount);
        if (mounted === 'mounted') return { kind: 'mounted', from };
        begun = mounted;
        if (begun) break;
      }
      // An upload that failed may have left the place that it was for unusable: each try begins a new one.
      await session.trying(async () => {
        const place = begun ?? (await begin(what));
        begun = undefined;
        await finish(place, blob, what);
      });
      return { kind: 'sent' };
    },
    manifest: (reference, mediaType, body) =>
      session.send({ method: 'PUT', at: `manifests/${reference}`, what: `manifest ${reference}`, headers: { 'content-type': mediaType }, body: bodyOf(body), accept: [201, 202] }, (answer: Answer) => {
        drop(answer);
        const said = answer.headers['docker-content-digest'];
        const digest = digestOf(body);
        if (typeof said === 'string' && said.startsWith('sha256:') && said !== digest) throw new RegistryError('altered', `${session.where}: manifest ${reference} was sent as ${digest} and taken as ${said}: check what stands before the registry`);
        return digest;
      }),
  };
};



// Without a right to the other repository the upload goes the long way.
const refusedToMount = (error: unknown): undefined => {
  if (error instanceof RegistryError && error.fault !== 'unreachable') return undefined;
  throw error;
};
