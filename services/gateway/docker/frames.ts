import { Transform } from 'node:stream';

/** One of Docker's frames: stream, three zeros, length, bytes. */
export const framed = (stream: 'stdout' | 'stderr', bytes: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head[0] = stream === 'stdout' ? 1 : 2;
  head.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([head, bytes]);
};

/** Takes Docker's frames away: what a container with a TTY wrote is given as it is. */
export const unframed = (): Transform => {
  let rest: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      while (rest.length >= 8) {
        const length = rest.readUInt32BE(4);
        if (rest.length < 8 + length) break;
        this.push(rest.subarray(8, 8 + length));
        rest = rest.subarray(8 + length);
      }
      done();
    },
  });
};
