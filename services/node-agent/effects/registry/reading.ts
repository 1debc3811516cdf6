import { RegistryError } from './registry-error.ts';
import { transportFailure } from './transport-failure.ts';
import type { Answer } from './transport.ts';

/** Below this, counted only while waiting for the registry, a connection is given up. */
const slowestBytesPerS = 1_024;

/** The bytes of an answer. Ends whole or throws: a cut, and a registry that gets too slow. */
export const bytesOf = async function* ({ body, url, headers, silenceMs }: Answer): AsyncGenerator<Buffer> {
  const pieces = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const expected = headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
  let [total, waitedMs, bytes] = [0, 0, 0];
  try {
    for (;;) {
      const from = performance.now();
      const next = await within(silenceMs, pieces, url.host, body);
      if (next.done) break;
      waitedMs += performance.now() - from;
      bytes += next.value.length;
      total += next.value.length;
      if (waitedMs > silenceMs) {
        if (bytes < (slowestBytesPerS * silenceMs) / 1_000) throw tooSlow(url.host, `gave ${bytes} bytes in ${Math.round(waitedMs / 1_000)} s`);
        [waitedMs, bytes] = [0, 0];
      }
      yield next.value;
    }
  } catch (error) {
    throw body.errored === null || body.errored === error || !(body.errored instanceof RegistryError) ? transportFailure(error, url.host) : body.errored;
  } finally {
    body.destroy();
  }
  if (expected !== undefined && total !== expected) throw new RegistryError('cut', `${url.host} cut the connection after ${total} of ${expected} bytes: try again`, { again: true });
};

const within = async (silenceMs: number, pieces: AsyncIterator<Buffer>, host: string, body: Answer['body']): Promise<IteratorResult<Buffer>> => {
  const late = setTimeout(() => body.destroy(tooSlow(host, `gave nothing for ${silenceMs / 1_000} s`)), silenceMs);
  try {
    return await pieces.next();
  } finally {
    clearTimeout(late);
  }
};

const tooSlow = (host: string, what: string): RegistryError => new RegistryError('slow', `${host} ${what}: try again later`, { again: true });

/** All of an answer that must be small. Throws when it is larger. */
export const wholeOf = async (answer: Answer, maxBytes: number): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let total = 0;
  for await (const piece of bytesOf(answer)) {
    total += piece.length;
    if (total > maxBytes) throw new RegistryError('refused', `${answer.url.host} sent more than ${maxBytes} bytes where that many are the most: is it a registry?`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/** Lets an answer go that nobody reads, so that its connection serves again. */
export const drop = ({ body }: Answer): void => {
  body.on('error', () => {});
  body.resume();
};
