import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { diskContentStore } from '../../services/node-agent/effects/content/disk.ts';
import { digestOf, tarOf, wholeOf } from './content-archives.ts';
import { contentMachine, nothing, type ContentMachine } from './content-machine.ts';

const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251));
const blob = { digest: digestOf(bytes), sizeBytes: bytes.length };
const hex = blob.digest.slice('sha256:'.length);

/** Gives the bytes from `start` on, up to `end`, and then goes away as a cut connection does. */
const cutAt = (end: number, asked: number[] = []) => async (start: number): Promise<Readable> => {
  asked.push(start);
  return Readable.from(async function* () {
    yield bytes.subarray(start, end);
    if (end < bytes.length) throw new Error('the connection was cut');
  }());
};

describe('a blob that comes in pieces', () => {
  let machine: ContentMachine;
  beforeEach(async () => (machine = await contentMachine()));
  afterEach(() => machine.close());
  const partial = (): string => join(machine.stateDir, 'blobs/partial', hex);

  it('goes on where the try before was cut, and is whole in the end', async () => {
    const { content } = machine;
    const asked: number[] = [];
    await assert.rejects(content.completeBlob(blob, cutAt(40_000, asked)), /the connection was cut/);
    assert.equal(await content.hasBlob(blob.digest), false);
    await assert.rejects(content.completeBlob(blob, cutAt(70_000, asked)), /the connection was cut/);
    await content.completeBlob(blob, cutAt(bytes.length, asked));
    assert.deepEqual(asked, [0, 40_000, 70_000]);
    assert.deepEqual(await wholeOf((await content.openBlob(blob.digest)).stream), bytes);
    assert.deepEqual(machine.kept(), { ...nothing, 'blobs/sha256': [hex] });
  });

  it('goes on after the store was opened anew', async () => {
    await assert.rejects(machine.content.completeBlob(blob, cutAt(40_000)), /cut/);
    const asked: number[] = [];
    const reopened = await diskContentStore({ stateDir: machine.stateDir });
    await reopened.completeBlob(blob, cutAt(bytes.length, asked));
    assert.deepEqual(asked, [40_000]);
    assert.deepEqual(reopened.listBlobs(), [blob]);
  });

  it('that ends too early without an error is cut all the same', async () => {
    await assert.rejects(machine.content.completeBlob(blob, async (start) => Readable.from([bytes.subarray(start, 10)])), /was cut at 10 of 100000 bytes: the next try goes on from there/);
    assert.equal(statSync(partial()).size, 10);
  });

  it('is fetched from its first byte when what lay here is not its beginning', async () => {
    writeFileSync(partial(), Buffer.alloc(50_000, 'x'));
    const asked: number[] = [];
    await machine.content.completeBlob(blob, cutAt(bytes.length, asked));
    assert.deepEqual(asked, [50_000, 0]);
    assert.equal(await machine.content.hasBlob(blob.digest), true);
  });

  it('is fetched from its first byte when more lay here than it has', async () => {
    writeFileSync(partial(), Buffer.alloc(bytes.length + 1, 'x'));
    const asked: number[] = [];
    await machine.content.completeBlob(blob, cutAt(bytes.length, asked));
    assert.deepEqual(asked, [0]);
  });

  it('is refused beyond the size that was said, and when it is another, and leaves nothing', async () => {
    const more = Readable.from([bytes, Buffer.from('!')]);
    await assert.rejects(machine.content.completeBlob(blob, async () => more), /goes on beyond its 100000 bytes/);
    assert.deepEqual(machine.kept(), nothing);
    await assert.rejects(machine.content.completeBlob(blob, async () => Readable.from([Buffer.alloc(bytes.length)])), /was altered or cut on the way/);
    assert.deepEqual(machine.kept(), nothing);
  });

  it('is fetched once for all who need it at the same time', async () => {
    const asked: number[] = [];
    await Promise.all([1, 2, 3].map(() => machine.content.completeBlob(blob, cutAt(bytes.length, asked))));
    assert.deepEqual(asked, [0]);
    await machine.content.completeBlob(blob, cutAt(bytes.length, asked));
    assert.deepEqual(asked, [0]);
  });

  it('may be empty', async () => {
    const empty = { digest: digestOf(Buffer.alloc(0)), sizeBytes: 0 };
    await machine.content.completeBlob(empty, async () => Readable.from([]));
    assert.deepEqual(machine.content.listBlobs(), [empty]);
  });

  it('is forgotten a day after the last try', async () => {
    await assert.rejects(machine.content.completeBlob(blob, cutAt(10)), /cut/);
    machine.content.forgetPartial(Date.now());
    assert.deepEqual(readdirSync(join(machine.stateDir, 'blobs/partial')), [hex]);
    const dayAgo = Date.now() / 1_000 - 25 * 3_600;
    utimesSync(partial(), dayAgo, dayAgo);
    machine.content.forgetPartial(Date.now());
    assert.deepEqual(machine.kept(), nothing);
  });
});

describe('a blob that was altered on the disk', () => {
  let machine: ContentMachine;
  const warned: object[] = [];
  beforeEach(async () => {
    machine = await contentMachine({ warn: (fields) => void warned.push(fields) });
    warned.length = 0;
  });
  afterEach(() => machine.close());

  const alter = (digest: string): void => {
    const path = join(machine.stateDir, 'blobs/sha256', digest.slice('sha256:'.length));
    const content = readFileSync(path);
    content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, content);
  };

  it('is not given out whole: it is put aside, told of, and can be fetched again', async () => {
    const { content } = machine;
    const dropped: string[] = [];
    await content.putBlob(Readable.from([bytes]));
    content.watchBlobs((change) => void dropped.push(...change.dropped));
    alter(blob.digest);
    await assert.rejects(wholeOf((await content.openBlob(blob.digest)).stream), { name: 'TornBlob', digest: blob.digest });
    assert.deepEqual([await content.hasBlob(blob.digest), dropped, machine.kept()['blobs/quarantine']], [false, [blob.digest], [hex]]);
    assert.deepEqual(warned, [{ digest: blob.digest, path: join(machine.stateDir, 'blobs/quarantine', hex) }]);
    await content.completeBlob(blob, cutAt(bytes.length));
    assert.deepEqual(await wholeOf((await content.openBlob(blob.digest)).stream), bytes);
  });

  for (const compression of ['tar', 'gzip', 'zstd'] as const)
    it(`is not unpacked, nor is it taken for an image's own fault (${compression})`, async () => {
      const { content } = machine;
      const layer = await content.putLayer(Readable.from([await tarOf([{ name: 'a', text: 'x'.repeat(50_000) }])]), compression);
      const reopened = await diskContentStore({ stateDir: machine.stateDir });
      alter(layer.digest);
      await assert.rejects(reopened.unpack([layer]), { name: 'TornBlob', digest: layer.digest });
      assert.deepEqual([machine.kept().layers, machine.kept()['blobs/sha256'], machine.kept().staging], [[], [], []]);
    });

  it('does not fill the disk with others of its kind', async () => {
    for (let number = 0; number < 7; number++) {
      const { digest } = await machine.content.putBlob(Readable.from([Buffer.from(`blob ${number}`)]));
      alter(digest);
      await assert.rejects(wholeOf((await machine.content.openBlob(digest)).stream), { name: 'TornBlob' });
    }
    assert.equal(machine.kept()['blobs/quarantine']?.length, 4);
  });
});
