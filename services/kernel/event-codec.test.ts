import assert from 'node:assert/strict';
import fc from 'fast-check';
import { counterCodec, type CounterEvent } from './testing/counter.ts';

describe('event codec', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.record({ type: fc.constant('Counted' as const), by: fc.integer() }), fc.record({ type: fc.constant('Closed' as const) })), (event: CounterEvent) => {
        assert.deepEqual(counterCodec.decode(counterCodec.encode(event)), { ...event });
      }),
      { numRuns: 60 },
    );
  });
  it('names events in the log by their full protobuf name', () => assert.equal(counterCodec.encode({ type: 'Closed' }).type, 'test.Closed'));
  it('knows nothing of a type of tomorrow', () => assert.equal(counterCodec.decode({ type: 'test.OfTomorrow', data: new Uint8Array() }), undefined));
  it('refuses to write an event that has no codec', () => assert.throws(() => counterCodec.encode({ type: 'Forgotten' } as never), /no codec for event Forgotten/));
});
