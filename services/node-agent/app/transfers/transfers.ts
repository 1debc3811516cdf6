import { askImage, reportTransfer } from '#endpoints/image.ts';
import type { RegistryLogin, TransferLine, TransferOrder } from '#endpoints/transfer-lines.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import { unreachable } from '#kernel/rejection.ts';
import type { Blob, ReportTransfer, StoredImage } from '#proto/image.ts';
import type { ContentStore } from '../../effects/content/port.ts';
import { sideBySide } from '../../effects/content/side-by-side.ts';
import type { Destination } from '../../effects/registry/destination.ts';
import type { Source } from '../../effects/registry/source.ts';
import type { RegistryClient } from '../../effects/registry/client.ts';
import type { CredentialsFor } from '../../effects/registry/credentials.ts';
import { machinePlatform, parsePlatform } from '../../effects/registry/platform-choice.ts';
import { parseTarget } from '../../effects/registry/target.ts';
import type { Images } from '../images.ts';
import { failureOf } from './failure.ts';
import { credentialsOf } from './login.ts';
import { throttled } from './lines.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

/** Pulls and pushes of this node. */
export type Transfers = {
  /** Carries one out, told line by line; the last line is `done` or `failed`. An aborted signal ends it, with nobody left to tell. */
  run: (transferId: string, order: TransferOrder, tell: (line: TransferLine) => void, signal: AbortSignal) => Promise<void>;
  running: () => readonly string[];
  /** The repository of an image, for other work of this node. */
  reach: (reference: string, login: RegistryLogin | undefined, signal: AbortSignal) => { source: Source; destination: Destination };
  /** Brings an image for other work of this node, which tells of it. Throws as the registry refuses. */
  bring: (order: Pick<TransferOrder, 'reference' | 'platform' | 'login'>, tell: (line: TransferLine) => void, signal: AbortSignal) => Promise<StoredImage>;
};

type Parts = { nodeId: string; bus: Bus; content: ContentStore; client: RegistryClient; images: Images; ownLogins: CredentialsFor; clock: () => number; context: () => Context };

/** Of all pulls and pushes of this node together. Docker's number of layers for one pull. */
const layersAtOnceMax = 3;

type Result = { image: StoredImage; movedBytes: number; manifestBytes: number };

export const openTransfers = (parts: Parts): Transfers => {
  const { nodeId, bus, clock, context } = parts;
  const running = new Set<string>();
  const inTurn = sideBySide(layersAtOnceMax);

  const report = (transferId: string, more: Omit<ReportTransfer, 'transferId'>): Promise<{ sequence: number }> => bus.callAsNode(nodeId, reportTransfer, { transferId, ...more }, context());
  const onResolved = (transferId: string) => async (manifestDigest: string, blobs: readonly Blob[]): Promise<void> => {
    await report(transferId, { resolved: { manifestDigest, blobs: [...blobs] } });
  };

  const carryOut = (transferId: string, order: TransferOrder, tell: (line: TransferLine) => void, signal: AbortSignal, abandon: () => void): Promise<Result> => {
    const common = { inTurn, tell, signal, abandon, onResolved: onResolved(transferId) };
    switch (order.direction) {
      case 'pull':
        return pullAs(parts, order, common);
      case 'push':
        return pushAs(parts, order, common);
      default:
        return unreachable(order.direction);
    }
  };

  const run: Transfers['run'] = async (transferId, order, tell, gone) => {
    const failing = new AbortController();
    const lines = throttled(tell, clock);
    try {
      const { image, movedBytes, manifestBytes } = await carryOut(transferId, order, lines, AbortSignal.any([gone, failing.signal]), () => failing.abort());
      const manifestDigest = image.manifests.at(-1)?.digest ?? '';
      const { sequence } = await report(transferId, { ended: { outcome: 'done', message: '', movedBytes, image, manifestDigest } });
      tell({ event: 'done', imageId: image.imageId, manifestDigest, manifestBytes, movedBytes, sequence });
    } catch (error) {
      const failure = failureOf(error, nodeId);
      const ended = { outcome: gone.aborted ? 'cancelled' : 'failed', message: gone.aborted ? 'whoever asked for it went away' : failure.message, movedBytes: 0, manifestDigest: '' };
      // A platform that can't be told now learns by the next report of what runs here.
      await report(transferId, { ended }).catch(() => {});
      tell({ event: 'failed', ...failure });
    }
  };

  return {
    running: () => [...running],
    reach: (reference, login, signal) => {
      const target = parseTarget(reference);
      const access = { credentialsFor: credentialsOf(target.domain, login, parts.ownLogins), signal };
      return { source: parts.client.source(target, access), destination: parts.client.destination(target, access) };
    },
    bring: async (order, tell, signal) => {
      const failing = new AbortController();
      const common = { inTurn, tell: throttled(tell, clock), signal: AbortSignal.any([signal, failing.signal]), abandon: () => failing.abort(), onResolved: async () => {} };
      return (await pullAs(parts, order, common)).image;
    },
    run: async (transferId, order, tell, gone) => {
      running.add(transferId);
      try {
        await run(transferId, order, tell, gone);
      } finally {
        running.delete(transferId);
      }
    },
  };
};

type Common = { inTurn: <Some>(work: () => Promise<Some>) => Promise<Some>; tell: (line: TransferLine) => void; signal: AbortSignal; abandon: () => void; onResolved: (manifestDigest: string, blobs: readonly Blob[]) => Promise<void> };

const pullAs = async ({ content, client, ownLogins }: Parts, { reference, platform, login }: Pick<TransferOrder, 'reference' | 'platform' | 'login'>, common: Common): Promise<Result> => {
  const target = parseTarget(reference);
  const source = client.source(target, { credentialsFor: credentialsOf(target.domain, login, ownLogins), signal: common.signal });
  const pulled = await pull({ ...common, content, source, target, platform: platform === '' ? machinePlatform : parsePlatform(platform), isPlatformAsked: platform !== '' });
  return { ...pulled, manifestBytes: pulled.image.manifests.at(-1)?.body.length ?? 0 };
};

const pushAs = async ({ nodeId, bus, content, client, images, ownLogins, context }: Parts, { reference, imageId, manifestDigest, mountFrom, login }: TransferOrder, common: Common): Promise<Result> => {
  const target = parseTarget(reference);
  const destination = client.destination(target, { credentialsFor: credentialsOf(target.domain, login, ownLogins), signal: common.signal }, mountFrom);
  await images.ensure(imageId);
  const { message: image } = await bus.callAsNode(nodeId, askImage, { image: imageId }, context());
  return push({ ...common, content, destination, image, manifestDigest, tag: target.tag, mountFrom });
};
