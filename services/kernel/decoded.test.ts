import assert from 'node:assert/strict';
import { Commit } from '#proto/envelope.ts';
import { VolumeCreated } from '#proto/volume.ts';
import { commitIn, eventIn } from './decoded.ts';

const bytesOf = (name: string): Uint8Array => {
  const data = VolumeCreated.encode({ name, nodeId: 'n1', driver: 'local', labels: {}, options: {}, anonymous: false });
  return Commit.encode({ commitId: name, aggregate: `volume.${name}`, version: 1, previousHash: new Uint8Array(), commandId: '', causationId: '', correlationId: '', actor: '', reason: '', atMs: 0, events: [{ type: VolumeCreated.typeName, data }] });
};
const nameIn = (bytes: Uint8Array): string[] => commitIn(bytes).events.map(({ data }) => eventIn(VolumeCreated, data).name);

describe('what is decoded of a commit', () => {
  it('is decoded once for all readers of it', () => {
    const bytes = bytesOf('one');
    const [event] = commitIn(bytes).events;
    assert.ok(event);
    assert.equal(commitIn(bytes), commitIn(bytes));
    assert.equal(eventIn(VolumeCreated, event.data), eventIn(VolumeCreated, event.data));
  });

  it('is that of the bytes asked for, in whatever order readers ask', () => {
    const [one, two] = [bytesOf('one'), bytesOf('two')];
    assert.deepEqual([one, two, one, two].flatMap(nameIn), ['one', 'two', 'one', 'two']);
  });
});
