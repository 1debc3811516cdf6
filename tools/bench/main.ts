// Measures Lading beside dockerd and bare crun, in turns, in one run. Ratios count, not times: machines are noisy.
// BENCH_ROUNDS says how often (default 5), BENCH_ONLY which kinds of work (a part of their names).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildMs, thousandFiles, twelveSteps, twelveStepsIn } from './builds.ts';
import { openCrun } from './bare-crun.ts';
import { execMs, lifeMs, remove, startSleeper, timed } from './containers.ts';
import { openDockerd } from './dockerd-engine.ts';
import { run, type Engine } from './engine.ts';
import { figuresOf, table, type Figures, type Result } from './figures.ts';
import { openLading } from './lading-engine.ts';
import { peakOfBuild, peakOfPull } from './peak-memory.ts';
import { openPulls } from './pulls.ts';
import { runInMemory } from './run-in-memory.ts';
import { commandTimesMs, commitsPerSecond, recoveryMs } from './log.ts';

process.chdir(resolve(import.meta.dirname, '../..'));
runInMemory();
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const only = process.env.BENCH_ONLY ?? '';
const image = 'build/images/busybox-latest.tar';
const mib = 2 ** 20;

const results: Result[] = [];
const record = (work: string, unit: string, lading: readonly number[], peers: Record<string, readonly number[] | undefined>, budget: string, meets: (ours: Figures, peers: Record<string, Figures | undefined>) => boolean | undefined): void => {
  const ours = figuresOf(lading);
  const others = Object.fromEntries(Object.entries(peers).map(([name, values]) => [name, values && figuresOf(values)]));
  const [first] = Object.values(others);
  results.push({ work, unit, lading: ours, peers: others, ratio: ours && first ? first.median / ours.median : undefined, budget, met: ours && meets(ours, others) });
  console.log(`\n${table(results.slice(-1))}`);
};
const wanted = (work: string): boolean => work.includes(only);
const faster = (times: number) => (ours: Figures, { dockerd }: Record<string, Figures | undefined>): boolean | undefined => dockerd && dockerd.median / ours.median >= times;

const lading = await openLading();
const dockerd = await openDockerd(image);
const crun = openCrun(image);
const engines: readonly Engine[] = [lading, ...(dockerd ? [dockerd] : [])];
const scratch = mkdtempSync('/tmp/lading-bench-');
console.log(`${rounds} rounds beside ${dockerd ? `dockerd ${dockerd.version}` : 'no dockerd (absent)'} and ${execFileSync('crun', ['--version'], { encoding: 'utf8' }).split('\n')[0]}`);

/** Each engine in turn, round by round, so that what disturbs the machine disturbs all of them. */
const inTurns = async (times: number, measure: (engine: Engine) => Promise<number>): Promise<Record<string, number[]>> => {
  const values: Record<string, number[]> = Object.fromEntries(engines.map(({ name }) => [name, []]));
  for (let round = 0; round <= times; round++)
    for (const engine of engines) {
      const value = await measure(engine);
      // The first one warms up.
      if (round > 0) values[engine.name]?.push(value);
    }
  return values;
};

