/** Turns a message into bytes and back. `typeName` is the message's full protobuf name. */
export type Codec<Message> = {
  typeName: string;
  encode: (message: Message) => Uint8Array;
  /** Absent lists and maps come back empty, absent scalars as their zero, absent messages not at all. */
  decode: (bytes: Uint8Array) => Message;
};

/** What protobufjs generates for one message. */
type Generated = {
  encode: (message: unknown) => { finish: () => Uint8Array };
  decode: (bytes: Uint8Array) => unknown;
};

/** Pairs a generated message class with its plain type. */
export const codec = <Message>(typeName: string, generated: Generated): Codec<Message> => ({
  typeName,
  encode: (message) => generated.encode(message).finish(),
  decode: (bytes) => plain(generated.decode(bytes)) as Message,
});

// protobufjs keeps the zeros on the prototype: `for in` sees them, object spread would not.
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return new Uint8Array(value);
  const result: Record<string, unknown> = {};
  const message = value as Record<string, unknown>;
  for (const key in message) {
    const field = message[key];
    if (field !== null && field !== undefined && typeof field !== 'function' && key !== '$unknowns') result[key] = plain(field);
  }
  return result;
};
