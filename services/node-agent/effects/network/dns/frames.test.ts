import assert from 'node:assert/strict';
import fc from 'fast-check';
import { framed, splitFrames } from './frames.ts';

describe('DNS over TCP', () => {
  it('finds the same messages wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 6 }), fc.nat(200), (messages, cut) => {
        const stream = Buffer.concat(messages.map((message) => framed(Buffer.from(message))));
        const first = splitFrames(stream.subarray(0, cut));
        const second = splitFrames(Buffer.concat([first.rest, stream.subarray(cut)]));
        assert.deepEqual([...first.messages, ...second.messages].map((each) => [...each]), messages.map((each) => [...each]));
        assert.equal(second.rest.length, 0);
      }),
    );
  });
});
