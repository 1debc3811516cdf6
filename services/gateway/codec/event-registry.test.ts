import assert from 'node:assert/strict';
import { Commit } from '#proto/envelope.ts';
import { ManifestRegistered } from '#proto/image.ts';
import { shownEvents } from './event-registry.ts';

const stored = (type: string, data: Uint8Array) => ({
  sequence: 7,
  aggregate: 'image.manifest.aa',
  storedAtMs: 1,
  bytes: Commit.encode({ commitId: 'c', aggregate: 'image.manifest.aa', version: 1, previousHash: new Uint8Array(), commandId: 'd', causationId: '', correlationId: 'e', actor: 'uid:0', reason: '', atMs: 1_000, events: [{ type, data }] }),
});

describe('an event as users see it', () => {
  it('has bytes as base64', () => {
    const [event] = shownEvents(stored(ManifestRegistered.typeName, ManifestRegistered.encode({ digest: 'sha256:aa', mediaType: 'type', body: Buffer.from('{}') })));
    assert.deepEqual(event?.data, { digest: 'sha256:aa', mediaType: 'type', body: 'e30=' });
  });
  it('of an unknown type has no content', () => assert.deepEqual(shownEvents(stored('test.OfTomorrow', new Uint8Array([1])))[0]?.data, {}));
});
