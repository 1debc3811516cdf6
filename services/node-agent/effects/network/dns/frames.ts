/** DNS over TCP: each message after its length in two bytes. */

export const framed = (message: Buffer): Buffer => {
  const bytes = Buffer.alloc(2 + message.length);
  bytes.writeUInt16BE(message.length, 0);
  message.copy(bytes, 2);
  return bytes;
};

/** The whole messages of what was received, and the beginning of the next. */
export const splitFrames = (received: Buffer): { messages: Buffer[]; rest: Buffer } => {
  const messages: Buffer[] = [];
  let at = 0;
  while (received.length >= at + 2 && received.length >= at + 2 + received.readUInt16BE(at)) {
    const end = at + 2 + received.readUInt16BE(at);
    messages.push(received.subarray(at + 2, end));
    at = end;
  }
  return { messages, rest: received.subarray(at) };
};