try {
  if (wanted('idle memory')) record('idle memory, all processes', 'MiB', [lading.memoryBytes() / mib], { dockerd: dockerd && [dockerd.memoryBytes() / mib] }, 'no more than dockerd', (ours, peers) => peers.dockerd && ours.median <= peers.dockerd.median);
  for (const network of ['none', 'bridge'] as const) {
    const work = `create to removed, network ${network}`;
    if (!wanted(work)) continue;
    const values = await inTurns(rounds * 4, (engine) => lifeMs(engine, network));
    const bare: number[] = [];
    for (let round = 0; round < rounds * 4; round++) bare.push(await crun.lifeMs());
    record(work, 'ms', values.lading ?? [], { dockerd: values.dockerd, crun: bare }, '10x dockerd', faster(10));
  }
  if (wanted('exec')) {
    const sleepers = new Map(await Promise.all(engines.map(async (engine) => [engine.name, await startSleeper(engine)] as const)));
    const values = await inTurns(rounds * 4, (engine) => execMs(engine, sleepers.get(engine.name) ?? ''));
    for (const engine of engines) await remove(engine, sleepers.get(engine.name) ?? '');
    record('exec', 'ms', values.lading ?? [], { dockerd: values.dockerd }, 'faster than dockerd', faster(1));
  }
  if (wanted('memory per container')) {
    const values = await inTurns(1, async (engine) => {
      const before = engine.memoryBytes();
      const ids: string[] = [];
      for (let number = 0; number < 20; number++) ids.push(await startSleeper(engine));
      const perContainer = (engine.memoryBytes() - before) / 20 / mib;
      for (const id of ids) await remove(engine, id);
      return perContainer;
    });
    record('memory per container', 'MiB', values.lading ?? [], { dockerd: values.dockerd }, 'under 1 MiB', (ours) => ours.median < 1);
  }
  if (wanted('pull of 6 layers')) {
    const times = Math.min(rounds, 3);
    await using pulls = await openPulls(engines, times + 1);
    const values = await inTurns(times, (engine) => pulls.nextMs(engine));
    record('pull of 6 layers, 300 MB', 'ms', values.lading ?? [], { dockerd: values.dockerd }, 'as fast as dockerd', faster(1));
  }
  if (wanted('build of 12 steps')) {
    const context = await twelveSteps();
    const full = await inTurns(rounds, (engine) => buildMs(engine, context, { noCache: true }));
    record('build of 12 steps', 'ms', full.lading ?? [], { dockerd: full.dockerd }, '1.5x dockerd', faster(1.5));
    const again = await inTurns(rounds * 4, (engine) => buildMs(engine, context, { noCache: false }));
    record('build of 12 steps, nothing changed, over the API', 'ms', again.lading ?? [], { dockerd: again.dockerd }, '', () => undefined);
    const folder = mkdtempSync(join(scratch, 'twelve-'));
    twelveStepsIn(folder);
    const commands = await inTurns(rounds, (engine) => timed(() => engine.buildFolder(folder)));
    record('build of 12 steps, nothing changed, by the command', 'ms', commands.lading ?? [], { dockerd: commands.dockerd }, '10x docker build', faster(10));
  }
  if (wanted('build of 1,000 files')) {
    const values = await inTurns(rounds, async (engine) => buildMs(engine, await thousandFiles(), { noCache: false }));
    record('build of 1,000 files', 'ms', values.lading ?? [], { dockerd: values.dockerd }, '2x dockerd', faster(2));
  }
  for (const [work, peak] of [['peak memory, pull of 2 GB', peakOfPull], ['peak memory, build of 2 GB', peakOfBuild]] as const)
    if (wanted(work)) record(work, 'MB', [(await peak(lading.platform.first)) / 1e6], {}, 'under 300 MB', (ours) => ours.median < 300);
  const twenty = join(scratch, 'twenty.yaml');
  writeFileSync(twenty, `services:\n${Array.from({ length: 20 }, (_, number) => `  s${number}:\n    image: busybox\n    command: sleep 10000\n    stop_grace_period: 0s\n`).join('')}`);
  const one = join(scratch, 'one.yaml');
  writeFileSync(one, 'services:\n  web:\n    image: busybox\n    command: sleep 10000\n    stop_grace_period: 0s\n');
  if (wanted('up of 20 services')) {
    const values = await inTurns(Math.max(1, Math.ceil(rounds / 2)), async (engine) => {
      const ms = await timed(() => engine.up(twenty, 'twenty'));
      await engine.down(twenty, 'twenty');
      return ms;
    });
    record('up of 20 services', 'ms', values.lading ?? [], { dockerd: values.dockerd }, '5x dockerd', faster(5));
  }
  if (wanted('scale 1 to 50')) {
    const values = await inTurns(Math.max(1, Math.ceil(rounds / 3)), async (engine) => {
      await engine.up(one, 'one');
      const ms = await timed(() => engine.scale(one, 'one', 'web', 50));
      await engine.down(one, 'one');
      return ms;
    });
    record('scale 1 to 50', 'ms', values.lading ?? [], { dockerd: values.dockerd }, '5x dockerd', faster(5));
  }
  if (wanted('one command')) {
    const times = (await commandTimesMs(lading, 300, 'warm').then(() => commandTimesMs(lading, 500, 'time'))).toSorted((a, b) => a - b);
    record('one command, median of 500', 'ms', [times[250] ?? 0], {}, 'under 2 ms', (ours) => ours.median < 2);
    record('one command, 99th of 100', 'ms', [times[495] ?? 0], {}, '', () => undefined);
    const perSecond: number[] = [];
    for (let round = 0; round < rounds; round++) perSecond.push(await commitsPerSecond(lading, 2_000, 64, `many-${round}`));
    record('commits a second, 64 clients', '1/s', perSecond, {}, '', () => undefined);
  }
  if (wanted('lading ps')) {
    const cli: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds * 4; round++) {
      cli.push(await timed(() => lading.platform.first.lading('ps')));
      bare.push((await timed(() => run(process.execPath, ['-e', '0'], process.env))) + (await timed(() => lading.call('GET', '/api/v1/containers'))));
    }
    record('lading ps', 'ms', cli, { 'node -e 0 and one request': bare }, 'at most twice', (ours, { 'node -e 0 and one request': base }) => base && ours.median <= base.median * 2);
  }
  if (wanted('recovery')) {
    const times: number[] = [];
    for (let round = 0; round < Math.max(1, Math.ceil(rounds / 3)); round++) times.push(await recoveryMs(100_000));
    record('recovery of 100,000 aggregates after kill -9', 'ms', times, {}, 'under 2000 ms', (ours) => ours.median < 2_000);
  }
} finally {
  crun.close();
  rmSync(scratch, { recursive: true, force: true });
  await dockerd?.close();
  await lading.close();
}
mkdirSync('build', { recursive: true });
writeFileSync('build/bench.json', `${JSON.stringify(results, null, 1)}\n`);
console.log(`\n${table(results)}\n\nwritten to build/bench.json`);
