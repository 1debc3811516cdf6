import assert from 'node:assert/strict';
import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { diskUploads, UploadError, type Uploads } from '../../services/node-agent/effects/content/uploads.ts';
import { digestOf, wholeOf } from './content-archives.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';

const bytes = (text: string): Readable => Readable.from([Buffer.from(text)]);
const refused = (reason: UploadError['reason'], message = /./) => (error: unknown) => error instanceof UploadError && error.reason === reason && message.test(error.message);
const minuteMs = 60_000;

describe('uploads of a machine', () => {
  let machine: ContentMachine;
  let uploads: Uploads;
  let nowMs: number;
  const open = (): Uploads => diskUploads({ stateDir: machine.stateDir, content: machine.content, clock: () => nowMs });
  beforeEach(async () => {
    machine = await contentMachine();
    nowMs = Date.now();
    uploads = open();
  });
  afterEach(() => {
    uploads.close();
    machine.close();
  });
  const onDisk = (): string[] => readdirSync(join(machine.stateDir, 'uploads'));
  const blob = async (digest: string): Promise<string> => (await wholeOf((await machine.content.openBlob(digest)).stream)).toString();

  it('become blobs, piece by piece, and nothing of them stays beside', async () => {
    const id = await uploads.begin();
    assert.equal(await uploads.append(id, bytes('one ')), 4);
    assert.equal(await uploads.append(id, bytes('two'), 4), 7);
    const digest = digestOf(Buffer.from('one two'));
    assert.deepEqual(await uploads.finish(id, digest), { digest, sizeBytes: 7 });
    assert.deepEqual([await blob(digest), onDisk()], ['one two', []]);
    await assert.rejects(uploads.sizeOf(id), refused('unknown', /begin the upload again/));
  });

  it('go on where they ended when the process was another', async () => {
    const id = await uploads.begin();
    await uploads.append(id, bytes('before '));
    uploads.close();
    uploads = open();
    assert.equal(await uploads.sizeOf(id), 7);
    await uploads.append(id, bytes('after'), 7);
    assert.equal((await uploads.finish(id, digestOf(Buffer.from('before after')))).sizeBytes, 12);
  });

  it('go on where the disk ends when it lost the last bytes', async () => {
    const id = await uploads.begin();
    await uploads.append(id, bytes('before'));
    uploads.close();
    uploads = open();
    truncateSync(join(machine.stateDir, 'uploads', id), 3);
    await assert.rejects(uploads.append(id, bytes('x'), 6), refused('place', /has 3 bytes/));
    await uploads.append(id, bytes('ore'), 3);
    await uploads.finish(id, digestOf(Buffer.from('before')));
  });

  it('keep what came before a cut', async () => {
    const id = await uploads.begin();
    const cut = Readable.from((async function* () {
      yield Buffer.from('came ');
      throw new Error('cut');
    })());
    await assert.rejects(uploads.append(id, cut), /cut/);
    assert.equal(await uploads.sizeOf(id), 5);
    await uploads.append(id, bytes('through'), 5);
    await uploads.finish(id, digestOf(Buffer.from('came through')));
  });

  it('are refused elsewhere than at their end, and not harmed by it', async () => {
    const id = await uploads.begin();
    await uploads.append(id, bytes('abc'));
    for (const start of [0, 2, 4]) await assert.rejects(uploads.append(id, bytes('x'), start), refused('place', /has 3 bytes/));
    await uploads.finish(id, digestOf(Buffer.from('abc')));
  });

  it('are gone when they are not what was said', async () => {
    const id = await uploads.begin();
    await uploads.append(id, bytes('abc'));
    await assert.rejects(uploads.finish(id, digestOf(Buffer.from('abd'))), refused('altered', /the content is sha256:.*upload it again/));
    assert.deepEqual([onDisk(), machine.kept()['blobs/sha256']], [[], []]);
  });

  it('are written by one request at a time', async () => {
    const id = await uploads.begin();
    const gate = Promise.withResolvers<void>();
    const slow = uploads.append(id, Readable.from((async function* () {
      await gate.promise;
      yield Buffer.from('slow');
    })()));
    await assert.rejects(uploads.append(id, bytes('x')), refused('busy'));
    await assert.rejects(uploads.cancel(id), refused('busy'));
    gate.resolve();
    assert.equal(await slow, 4);
  });

  it('of the same content may end at the same time', async () => {
    const ids = await Promise.all([uploads.begin(), uploads.begin()]);
    const digest = digestOf(Buffer.from('same'));
    await Promise.all(ids.map((id) => uploads.append(id, bytes('same'))));
    await Promise.all(ids.map((id) => uploads.finish(id, digest)));
    assert.deepEqual([await blob(digest), onDisk()], ['same', []]);
  });

  it('are cancelled', async () => {
    const id = await uploads.begin();
    await uploads.append(id, bytes('abc'));
    await uploads.cancel(id);
    assert.deepEqual(onDisk(), []);
    await assert.rejects(uploads.append(id, bytes('x')), refused('unknown'));
  });

  it('have names of their own making only', async () => {
    for (const id of ['../blobs', '..', '', 'x', `../uploads/${await uploads.begin()}`, '00000000-0000-4000-8000-000000000000']) await assert.rejects(uploads.append(id, bytes('x')), refused('unknown'));
  });

  it('are forgotten after a day', async () => {
    const old = await uploads.begin();
    nowMs += 25 * 60 * minuteMs;
    const young = await uploads.begin();
    uploads.close();
    uploads = open();
    assert.deepEqual(onDisk(), [young]);
    await assert.rejects(uploads.sizeOf(old), refused('unknown'));
  });

  it('are bounded: the one that waits longest makes room, if it waits long', async () => {
    const first = await uploads.begin();
    nowMs += 1_000;
    for (let count = 1; count < 256; count++) await uploads.begin();
    await assert.rejects(uploads.begin(), refused('many', /256 uploads are under way/));
    nowMs += 11 * minuteMs;
    await uploads.begin();
    assert.equal(onDisk().length, 256);
    await assert.rejects(uploads.sizeOf(first), refused('unknown'));
  });
});
