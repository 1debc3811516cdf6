import type { Decider } from '#kernel/decider.ts';
import { unreachable } from '#kernel/rejection.ts';

export type Blob = { readonly digest: string; readonly sizeBytes: number };

type Facts = { transferId: string; direction: string; reference: string; nodeId: string; platform: string };
type End = { outcome: string; message: string; imageId: string; manifestDigest: string; movedBytes: number };

export type TransferEvent =
  | ({ type: 'TransferBegun' } & Facts)
  | { type: 'TransferResolved'; manifestDigest: string; blobs: readonly Blob[] }
  | ({ type: 'TransferEnded' } & End);

export type TransferCommand =
  | ({ type: 'BeginTransfer' } & Facts)
  /** Reports of its node. */
  | { type: 'ReportResolved'; manifestDigest: string; blobs: readonly Blob[] }
  | ({ type: 'ReportEnded' } & End)
  /** Its node does not know of it. One that has just begun may not have got there yet. */
  | { type: 'LoseTransfer' };

export type Transfer =
  | { phase: 'absent' }
  | ({ phase: 'running'; begunAtMs: number; /** Not collected while it lasts. */ blobs: readonly Blob[] } & Facts)
  | ({ phase: 'ended'; begunAtMs: number; endedAtMs: number } & Facts & End);

/** From its beginning in the log until its node has heard of it. */
export const arrivalMaxMs = 10_000;

const lost: End = { outcome: 'lost', message: 'its node knows nothing of it any more: try again', imageId: '', manifestDigest: '', movedBytes: 0 };

/** One pull or push by a node. */
export const transferDecider: Decider<Transfer, TransferCommand, TransferEvent> = {
  initial: () => ({ phase: 'absent' }),
  decide: (command, transfer, nowMs) => {
    if (command.type === 'BeginTransfer') return transfer.phase === 'absent' ? [{ ...command, type: 'TransferBegun' }] : [];
    // Of what is over, reports are old news.
    if (transfer.phase !== 'running') return [];
    switch (command.type) {
      case 'ReportResolved':
        return transfer.blobs.length > 0 ? [] : [{ ...command, type: 'TransferResolved' }];
      case 'ReportEnded':
        return [{ ...command, type: 'TransferEnded' }];
      case 'LoseTransfer':
        return nowMs - transfer.begunAtMs < arrivalMaxMs ? [] : [{ type: 'TransferEnded', ...lost }];
      default:
        return unreachable(command);
    }
  },
  evolve: (transfer, event, atMs) => {
    if (event.type === 'TransferBegun') {
      const { type: _, ...facts } = event;
      return { phase: 'running', begunAtMs: atMs, blobs: [], ...facts };
    }
    if (transfer.phase !== 'running') return transfer;
    if (event.type === 'TransferResolved') return { ...transfer, blobs: event.blobs };
    const { type: _, ...end } = event;
    const { blobs: __, ...facts } = transfer;
    return { ...facts, ...end, phase: 'ended', endedAtMs: atMs };
  },
};
