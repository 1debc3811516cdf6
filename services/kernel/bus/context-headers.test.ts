import assert from 'node:assert/strict';
import { headers } from '@nats-io/transport-node';
import fc from 'fast-check';
import type { Context } from '../context.ts';
import { following } from '../context.ts';
import { contextFrom, contextHeaders } from './context-headers.ts';

const through = (context: Context, minSequence = 0) => contextFrom({ headers: contextHeaders(context, minSequence) });
const whole: Context = { commandId: 'c', actor: 'uid:0', reason: '', causationId: '', correlationId: 'whole', traceparent: '' };

describe('the context of a message', () => {
  it('arrives as it was sent, whatever people write', () => {
    const unit = fc.constantFrom('a', ' ', '%', '\r', '\n', ':', 'é', '😀', '\0');
    const text = fc.string({ unit, minLength: 1 });
    const any = fc.record({ commandId: text, actor: text, reason: fc.string({ unit }), causationId: text, correlationId: text, traceparent: text }, { noNullPrototype: true });
    fc.assert(fc.property(any, fc.nat(), (context, minSequence) => assert.deepEqual(through(context, minSequence), { context, minSequence })), { numRuns: 40 });
  });
  it('carries line breaks without ending the header', () => assert.equal(through({ ...whole, reason: 'one\r\nLading-Actor: root' }).context.reason, 'one\r\nLading-Actor: root'));
  it('loses half a character, not the whole message', () => assert.equal(through({ ...whole, reason: 'cut \ud83d' }).context.reason, 'cut \ufffd'));
  it('is taken as it stands when another program wrote it', () => {
    const head = headers();
    head.set('Lading-Reason', '100%');
    head.set('Lading-Min-Sequence', 'soon');
    const { context, minSequence } = contextFrom({ headers: head });
    assert.deepEqual([context.reason, minSequence], ['100%', 0]);
  });
  it('is a new command when the client named none, and its own correlation', () => {
    const { context, minSequence } = contextFrom({ headers: undefined });
    assert.match(context.commandId, /^[0-9a-f-]{36}$/);
    assert.deepEqual({ ...context, commandId: '' }, { commandId: '', actor: 'nats', reason: '', causationId: '', correlationId: context.commandId, traceparent: '' });
    assert.equal(minSequence, 0);
  });
  it('names its cause when it follows from another', () =>
    assert.deepEqual(following({ id: 'cause', correlationId: 'whole', traceparent: 'trace' }, 'c2', 'service:x', 'why'), {
      commandId: 'c2', actor: 'service:x', reason: 'why', causationId: 'cause', correlationId: 'whole', traceparent: 'trace',
    }));
});
