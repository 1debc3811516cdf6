import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { findBlob } from '#endpoints/image.ts';
import type { Context } from '#kernel/context.ts';
import type { Gateway } from '../app/gateway.ts';
import { NodeRefusal } from '../http/status.ts';
import type { Span } from './ranges.ts';
import { RegistryError } from './registry-error.ts';

/** A blob and the nodes that hold it, this machine's own first. */
export type FoundBlob = { digest: string; sizeBytes: number; nodeIds: readonly string[] };

/** A node that went down may be back, or another may have the blob by now. */
const roundsMax = 2;

export const unknownBlob = (digest: string): RegistryError => new RegistryError(404, 'BLOB_UNKNOWN', `blob unknown to the registry: no node holds ${digest}`);

/** Nodes that hold a blob, as the log tells. */
const holdersOf = async ({ platform, config }: Gateway, digest: string, context: Context): Promise<FoundBlob> => {
  const { message } = await platform.bus.call(findBlob, { digest }, context);
  const isOwn = (nodeId: string): number => (nodeId === config.localNodeId ? 0 : 1);
  return { digest, sizeBytes: message.sizeBytes, nodeIds: message.nodeIds.toSorted((one, other) => isOwn(one) - isOwn(other)) };
};

/** A blob that a node says it holds just now. Throws BLOB_UNKNOWN, or what kept every node from saying so. */
export const foundBlob = async (gateway: Gateway, digest: string, context: Context): Promise<FoundBlob> => {
  const found = await holdersOf(gateway, digest, context);
  let trouble: unknown;
  for (const nodeId of found.nodeIds)
    try {
      const response = await gateway.nodes.open(nodeId, 'HEAD', `/v1/blobs/${digest}`);
      response.resume();
      return { ...found, sizeBytes: Number(response.headers['content-length']) };
    } catch (error) {
      // A node may have lost it without having told yet.
      if (!(error instanceof NodeRefusal && error.status === 404)) trouble = error;
    }
  throw trouble ?? unknownBlob(digest);
};

/**
 * The bytes of a blob, from a node that holds it; where that one is cut off, another goes on. A whole blob is hashed on the way, and its last piece is held
 * back until it is known to be right: who reads gets an error instead of an altered blob. The first piece is there when this returns.
 */
export const openBlob = async (gateway: Gateway, { digest, sizeBytes, nodeIds }: FoundBlob, span: Span = { start: 0, end: sizeBytes }): Promise<AsyncGenerator<Buffer>> => {
  const from = async (at: number, used: readonly string[]): Promise<{ response: IncomingMessage; used: readonly string[] }> => {
    const nodeId = nodeIds[used.length % nodeIds.length];
    if (nodeId === undefined) throw unknownBlob(digest);
    const tried = [...used, nodeId];
    try {
      const isWhole = at === 0 && span.end === sizeBytes;
      return { response: await gateway.nodes.open(nodeId, 'GET', `/v1/blobs/${digest}`, undefined, isWhole ? {} : { range: `bytes=${at}-${span.end - 1}` }), used: tried };
    } catch (error) {
      if (tried.length === nodeIds.length * roundsMax) throw error instanceof NodeRefusal && error.status === 404 ? unknownBlob(digest) : error;
      return from(at, tried);
    }
  };
  const first = await from(span.start, []);
  const pieces = span.end - span.start === sizeBytes ? verified(resumed(first, span, from, nodeIds.length), digest, gateway) : resumed(first, span, from, nodeIds.length);
  return pieces;
};

type From = (at: number, used: readonly string[]) => Promise<{ response: IncomingMessage; used: readonly string[] }>;

const resumed = async function* (first: Awaited<ReturnType<From>>, { start, end }: Span, from: From, nodes: number): AsyncGenerator<Buffer> {
  let { response, used } = first;
  let at = start;
  for (;;) {
    try {
      for await (const piece of response as AsyncIterable<Buffer>) {
        at += piece.length;
        yield piece;
      }
      if (at >= end) return;
      throw new Error(`the blob was cut at ${at} of ${end} bytes`);
    } catch (error) {
      if (at >= end || used.length >= nodes * roundsMax) throw error;
      ({ response, used } = await from(at, used));
    }
  }
};

const verified = async function* (pieces: AsyncGenerator<Buffer>, digest: string, { platform }: Gateway): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  for await (const piece of pieces) {
    hash.update(piece);
    if (held) yield held;
    held = piece;
  }
  if (`sha256:${hash.digest('hex')}` !== digest) {
    platform.log.warn({ digest }, 'a blob is not what its name says: it was not given to a registry client');
    throw new Error(`blob ${digest} was altered where it lies`);
  }
  if (held) yield held;
};
