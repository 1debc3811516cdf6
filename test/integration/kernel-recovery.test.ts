import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aggregates } from '#kernel/aggregates.ts';
import { handler } from '#kernel/handle.ts';
import { openLog } from '#kernel/log.ts';
import { openPlatform, type Platform } from '#kernel/platform.ts';
import { open } from '#kernel/service.ts';
import { contextOf, counterCodec, counterDecider } from '#kernel/testing/counter.ts';
import { openLogServer, whyNoLogServer, type LogServer } from '../contract/event-store-server.ts';

const commits = 2_200;

const why = whyNoLogServer();
describe(`a process that starts again${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(60_000);
  let server: LogServer;
  let snapshots: string;
  before(async function () {
    if (why !== undefined) return this.skip();
    server = await openLogServer();
    snapshots = mkdtempSync(join(tmpdir(), 'ladt-snapshots-'));
  });
  after(async () => {
    await server?.close();
    if (snapshots !== undefined) rmSync(snapshots, { recursive: true });
  });

  /** A service of counters on a platform; says how many commits it had to read before it could serve. */
  const start = async () => {
    const known = aggregates(counterDecider, counterCodec);
    let platform: Platform | undefined;
    let read = 0;
    const service = await open(async (keep) => {
      platform = await openPlatform({ natsUrl: server.url, natsSeed: '', replicas: 1, logBytesMax: 2 ** 28, snapshots }, openLog('counters', 'silent'), keep);
      platform.fromLog((stored) => {
        known.apply(stored);
        read++;
      }, { counters: known.kept });
      await platform.begin();
    });
    if (!platform) throw new Error('the platform was not opened');
    const handle = handler(counterDecider, counterCodec, known, platform);
    const count = (place: number) => handle(`counter.${place % 300}`, { type: 'Count', by: 1 }, contextOf(`c${place}`));
    return { known, read, count, platform, close: service.close };
  };
  const totalOf = ({ known }: Awaited<ReturnType<typeof start>>): number => [...known.entries()].reduce((total, [, { state }]) => total + state.total, 0);

  it('reads the log when it has no snapshot, and only the rest when it has one', async () => {
    const first = await start();
    for (let from = 0; from < commits; from += 300) await Promise.all(Array.from({ length: Math.min(300, commits - from) }, (_, place) => first.count(from + place)));
    await first.platform.applied(await first.platform.store.last());
    await first.close();
    assert.deepEqual(readdirSync(snapshots), ['counters.snapshot']);

    const second = await start();
    assert.deepEqual([second.read, totalOf(second), second.platform.position()], [0, commits, commits]);
    await second.count(commits);
    await second.close();

    await server.kill();
    await server.restart();
    const third = await start();
    assert.deepEqual([third.read, totalOf(third)], [1, commits + 1]);
    assert.equal((await third.count(5)).changed, true);
    assert.equal(totalOf(third), commits + 1, 'a command of long ago was decided again');
    await third.close();
  });

  it('reads the whole log when its snapshot is cut off', async () => {
    truncateSync(join(snapshots, 'counters.snapshot'), 1_000);
    const again = await start();
    assert.deepEqual([again.read, totalOf(again)], [commits + 1, commits + 1]);
    await again.close();
  });
});
