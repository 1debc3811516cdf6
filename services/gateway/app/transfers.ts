import { beginTransfer } from '#endpoints/image.ts';
import type { RegistryLogin, TransferLine, TransferOrder } from '#endpoints/transfer-lines.ts';
import type { Context } from '#kernel/context.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { TransferReply } from '#proto/image.ts';
import type { Gateway } from './gateway.ts';

export type Asked = { direction: 'pull' | 'push'; reference: string; platform: string; login?: RegistryLogin };

/** A transfer under way: `first` is its first line, so that what fails at once is an error and no stream. */
export type Underway = { begun: TransferReply; first: TransferLine; rest: AsyncIterable<TransferLine>; cancel: () => void };

/** Has a node pull or push. The login goes to that node, and nowhere else. Throws what the first line says when that is a failure. */
export const openTransfer = async ({ platform, nodes, config }: Gateway, { direction, reference, platform: wanted, login }: Asked, context: Context, gone: AbortSignal): Promise<Underway> => {
  const { message: begun } = await platform.bus.call(beginTransfer, { direction, reference, nodeId: config.localNodeId, platform: wanted }, context);
  const { imageId, manifestDigest, mountFrom } = begun;
  const order: TransferOrder = { direction, reference: begun.reference, platform: wanted, imageId, manifestDigest, mountFrom, ...(login ? { login } : {}) };
  const { lines, cancel } = await nodes.lines<TransferLine>(begun.nodeId, `/v1/transfers/${begun.transferId}`, order);
  if (gone.aborted) cancel();
  gone.addEventListener('abort', cancel, { once: true });
  const all = ended(lines, begun.nodeId);
  const { value: first } = await all.next();
  if (first.event === 'failed') throw new Rejection(first.code, first.message);
  return { begun, first, rest: all, cancel };
};

// Always with an end: a node that went away says none.
const ended = async function* (lines: AsyncIterable<TransferLine>, nodeId: string): AsyncGenerator<TransferLine, TransferLine> {
  for await (const line of lines) {
    yield line;
    if (line.event === 'done' || line.event === 'failed') return line;
  }
  const lost: TransferLine = { event: 'failed', code: 'NODE_LOST', message: `node ${nodeId} went away in the middle of it: try again` };
  yield lost;
  return lost;
};
