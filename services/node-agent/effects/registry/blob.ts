import type { Descriptor } from './manifest.ts';
import { bytesOf } from './reading.ts';
import { RegistryError } from './registry-error.ts';
import { waitToRetry, type Clock } from './retry.ts';
import { isAborted } from './transport-failure.ts';
import type { Answer } from './transport.ts';

/** Where a blob can be had; `ask` gives an answer of status 200 or 206. */
export type BlobPlace = { where: string; ask: (headers: Readonly<Record<string, string>>) => Promise<Answer> };

/** A connection that brought as much was a good one: what happens after it counts from one again. */
const progressBytes = 2 ** 20;

type Setting = { from: number; clock: Clock; signal?: AbortSignal };

/** A blob's bytes from `from` on. What was cut goes on where it was cut, at the same place or at the next. */
export const blobOf = async function* (places: readonly BlobPlace[], descriptor: Descriptor, { from, clock, signal }: Setting): AsyncGenerator<Buffer> {
  let at = from;
  let last: unknown;
  for (const place of places) {
    let begunAt = at;
    for (let failures = 1; ; failures++)
      try {
        for await (const piece of piecesFrom(place, descriptor, at)) {
          at += piece.length;
          yield piece;
        }
        return;
      } catch (error) {
        if (isAborted(error) || signal?.aborted) throw error;
        if (at - begunAt >= progressBytes) failures = 1;
        begunAt = at;
        last = error;
        if (!(await waits(clock, error, failures, signal))) break;
      }
  }
  throw last;
};

const waits = async (clock: Clock, error: unknown, failures: number, signal: AbortSignal | undefined): Promise<boolean> => {
  try {
    await waitToRetry(clock, error, failures, signal);
    return true;
  } catch (given) {
    if (given !== error) throw given;
    return false;
  }
};

const piecesFrom = async function* ({ where, ask }: BlobPlace, { digest, sizeBytes }: Descriptor, from: number): AsyncGenerator<Buffer> {
  if (from >= sizeBytes && from > 0) return;
  // What is packed on the way has other bytes than were hashed.
  const answer = await ask({ 'accept-encoding': 'identity', ...(from > 0 ? { range: `bytes=${from}-` } : {}) });
  let at = startOf(answer, from, where, digest);
  for await (const piece of bytesOf(answer)) {
    const fresh = piece.subarray(Math.max(0, Math.min(piece.length, from - at)));
    at += piece.length;
    if (at > sizeBytes) throw new RegistryError('altered', `${where}: layer ${digest} has more than the ${sizeBytes} bytes that its manifest says: have it pushed again`);
    if (fresh.length > 0) yield fresh;
  }
  if (at < sizeBytes) throw new RegistryError('altered', `${where}: layer ${digest} has only ${at} of the ${sizeBytes} bytes that its manifest says: have it pushed again`);
};

// A server may give all of it where a part was asked for. https://www.rfc-editor.org/rfc/rfc9110#name-range
const startOf = ({ status, headers, body }: Answer, from: number, where: string, digest: string): number => {
  if (status === 200) return 0;
  const start = /^bytes (\d{1,15})-/.exec(headers['content-range'] ?? '')?.[1];
  if (start !== undefined && Number(start) === from) return from;
  body.destroy();
  throw new RegistryError('broken', `${where}: asked for layer ${digest} from byte ${from} on it gave another part: check the registry or what stands before it`);
};
