import type { Codec } from '#codec';
import * as compose from '#proto/compose.ts';
import * as container from '#proto/container.ts';
import { Commit } from '#proto/envelope.ts';
import * as image from '#proto/image.ts';
import * as network from '#proto/network.ts';
import * as node from '#proto/node.ts';
import * as scheduler from '#proto/scheduler.ts';
import * as volume from '#proto/volume.ts';
import type { Stored } from '#kernel/eventstore/event-store.ts';

const isCodec = (value: unknown): value is Codec<unknown> => typeof value === 'object' && value !== null && 'typeName' in value;

const codecs = new Map([compose, container, image, network, node, scheduler, volume].flatMap((noun) => Object.values(noun).filter(isCodec)).map((codec) => [codec.typeName, codec]));

/** One event as users see it. */
export type ShownEvent = {
  sequence: number; aggregate: string; type: string; at: string; actor: string; reason: string; command_id: string; causation_id: string; correlation_id: string; data: Record<string, unknown>;
};

/** The events of a commit, readable. One of an unknown type is shown without its content. */
export const shownEvents = ({ sequence, aggregate, bytes }: Stored): ShownEvent[] => {
  const commit = Commit.decode(bytes);
  return commit.events.map(({ type, data }) => ({
    sequence,
    aggregate,
    type,
    at: new Date(commit.atMs).toISOString(),
    actor: commit.actor,
    reason: commit.reason,
    command_id: commit.commandId,
    causation_id: commit.causationId,
    correlation_id: commit.correlationId,
    data: readable((codecs.get(type)?.decode(data) ?? {}) as Record<string, unknown>),
  }));
};

// Bytes are base64, as protobuf's own JSON has them: a list of their numbers would be some ten times as long.
const readable = (data: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value]));
