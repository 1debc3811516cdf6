import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromPeers, type Range } from './from-peers.ts';

const content = Buffer.from(Array.from({ length: 1_000 }, (_, at) => at % 256));
const limits = { segmentBytes: 64, segmentsMax: 3 };

/** A peer that gives so many bytes in all, and then is gone. */
type Peer = { name: string; leftBytes: number; asked: Range[] };
const peer = (name: string, leftBytes = Infinity): Peer => ({ name, leftBytes, asked: [] });

const open = async function* (from: Peer, range: Range): AsyncGenerator<Buffer> {
  from.asked.push(range);
  for (let at = range.start; at <= range.end; at += 10) {
    await Promise.resolve();
    const piece = content.subarray(at, Math.min(at + 10, range.end + 1));
    if (from.leftBytes < piece.length) throw new Error(`${from.name} is gone`);
    from.leftBytes -= piece.length;
    yield piece;
  }
};

const fetched = async (peers: readonly Peer[], start = 0): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of fromPeers({ peers, sizeBytes: content.length, start, open, limits })) pieces.push(piece);
  return Buffer.concat(pieces);
};

describe('a blob from peers', () => {
  it('comes from all of them', async () => {
    const peers = [peer('a'), peer('b'), peer('c')];
    assert.deepEqual(await fetched(peers), content);
    assert.ok(peers.every(({ asked }) => asked.length > 1));
  });
  it('is asked for from where it ends here', async () => {
    const one = peer('a');
    assert.deepEqual(await fetched([one], 990), content.subarray(990));
    assert.deepEqual(one.asked, [{ start: 990, end: 999 }]);
    assert.deepEqual(await fetched([], 1_000), Buffer.alloc(0));
  });
  it('goes on from the others where one went away, with no byte asked for twice', async () => {
    const peers = [peer('a', 105), peer('b')];
    assert.deepEqual(await fetched(peers), content);
    const last = peers[0]?.asked.at(-1)?.start ?? 0;
    assert.ok(peers[1]?.asked.some(({ start }) => start > last && start % 64 !== 0));
  });
  it('fails when nobody is left, with what each of them said', async () => {
    await assert.rejects(fetched([peer('a', 100), peer('b', 200)]), /is gone; [ab] is gone/);
    await assert.rejects(fetched([]), /nobody to ask/);
  });
  it('is given out up to where it was cut', async () => {
    const pieces: Buffer[] = [];
    await assert.rejects(async () => {
      for await (const piece of fromPeers({ peers: [peer('a', 200)], sizeBytes: 1_000, start: 0, open, limits })) pieces.push(piece);
    }, /a is gone/);
    assert.deepEqual(Buffer.concat(pieces), content.subarray(0, 192));
  });
  it('is asked for no further than is held in memory', async () => {
    let [aheadBytes, givenBytes] = [0, 0];
    const watching = async function* (from: Peer, range: Range): AsyncGenerator<Buffer> {
      aheadBytes = Math.max(aheadBytes, range.end + 1 - givenBytes);
      yield* open(from, range);
    };
    for await (const piece of fromPeers({ peers: [peer('a'), peer('b'), peer('c'), peer('d'), peer('e')], sizeBytes: content.length, start: 0, open: watching, limits })) {
      givenBytes += piece.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok(aheadBytes > limits.segmentBytes && aheadBytes <= (limits.segmentsMax + 1) * limits.segmentBytes, `${aheadBytes} bytes ahead`);
  });
  it('ends what was asked for when nobody wants it any more', async () => {
    const signals: AbortSignal[] = [];
    const waiting = async function* (_from: Peer, { start }: Range, signal: AbortSignal): AsyncGenerator<Buffer> {
      signals.push(signal);
      yield content.subarray(start, start + 64);
      if (start > 0) await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))));
    };
    for await (const _ of fromPeers({ peers: [peer('a'), peer('b')], sizeBytes: 1_000, start: 0, open: waiting, limits })) break;
    assert.ok(signals.every(({ aborted }) => aborted));
  });
  it('is whole as long as one peer is, whoever goes when', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 600 }), { maxLength: 4 }), fc.nat({ max: 1_000 }), async (lives, start) =>
        assert.deepEqual(await fetched([...lives.map((life, number) => peer(String(number), life)), peer('whole')], start), content.subarray(start))),
      { numRuns: 60 },
    ));
});
