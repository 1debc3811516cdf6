import { Readable } from 'node:stream';
import type { ContentStore } from '../../effects/content/port.ts';
import type { Descriptor } from '../../effects/registry/manifest.ts';
import { RegistryError } from '../../effects/registry/registry-error.ts';
import type { Source } from '../../effects/registry/source.ts';

type Bringing = { content: ContentStore; source: Source; signal: AbortSignal };

/** Of those who wait for the same blob, one fetches it; when that one goes away, the next takes over. */
const takeOversMax = 5;

/** A blob from its registry into the store, unless it is there. Gives how many bytes came; `hear` is told them as they come. */
export const bringBlob = async ({ content, source, signal }: Bringing, { digest, sizeBytes, ...rest }: Descriptor, hear: (hereBytes: number) => void = () => {}): Promise<number> => {
  let moved = 0;
  let withoutMirrors = false;
  for (let takeOvers = 0; ; ) {
    let isMine = false;
    const fetch = (start: number): Readable => {
      isMine = true;
      return Readable.from(counted(source.blob({ digest, sizeBytes, ...rest }, { from: start, withoutMirrors }), start), { objectMode: false });
    };
    const counted = async function* (pieces: AsyncIterable<Buffer>, start: number): AsyncGenerator<Buffer> {
      let here = start;
      for await (const piece of pieces) {
        moved += piece.length;
        hear((here += piece.length));
        yield piece;
      }
    };
    try {
      await untilAborted(signal, content.completeBlob({ digest, sizeBytes }, async (start) => fetch(start)));
      return moved;
    } catch (error) {
      if (signal.aborted) throw error;
      if (!isMine && takeOvers++ < takeOversMax) continue;
      // Bytes came to their end and were wrong: a mirror may be, while the registry itself is right.
      if (!isMine || withoutMirrors || !source.hasMirrors || error instanceof RegistryError) throw error;
      withoutMirrors = true;
    }
  }
};

// Somebody else's fetching goes on without this one.
const untilAborted = <Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
