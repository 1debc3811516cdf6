import { headers, type MsgHdrs } from '@nats-io/transport-node';
import type { Context } from '../context.ts';
import { randomIds } from '../ids.ts';

const names = {
  commandId: 'Lading-Command-Id',
  actor: 'Lading-Actor',
  reason: 'Lading-Reason',
  causationId: 'Lading-Cause',
  correlationId: 'Lading-Correlation',
  traceparent: 'traceparent',
} as const satisfies Record<keyof Context, string>;

const minSequenceName = 'Lading-Min-Sequence';

export const contextHeaders = (context: Context, minSequence: number): MsgHdrs => {
  const head = headers();
  for (const [field, name] of Object.entries(names) as [keyof Context, string][]) {
    // A header can't hold a line break, and what a person writes as a reason may.
    if (context[field] !== '') head.set(name, encodeURIComponent(context[field].toWellFormed()));
  }
  if (minSequence > 0) head.set(minSequenceName, String(minSequence));
  return head;
};

/** What a message says about its cause. A client that gave no command id gets one: its retry is then a new command. */
export const contextFrom = (message: { headers?: MsgHdrs | undefined }): { context: Context; minSequence: number } => {
  const value = (name: string): string => decoded(message.headers?.get(name) ?? '');
  const commandId = value(names.commandId) || randomIds.uuid();
  return {
    context: {
      commandId,
      actor: value(names.actor) || 'nats',
      reason: value(names.reason),
      causationId: value(names.causationId),
      correlationId: value(names.correlationId) || commandId,
      traceparent: value(names.traceparent),
    },
    minSequence: Number(value(minSequenceName)) || 0,
  };
};

// Anybody may send a message: what was not encoded is taken as it stands.
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
