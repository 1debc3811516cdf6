import type { Codec } from '#codec';
import type { Event as WireEvent } from '#proto/envelope.ts';
import { eventIn } from './decoded.ts';

/** An event of a domain: a tag and its fields. */
export type Tagged = { type: string };

/** Domain events ⇄ the log's events. */
export type EventCodec<Event extends Tagged> = {
  encode: (event: Event) => WireEvent;
  /** Nothing for a type that this version does not know. */
  decode: (event: WireEvent) => Event | undefined;
};

type CodecsOf<Event extends Tagged> = { [Type in Event['type']]: Codec<Omit<Extract<Event, { type: Type }>, 'type'>> };

/** One codec for a union of events, from the message of each. The compiler checks that fields agree. */
export const eventCodec = <Event extends Tagged>(codecs: CodecsOf<Event>): EventCodec<Event> => {
  const entries = Object.entries(codecs) as [string, Codec<unknown>][];
  const byTag = new Map(entries);
  const byTypeName = new Map(entries.map(([tag, codec]) => [codec.typeName, { tag, codec }]));
  return {
    encode: (event) => {
      const codec = byTag.get(event.type);
      if (!codec) throw new Error(`no codec for event ${event.type}`);
      return { type: codec.typeName, data: codec.encode(event) };
    },
    decode: ({ type, data }) => {
      const known = byTypeName.get(type);
      return known ? ({ type: known.tag, ...(eventIn(known.codec, data) as object) } as Event) : undefined;
    },
  };
};
