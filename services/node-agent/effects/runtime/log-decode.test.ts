import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completeLines, decodeEntry, parseTimestampNs } from './log-decode.ts';

const TIME = '2026-11-24T00:28:11.426505915+00:00';

describe('a log line of conmon', () => {
  it('gives stream, time to the nanosecond, and the text with its newline', () => {
    assert.deepEqual(decodeEntry(Buffer.from(`${TIME} stderr F two  words \n`)), {
      stream: 'stderr', atNs: 1795480091426505915n, isLineEnd: true, data: Buffer.from('two  words \n'),
    });
  });

  it('gives a piece without a newline as it was written', () => {
    assert.deepEqual(decodeEntry(Buffer.from(`${TIME} stdout P half\n`))?.data, Buffer.from('half'));
    assert.deepEqual(decodeEntry(Buffer.from(`${TIME} stdout F \n`))?.data, Buffer.from('\n'));
  });

  it('that was cut short is no entry', () => {
    for (const line of [`${TIME} stdout F half`, `${TIME} stdout\n`, 'garbage\n', `not-a-time stdout F x\n`, `${TIME} stdin F x\n`]) {
      assert.equal(decodeEntry(Buffer.from(line)), undefined, line);
    }
  });

  it('brings any bytes back exactly, however they were cut into lines', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }), (pieces) => {
        const original = Buffer.concat(pieces);
        const written: Buffer[] = [];
        // As conmon does: one entry for each newline, the rest of every read as a piece.
        for (const piece of pieces) {
          const { lines, rest } = completeLines(Buffer.from(piece));
          for (const line of lines) written.push(Buffer.from(`${TIME} stdout F `), line);
          if (rest.length > 0) written.push(Buffer.from(`${TIME} stdout P `), rest, Buffer.from('\n'));
        }
        const decoded = completeLines(Buffer.concat(written)).lines.map((line) => decodeEntry(line)?.data ?? Buffer.alloc(0));
        assert.deepEqual(Buffer.concat(decoded), original);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a log’s time', () => {
  it('is read with any zone and any number of digits', () => {
    assert.equal(parseTimestampNs('1970-01-01T01:00:01.5+01:00'), 1_500_000_000n);
    assert.equal(parseTimestampNs('1970-01-01T00:00:00Z'), 0n);
    assert.equal(parseTimestampNs('1970-01-01 00:00:00'), undefined);
  });
});
