import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { StartError } from '../../services/node-agent/effects/runtime/port.ts';
import { describeContainers } from './own-mount-namespace.ts';
import { openRealRuntime, outcome, type RealRuntime } from './runtime-real.ts';
import { until } from '../harness/wait.ts';
import { awaitEnd, execRequest, logText, prepared, runToEnd } from './runtime.ts';

const digest = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

await describeContainers(import.meta.url, () => {
  describe('a container’s streams', () => {
    let real: RealRuntime;
    before(() => (real = openRealRuntime()));
    after(() => real.close());

    it('bring random bytes through stdin, stdout and the log without a change', async () => {
      const bytes = randomBytes(300_000);
      const container = prepared(real.rootfs, { command: ['cat'], openStdin: true, stdinOnce: true });
      await real.runtime.create(container);
      const attached = await real.runtime.attach(container.containerId);
      const seen = buffer(attached.stdout);
      await real.runtime.start(container.containerId);
      attached.stdin.end(bytes);
      assert.equal(digest(await seen), digest(bytes));
      const pieces: Buffer[] = [];
      for await (const { data } of real.runtime.logs(container.containerId, { follow: true, stdout: true, stderr: true })) pieces.push(data);
      assert.equal(digest(Buffer.concat(pieces)), digest(bytes));
      await real.runtime.delete(container.containerId);
    });

    it('are not held up by a client that does not read: it is let go, the others get everything', async () => {
      const megabytes = 40;
      const container = prepared(real.rootfs, { command: ['sh', '-c', `dd if=/dev/zero bs=1M count=${megabytes} 2>/dev/null`], log: { driver: 'none', sizeMaxBytes: 0, filesMax: 0 } });
      await real.runtime.create(container);
      const [slow, quick] = [await real.runtime.attach(container.containerId), await real.runtime.attach(container.containerId)];
      let refusal = '';
      slow.stdout.on('error', ({ message }) => (refusal = message));
      let received = 0;
      quick.stdout.on('data', (data: Buffer) => (received += data.length));
      const ended = awaitEnd(real.runtime, container.containerId);
      await real.runtime.start(container.containerId);
      assert.equal((await ended).exitCode, 0);
      await Promise.all([quick.closed, slow.closed]);
      assert.equal(received, megabytes * 1024 * 1024);
      assert.match(refusal, /fell \d+ bytes behind/);
      assert.equal(await logText(real.runtime, container.containerId), '');
      await real.runtime.delete(container.containerId);
    });

    it('on a terminal show its size, and every change of it', async () => {
      const container = prepared(real.rootfs, { command: ['sh'], tty: true, openStdin: true });
      await real.runtime.create(container);
      const attached = await real.runtime.attach(container.containerId);
      let screen = '';
      attached.stdout.setEncoding('utf8').on('data', (piece: string) => (screen += piece));
      const shows = (what: string): Promise<true> => until(`${what} on the screen`, () => (screen.includes(what) ? true : undefined));
      await real.runtime.resize(container.containerId, 33, 77);
      await real.runtime.start(container.containerId);
      attached.stdin.write('stty size; tty; echo $TERM\n');
      await Promise.all(['33 77', '/dev/pts/0', 'xterm'].map(shows));
      await real.runtime.resize(container.containerId, 44, 88);
      attached.stdin.write('stty size\n');
      await shows('44 88');
      attached.close();
      const again = await real.runtime.attach(container.containerId);
      again.stdin.write('exit 5\n');
      assert.equal((await awaitEnd(real.runtime, container.containerId)).exitCode, 5);
      await again.closed;
      assert.match(await logText(real.runtime, container.containerId), /44 88/);
      await real.runtime.delete(container.containerId);
    });

    it('end at once for a client that comes when the container has ended', async () => {
      const container = prepared(real.rootfs, { command: ['true'] });
      await runToEnd(real.runtime, container);
      const late = await real.runtime.attach(container.containerId);
      await late.closed;
      assert.equal(await text(late.stdout), '');
      await real.runtime.delete(container.containerId);
    });
  });

  describe('a container’s log', () => {
    let real: RealRuntime;
    before(() => (real = openRealRuntime()));
    after(() => real.close());

    it('is bounded by number and size of its files, and a follower misses nothing', async () => {
      // For two seconds, since logs are looked at every second, and more often only once they are seen to grow.
      const [batches, lines] = [40, 20_000];
      const script = `i=0; b=0; while [ $b -lt ${batches} ]; do b=$((b+1)); n=0; while [ $n -lt ${lines / batches} ]; do n=$((n+1)); i=$((i+1)); echo "line $i of the log"; done; sleep 0.05; done`;
      const bounds = { driver: 'json-file', sizeMaxBytes: 200_000, filesMax: 3 };
      const container = prepared(real.rootfs, { command: ['sh', '-c', script], log: bounds });
      const watch = real.runtime.watch(() => undefined);
      await real.runtime.create(container);
      const followed = logText(real.runtime, container.containerId, { follow: true });
      await real.runtime.start(container.containerId);
      const numbers = (await followed).trim().split('\n').map((line) => Number(line.split(' ')[1]));
      assert.equal(numbers.length, lines);
      assert.ok(numbers.every((number, index) => number === index + 1));
      const dir = join(real.options.stateDir, 'logs', container.containerId);
      await until('rotated files', () => (readdirSync(dir).length === bounds.filesMax ? true : undefined));
      watch.close();
      assert.equal((await logText(real.runtime, container.containerId, { tail: 2 })), `line ${lines - 1} of the log\nline ${lines} of the log\n`);
      assert.ok(readdirSync(dir).every((name) => statSync(join(dir, name)).size > 0));
      await real.runtime.delete(container.containerId);
      await real.runtime.removeLog(container.containerId);
      assert.deepEqual(readdirSync(join(real.options.stateDir, 'logs')), []);
    });

    it('is given from a time and up to a time', async () => {
      const container = prepared(real.rootfs, { command: ['sh', '-c', 'echo early; sleep 0.2; echo late'] });
      await runToEnd(real.runtime, container);
      const entries = await Array.fromAsync(real.runtime.logs(container.containerId, { follow: false, stdout: true, stderr: true }));
      const [early = 0, late = 0] = entries.map(({ atNs }) => Number(atNs / 1_000_000n));
      assert.ok(late - early >= 150);
      const between = early + 100;
      assert.equal(await logText(real.runtime, container.containerId, { sinceMs: between }), 'late\n');
      assert.equal(await logText(real.runtime, container.containerId, { untilMs: between }), 'early\n');
      await real.runtime.delete(container.containerId);
    });

    it('ends for a follower when the supervisor is lost', async () => {
      const containerId = await real.running({ command: ['sh', '-c', 'echo before; sleep 1000'] });
      const followed = logText(real.runtime, containerId, { follow: true });
      await until('output', async () => ((await logText(real.runtime, containerId)) === '' ? undefined : true));
      const { loseSupervisor } = await import('./runtime-machine.ts');
      await loseSupervisor(real.options, containerId);
      assert.equal(await followed, 'before\n');
      await real.runtime.delete(containerId);
    });
  });

  describe('an exec', () => {
    let real: RealRuntime;
    let containerId: string;
    before(async () => {
      real = openRealRuntime();
      containerId = await real.running({ environment: ['A=container', 'B=container'], workingDir: '/tmp', user: 'app' });
    });
    after(() => real.close());
    const exec = async (line: string, rest = {}) => real.runtime.exec(containerId, execRequest(['sh', '-c', line], rest));

    it('has the container’s user, folder and variables, unless it says otherwise', async () => {
      const line = 'id -un; id -gn; pwd; echo $A $B $HOME';
      assert.equal((await outcome(await exec(line))).out, 'app\napp\n/tmp\ncontainer container /home/app\n');
      const other = { user: 'root', workingDir: '/etc', environment: ['B=exec'] };
      assert.equal((await outcome(await exec(line, other))).out, 'root\nroot\n/etc\ncontainer exec /root\n');
    });

    it('reads stdin to its end', async () => {
      const started = await exec('cat; echo done', { stdin: true });
      const bytes = randomBytes(200_000).toString('hex');
      started.stdin.end(bytes);
      assert.equal((await outcome(started)).out, `${bytes}done\n`);
    });

    it('without stdin reads nothing', async () => {
      assert.equal((await outcome(await exec('cat; echo done'))).out, 'done\n');
    });

    it('is killed when its time is up, or when asked', async () => {
      assert.equal((await outcome(await exec('exec sleep 1000', { timeoutMs: 100 }))).code, 137);
      const started = await exec('exec sleep 1000');
      started.kill();
      assert.equal(await started.exitCode, 137);
      started.kill();
    });

    it('of a file that is no program fails with 126', async () => {
      const refused = real.runtime.exec(containerId, execRequest(['/etc/passwd']));
      await assert.rejects(refused, (error) => error instanceof StartError && error.failure.exitCode === 126);
      await assert.rejects(exec('true', { workingDir: '/no/such/folder' }), (error) => error instanceof StartError && error.failure.exitCode !== 127);
    });

    it('in a paused container is refused', async () => {
      await real.runtime.pause(containerId);
      await assert.rejects(exec('true'), /is paused; unpause it first/);
      await real.runtime.unpause(containerId);
    });

    it('has all the agent’s capabilities when privileged', async () => {
      const { out } = await outcome(await exec('grep CapEff /proc/self/status', { privileged: true, user: 'root' }));
      assert.match(out, /CapEff:\t000001f/);
    });

    it('on a terminal gets its size, changes it, and gives the exit code', async () => {
      const started = await exec('until stty size | grep 20; do sleep 0.01; done; read line; stty size; exit 9', { tty: true, stdin: true, rows: 20, columns: 60 });
      let screen = '';
      started.stdout.setEncoding('utf8').on('data', (piece: string) => (screen += piece));
      await until('the first size', () => (screen.includes('20 60') ? true : undefined));
      await started.resize(21, 61);
      started.stdin.write('\n');
      assert.equal(await started.exitCode, 9);
      await until('the second size', () => (screen.includes('21 61') ? true : undefined));
    });

    it('on a terminal of a command that is not there fails with 127', async () => {
      const refused = real.runtime.exec(containerId, execRequest(['no-such-command'], { tty: true }));
      await assert.rejects(refused, (error) => error instanceof StartError && error.failure.exitCode === 127);
    });

    it('leaves nothing in the container’s folder', async () => {
      const dir = join(real.options.runDir, 'c', containerId.slice(0, 32), 'x');
      await until('an empty folder', () => (readdirSync(dir).length === 0 ? true : undefined));
    });
  });
});
