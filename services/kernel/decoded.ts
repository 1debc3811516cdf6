import type { Codec } from '#codec';
import { Commit } from '#proto/envelope.ts';

let last: { bytes: Uint8Array; commit: Commit; events: Map<Uint8Array, unknown> } | undefined;

/**
 * The commit in these bytes. The readers of a process are given each commit one after the other, so the last one is kept for the next
 * of them: what it gives is shared and must not be changed.
 */
export const commitIn = (bytes: Uint8Array): Commit => {
  if (last?.bytes !== bytes) last = { bytes, commit: Commit.decode(bytes), events: new Map() };
  return last.commit;
};

/** The message of an event of the last commit, decoded once likewise. */
export const eventIn = <Message>(codec: Codec<Message>, data: Uint8Array): Message => {
  const known = last?.events.get(data) as Message | undefined;
  if (known !== undefined) return known;
  const message = codec.decode(data);
  last?.events.set(data, message);
  return message;
};
