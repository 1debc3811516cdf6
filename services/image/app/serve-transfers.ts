import * as endpoints from '#endpoints/image.ts';
import { listNodes } from '#endpoints/node.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { BeginTransfer, Blob, ReportTransfer, TransferReply } from '#proto/image.ts';
import { canonical, parseReference, type Reference } from '#kernel/reference.ts';
import type { Images } from './images.ts';
import { imageAggregate } from './names.ts';
import { registerStored } from './register.ts';
import { resolve } from './resolve.ts';
import { transferAggregate, transferIdOf, type Transfers } from './transfers.ts';
import { namesIn, targetOf } from './views.ts';

/** Pulls and pushes: begun here, done by a node's agent, recorded as it reports. */
export const serveTransfers = (platform: Platform, images: Images, transfers: Transfers): void => {
  const { bus } = platform;
  bus.serve(endpoints.beginTransfer, async (request, { context, minSequence }) => {
    await platform.applied(minSequence);
    return begin(platform, images, transfers, request, context);
  });
  bus.serveNode(endpoints.reportTransfer, async (report, { nodeId, context }) => {
    // Another process may have begun it.
    await platform.applied(await platform.store.lastOf(transferAggregate(report.transferId)));
    return take(images, transfers, report, nodeId, context);
  });
};

/** Ends what a node's agent does not know of any more: it began anew. */
export const loseTransfers = async ({ known, handle }: Transfers, nodeId: string, running: readonly string[], context: Context): Promise<void> => {
  for (const [aggregate, { state }] of known.entries())
    if (state.phase === 'running' && state.nodeId === nodeId && !running.includes(state.transferId)) await handle(aggregate, { type: 'LoseTransfer' }, stepOf(context, aggregate));
};

const stepOf = (context: Context, step: string): Context => following({ id: context.commandId, ...context }, `${context.commandId}/${step}`, context.actor, context.reason);

const begin = async (platform: Platform, images: Images, transfers: Transfers, request: BeginTransfer, context: Context): Promise<{ message: TransferReply; sequence: number }> => {
  const { direction, platform: wanted } = request;
  const transferId = transferIdOf(context.commandId);
  const parsed = parseReference(request.reference);
  const reference = canonical(parsed);
  const subject = subjectOf(images, direction, parsed);
  const nodeId = await nodeFor(platform, request.nodeId, context);
  const { state, sequence } = await transfers.handle(transferAggregate(transferId), { type: 'BeginTransfer', transferId, direction, reference, nodeId, platform: wanted }, context);
  const mountFrom = direction === 'push' ? relatives(images, subject.imageId, parsed) : [];
  return { message: { transferId, nodeId: state.phase === 'absent' ? nodeId : state.nodeId, ...subject, reference, mountFrom }, sequence };
};

const subjectOf = (images: Images, direction: string, parsed: Reference): { imageId: string; manifestDigest: string } => {
  const reference = canonical(parsed);
  if (direction === 'push') {
    if (parsed.digest !== '') throw new Rejection('INVALID', 'cannot push a digest reference: name a tag');
    const { imageId, manifestDigest } = resolve(images, reference);
    return { imageId, manifestDigest };
  }
  if (direction !== 'pull') throw new Rejection('INVALID', `"${direction}" is no direction: pull or push`);
  const now = targetOf(images, nameOf(parsed));
  return { imageId: now?.imageId ?? '', manifestDigest: now?.manifestDigest ?? '' };
};

/** What a pull gives a name to: the tag, where there is one. The digest beside it says what is pulled, not how it is called. */
const nameOf = (parsed: Reference): string => canonical(parsed.tag === '' ? parsed : { ...parsed, digest: '' });

/** Of more, none would be asked. */
const relativesMax = 3;

// A registry takes a layer over from another repository of its own without having it sent.
const relatives = (images: Images, imageId: string, { domain, path }: Reference): string[] => {
  const layersOf = (id: string): string[] => {
    const { state } = images.images.get(imageAggregate(id));
    return state.phase === 'present' ? state.layers.map(({ diffId }) => diffId) : [];
  };
  const mine = new Set(layersOf(imageId));
  const found = new Set<string>();
  for (const name of namesIn(images)) {
    const other = parseReference(name.reference);
    if (other.domain !== domain || other.path === path || !layersOf(name.imageId).some((diffId) => mine.has(diffId))) continue;
    if (found.add(other.path).size === relativesMax) break;
  }
  return [...found];
};

const nodeFor = async ({ bus }: Platform, asked: string, context: Context): Promise<string> => {
  const { message } = await bus.call(listNodes, { asOfSequence: 0, asOfMs: 0 }, context);
  if (asked !== '' && !message.nodes.some(({ nodeId }) => nodeId === asked)) throw new Rejection('NODE_NOT_FOUND', `node ${asked} is not known: see "lading node ls"`);
  if (asked !== '') return asked;
  const node = message.nodes.find(({ state, availability }) => state === 'ready' && availability === 'active') ?? message.nodes.find(({ state }) => state === 'ready');
  if (!node) throw new Rejection('NODE_NOT_READY', 'no node is ready to do it: see "lading node ls"');
  return node.nodeId;
};

const take = async (images: Images, transfers: Transfers, { transferId, resolved, ended }: ReportTransfer, nodeId: string, context: Context): Promise<{ message: Record<string, never>; sequence: number }> => {
  const aggregate = transferAggregate(transferId);
  const { state } = transfers.known.get(aggregate);
  if (state.phase === 'absent' || state.nodeId !== nodeId) throw new Rejection('TRANSFER_NOT_FOUND', `node ${nodeId} does no transfer ${transferId}`);
  if (resolved) {
    const { sequence } = await transfers.handle(aggregate, { type: 'ReportResolved', manifestDigest: resolved.manifestDigest, blobs: resolved.blobs satisfies readonly Blob[] }, context);
    return { message: {}, sequence };
  }
  if (!ended) throw new Rejection('INVALID', 'the report says neither what was resolved nor how it ended');
  const { outcome, message, movedBytes, image, manifestDigest } = ended;
  const end = { type: 'ReportEnded', outcome, message, movedBytes, imageId: image?.imageId ?? '', manifestDigest: image?.manifests.at(-1)?.digest ?? manifestDigest } as const;
  if (outcome !== 'done' || !image) return { message: {}, sequence: (await transfers.handle(aggregate, end, context)).sequence };
  try {
    // What a node has is so, also of a transfer that was given up for lost.
    const registered = await registerStored(images, image, nodeId, [nameOf(parseReference(state.reference))], stepOf(context, 'image'));
    const { sequence } = await transfers.handle(aggregate, end, context);
    return { message: {}, sequence: Math.max(registered.sequence, sequence) };
  } catch (error) {
    if (error instanceof Rejection) await transfers.handle(aggregate, { ...end, outcome: 'failed', message: error.message }, context);
    throw error;
  }
};
