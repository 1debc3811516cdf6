import { Readable } from 'node:stream';
import { askBlob } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import { AlteredContent } from '../effects/content/blobs.ts';
import type { Blob, ContentStore } from '../effects/content/port.ts';
import { sideBySide } from '../effects/content/side-by-side.ts';
import { fromPeers, type PeerLimits } from '../effects/peers/from-peers.ts';
import { paceOf } from '../effects/peers/pace.ts';
import { openPeerRange, type PeerAccess } from '../effects/peers/peer-access.ts';

/** Where blobs come from that are not here: nodes that hold them, else where they were pulled from. */
export type BlobSources = {
  /** Fetches a blob, verified. `holders` are nodes that hold it, as far as the asker knows. Throws with what each source said when none gives it. */
  fetch: (blob: Blob, wanted: Wanted) => Promise<void>;
};

export type Wanted = { holders: readonly string[]; /** What it is part of, as people and registries name it. */ references: readonly string[] };

/** The registry that an image was pulled from. Undefined where it was not pulled. */
export type Origin = (blob: Blob, references: readonly string[]) => ((start: number) => Promise<Readable>) | undefined;

export type PeerSettings = PeerLimits & {
  /** Blobs that are fetched at the same time: each has its segments in memory. */
  sideBySideMax: number;
  /** Peers that one blob is fetched from at the same time. */
  peersMax: number;
  /** Of all that comes from peers, together; 0 is as fast as it goes. */
  bytesPerSecondMax: number;
};

type Parts = { nodeId: string; bus: Bus; content: Pick<ContentStore, 'completeBlob' | 'hasBlob'>; peers: () => PeerAccess; origin: Origin; context: () => Context; clock: () => number; log: Log; settings: PeerSettings };

/** Holders may go, and others come, while a large blob is fetched. */
const roundsMax = 3;
const neverAborted = new AbortController().signal;

export const openBlobSources = ({ nodeId, bus, content, peers, origin, context, clock, log, settings }: Parts): BlobSources => {
  const pace = paceOf(settings.bytesPerSecondMax, clock);
  const inTurn = sideBySide(settings.sideBySideMax);

  const holdersOf = async ({ digest }: Blob, known: readonly string[]): Promise<string[]> => {
    const { message } = await bus.callAsNode(nodeId, askBlob, { digest }, context());
    return [...new Set([...message.nodeIds, ...known])].filter((holder) => holder !== nodeId);
  };

  const openFrom = async function* (holder: string, digest: string, range: { start: number; end: number }, signal: AbortSignal): AsyncGenerator<Buffer> {
    const { urlOf, tls } = peers();
    const url = urlOf(holder);
    if (url === undefined) throw new Error(`${holder}: its address is not known`);
    try {
      for await (const piece of openPeerRange({ url, tls }, digest, range, signal)) {
        await pace.take(piece.length);
        yield piece;
      }
    } catch (error) {
      throw new Error(`${holder}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  };

  const complete = (blob: Blob, holders: readonly string[]): Promise<void> =>
    content.completeBlob(blob, async (start) =>
      Readable.from(fromPeers({ peers: holders, sizeBytes: blob.sizeBytes, start, limits: settings, open: (holder, range, signal) => openFrom(holder, blob.digest, range, signal) }), { objectMode: false }));

  const isHadFromOne = async (blob: Blob, holders: readonly string[]): Promise<boolean> => {
    for (const holder of holders)
      try {
        await content.completeBlob(blob, async (start) => Readable.from(openFrom(holder, blob.digest, { start, end: blob.sizeBytes - 1 }, neverAborted), { objectMode: false }));
        return true;
      } catch (error) {
        log.warn({ err: error, digest: blob.digest, node: holder }, 'a node did not give a blob as it should be');
      }
    return false;
  };

  const fetch = async (blob: Blob, { holders: known, references }: Wanted): Promise<void> => {
    if (await content.hasBlob(blob.digest)) return;
    const said: string[] = [];
    for (let round = 1; round <= roundsMax; round++) {
      const holders = rotated(await holdersOf(blob, known), blob.digest).slice(0, settings.peersMax);
      if (holders.length === 0) break;
      try {
        return await complete(blob, holders);
      } catch (error) {
        said.push(error instanceof Error ? error.message : String(error));
        // Whose part was wrong can't be seen. One that gives the whole sees for itself whether it still is what it was.
        if (error instanceof AlteredContent && (await isHadFromOne(blob, holders))) return;
      }
    }
    const open = origin(blob, references);
    if (open) return content.completeBlob(blob, open);
    throw new Error(`blob ${blob.digest} can't be had: ${[...new Set(said)].join('; ') || 'no node holds it'}; import or pull the image again`);
  };

  return { fetch: (blob, wanted) => inTurn(() => fetch(blob, wanted)) };
};

/** Not everybody asks the first one first. */
const rotated = (holders: readonly string[], digest: string): string[] => {
  const by = holders.length === 0 ? 0 : Number.parseInt(digest.slice(-6), 16) % holders.length;
  return [...holders.slice(by), ...holders.slice(0, by)];
};
