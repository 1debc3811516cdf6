import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { aggregates } from '../aggregates.ts';
import { memoryEventStore } from '../eventstore/memory.ts';
import { handler } from '../handle.ts';
import { openLog } from '../log.ts';
import { contextOf, counterCodec, counterDecider, countedIds } from '../testing/counter.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import { codeIdentity } from './code-identity.ts';
import { readSnapshot } from './file.ts';
import { openSnapshots } from './snapshots.ts';

const quiet = openLog('test', 'silent');
const commits = 2_100;

/** A log of some counters, which is long enough to be worth a snapshot. */
const writtenLog = async (name = 'one'): Promise<EventStore> => {
  const store = memoryEventStore(() => 1);
  const handle = handler(counterDecider, counterCodec, aggregates(counterDecider, counterCodec), { store, ids: countedIds(name), clock: () => 1 });
  for (let place = 0; place < commits; place++) await handle(`counter.${place % 700}`, { type: 'Count', by: 1 }, contextOf(`${name}-${place}`));
  return store;
};

describe('a snapshot', function () {
  this.timeout(20_000);
  let folder: string;
  let path: string;
  let store: EventStore;
  before(async () => void (store = await writtenLog()));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ladt-snapshot-'));
    path = join(folder, 'test.snapshot');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A process that starts: it restores what it can and reads the rest. */
  const start = async ({ from = store, code = 'code', name = 'counters' }: { from?: EventStore; code?: string; name?: string } = {}) => {
    const known = aggregates(counterDecider, counterCodec);
    const snapshots = openSnapshots({ path, code: () => code, store: from, log: quiet });
    const restored = await snapshots.restore([{ [name]: known.kept }, {}]);
    let read = 0;
    const following = await from.follow(restored, (stored) => {
      known.apply(stored);
      snapshots.note(stored);
      read++;
    });
    await following.close();
    return { known, snapshots, restored, read };
  };
  const told = ({ known }: Awaited<ReturnType<typeof start>>) => new Map([...known.entries()].map(([id, folded]) => [id, { ...folded, hash: Buffer.from(folded.hash).toString('hex') }]));

  it('spares reading the log, and nothing is known otherwise', async () => {
    const first = await start();
    await first.snapshots.save();
    const second = await start();
    assert.deepEqual([first.restored, first.read, second.restored, second.read], [0, commits, commits, 0]);
    assert.deepEqual(told(second), told(first));
  });

  it('is read on from where it ends, and decisions go on', async () => {
    const own = await writtenLog();
    await (await start({ from: own })).snapshots.save();
    const handle = handler(counterDecider, counterCodec, aggregates(counterDecider, counterCodec), { store: own, ids: countedIds('later'), clock: () => 1 });
    await handle('counter.0', { type: 'Count', by: 5 }, contextOf('later'));
    const again = await start({ from: own });
    assert.deepEqual([again.restored, again.read], [commits, 1]);
    assert.equal(again.known.get('counter.0').state.total, 8);
    const next = handler(counterDecider, counterCodec, again.known, { store: own, ids: countedIds('next'), clock: () => 1 });
    assert.equal((await next('counter.0', { type: 'Count', by: 1 }, contextOf('next'))).state.total, 9);
    assert.equal((await next('counter.1', { type: 'Count', by: 1 }, contextOf('one-1'))).state.total, 3, 'a command of before the snapshot is answered, not decided again');
  });

  it('that is damaged anywhere is passed over: the log is read', async () => {
    await (await start()).snapshots.save();
    const whole = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
        const damaged = Buffer.from(whole);
        damaged[place]! ^= flip;
        writeFileSync(path, damaged);
        await assert.rejects(readSnapshot(path, 'code'));
      }),
      { numRuns: 40 },
    );
    assert.deepEqual(told(await start()), told(await start({ code: 'none' })));
  });

  it('whose end is missing is passed over', async () => {
    await (await start()).snapshots.save();
    const { length } = readFileSync(path);
    for (const left of [0, 5, 100, Math.floor(length / 2), length - 1]) {
      truncateSync(path, left);
      const { restored, read } = await start();
      assert.deepEqual([restored, read], [0, commits]);
      writeFileSync(path, '');
      rmSync(path);
      await (await start()).snapshots.save();
    }
  });

  it('that is called off leaves the one before, and nothing beside it', async () => {
    await (await start()).snapshots.save();
    const before = readFileSync(path);
    const again = await start({ code: 'other' });
    await assert.rejects(again.snapshots.save(AbortSignal.abort(new Error('it stops'))), /it stops/);
    assert.deepEqual(readdirSync(folder), ['test.snapshot']);
    assert.ok(before.equals(readFileSync(path)));
    await again.snapshots.save();
    assert.equal((await start({ code: 'other' })).restored, commits);
  });

  it('of other code is passed over', async () => {
    await (await start({ code: 'older' })).snapshots.save();
    assert.equal((await start({ code: 'newer' })).restored, 0);
  });

  it('of another log, or of more than the log holds, is passed over', async () => {
    await (await start()).snapshots.save();
    assert.equal((await start({ from: await writtenLog('other') })).restored, 0);
    const shorter = memoryEventStore(() => 1);
    assert.equal((await start({ from: shorter })).restored, 0);
  });

  it('of other services is passed over', async () => {
    await (await start({ name: 'others' })).snapshots.save();
    assert.equal((await start()).restored, 0);
  });

  it('whose content a reader can not take is passed over, by all of them', async () => {
    const known = aggregates(counterDecider, counterCodec);
    const strict = {
      save: () => ['what it can not take back'],
      load: (entries: readonly unknown[]) => {
        if (entries.length > 0) throw new Error('not mine');
      },
    };
    const readers = [{ counters: known.kept }, { strict }];
    const open = () => openSnapshots({ path, code: () => 'code', store, log: quiet });
    const snapshots = open();
    await snapshots.restore(readers);
    for await (const stored of store.read('>')) {
      known.apply(stored);
      snapshots.note(stored);
    }
    await snapshots.save();
    assert.ok(existsSync(path));
    assert.equal(await open().restore(readers), 0);
    assert.equal([...known.entries()].length, 0);
  });

  it('is neither read nor written when a reader does not say what it keeps', async () => {
    await (await start()).snapshots.save();
    const snapshots = openSnapshots({ path, code: () => 'code', store, log: quiet });
    assert.equal(await snapshots.restore([undefined, { counters: aggregates(counterDecider, counterCodec).kept }]), 0);
    snapshots.note({ sequence: 100_000, aggregate: '', bytes: new Uint8Array(), storedAtMs: 0 });
    await snapshots.save();
    assert.equal((await start()).restored, commits);
  });

  it('is due after many commits, or after some and a while', async () => {
    let nowMs = 0;
    const snapshots = openSnapshots({ path, code: () => 'code', store, log: quiet, nowMs: () => nowMs });
    await snapshots.restore([{}]);
    const dueAt = (sequence: number): boolean => (snapshots.note({ sequence, aggregate: '', bytes: new Uint8Array(), storedAtMs: 0 }), snapshots.due());
    assert.deepEqual([dueAt(1_999), dueAt(2_000), dueAt(50_000)], [false, false, true]);
    nowMs = 300_000;
    assert.deepEqual([dueAt(1_999), dueAt(2_000)], [false, true]);
  });

  it('names the code that runs, the same each time', () => assert.equal(codeIdentity(), codeIdentity()));

  it('refuses two readers that keep by the same name', async () => {
    const { kept } = aggregates(counterDecider, counterCodec);
    await assert.rejects(openSnapshots({ path, code: () => 'code', store, log: quiet }).restore([{ a: kept }, { a: kept }]), /two readers of the log keep "a"/);
  });
});
