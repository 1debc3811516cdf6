import { createHash } from 'node:crypto';
import { aggregates, type Aggregates } from '#kernel/aggregates.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { transferCodec } from '../codec/events.ts';
import { transferDecider, type Transfer, type TransferCommand, type TransferEvent } from '../domain/transfer.ts';

export type Transfers = { known: Aggregates<Transfer, TransferEvent>; handle: Handle<Transfer, TransferCommand> };

export const openTransfers = (platform: Platform): Transfers => {
  const known = aggregates(transferDecider, transferCodec);
  platform.fromLog((stored) => void (stored.aggregate.startsWith('image.transfer.') && known.apply(stored)), { imageTransfers: known.kept });
  return { known, handle: handler(transferDecider, transferCodec, known, platform) };
};

export const transferAggregate = (transferId: string): string => `image.transfer.${transferId}`;

/** Of the command that begins it, so that one sent again begins nothing. Part of subjects and paths, so what is written otherwise is hashed. */
export const transferIdOf = (commandId: string): string => (/^[A-Za-z0-9_-]{1,64}$/.test(commandId) ? commandId : createHash('sha256').update(commandId).digest('hex').slice(0, 32));
