import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { containerFiles } from '../../services/node-agent/effects/runtime/container-files.ts';
import { crunRuntime } from '../../services/node-agent/effects/runtime/crun.ts';
import { encodeIdentity } from '../../services/node-agent/effects/runtime/identity.ts';
import { enterCommand, isInside, leave } from '../../services/node-agent/effects/runtime/mount-namespace.ts';
import { StartError } from '../../services/node-agent/effects/runtime/port.ts';
import { sweep } from '../../services/node-agent/effects/runtime/sweep.ts';
import { describeContainers } from './own-mount-namespace.ts';
import { openRealRuntime, type RealRuntime } from './runtime-real.ts';
import { awaitEnd, execRequest, find, prepared, runToEnd, waitFor } from './runtime.ts';

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);
const groupsNamed = (name: string): string[] =>
  readdirSync('/sys/fs/cgroup').map((tree) => join('/sys/fs/cgroup', tree, name)).filter((path) => existsSync(path));
const linesNaming = (file: string, text: string): string[] => readFileSync(file, 'utf8').split('\n').filter((line) => line.includes(text));

await describeContainers(import.meta.url, () => {
  describe('the runtime leaves nothing behind', () => {
    let real: RealRuntime;
    beforeEach(() => (real = openRealRuntime()));
    afterEach(() => real.close());

    it('of a container that was deleted, but its log', async () => {
      const { containerId } = await runToEnd(real.runtime, prepared(real.rootfs, { command: ['echo', 'hi'], ipcMode: 'shareable' }));
      await real.runtime.delete(containerId);
      assert.deepEqual(['c', 'exits', 'oci'].flatMap((name) => readdirSync(join(real.options.runDir, name))), []);
      assert.deepEqual(groupsNamed(join(basename(real.dir), containerId)), []);
      assert.deepEqual(linesNaming('/proc/self/mountinfo', containerId), []);
      assert.deepEqual(readdirSync(join(real.options.stateDir, 'logs')), [containerId]);
    });

    it('of a container whose processes outlive its first one', async () => {
      const container = prepared(real.rootfs, { command: ['sh', '-c', 'sleep 1000 & echo $!'], pidMode: 'host' });
      const exited = await runToEnd(real.runtime, container);
      assert.equal(exited.exitCode, 0);
      const left = await waitFor('the other process', async () =>
        (await real.runtime.top(container.containerId)).find(({ command }) => command === 'sleep 1000'));
      await real.runtime.delete(container.containerId);
      await waitFor('the end of the last process', () => (isAlive(left.pid) ? undefined : true));
      assert.deepEqual(groupsNamed(join(basename(real.dir), container.containerId)), []);
    });

    it('of a container that an agent left half made: it is lost, and can be deleted', async () => {
      const container = prepared(real.rootfs, { command: ['true'] });
      const files = containerFiles(real.options, container.containerId);
      mkdirSync(files.bundle);
      writeFileSync(files.identity, encodeIdentity(container));
      assert.equal((await find(real.runtime, container.containerId))?.state, 'lost');
      await real.runtime.signal(container.containerId, 'KILL');
      await real.runtime.delete(container.containerId);
      assert.deepEqual(await real.runtime.list(), []);
      assert.equal((await runToEnd(real.runtime, container)).exitCode, 0);
    });

    it('and does not make a container a second time over the first', async () => {
      const container = prepared(real.rootfs, { command: ['sleep', '1000'] });
      await real.runtime.create(container);
      await assert.rejects(real.runtime.create(container), (error) => error instanceof StartError && /delete it first/.test(error.message));
      assert.equal((await find(real.runtime, container.containerId))?.state, 'created');
      const ended = awaitEnd(real.runtime, container.containerId);
      await real.runtime.signal(container.containerId, 'KILL');
      assert.equal((await ended).exitCode, 137);
    });

    it('after a sweep, whatever was going on', async () => {
      const [plain, paused, lost] = [await real.running({ tty: true }), await real.running(), await real.running({ ipcMode: 'shareable' })];
      const exec = await real.runtime.exec(plain, execRequest(['sleep', '1000']));
      await real.runtime.create(prepared(real.rootfs, { command: ['sleep', '1000'] }));
      await real.runtime.pause(paused);
      const containers = await real.runtime.list();
      const supervisors = containers.map(({ containerId }) => Number(readFileSync(containerFiles(real.options, containerId).supervisorPid, 'utf8')));
      process.kill(supervisors[containers.findIndex(({ containerId }) => containerId === lost)] ?? 0, 'SIGKILL');
      await sweep(real.options);
      await exec.exitCode;
      const pids = [...containers.map(({ pid }) => pid), ...supervisors];
      await waitFor('the end of every process', () => (pids.some(isAlive) ? undefined : true));
      assert.deepEqual(groupsNamed(basename(real.dir)), []);
      assert.deepEqual(linesNaming('/proc/self/mountinfo', real.dir), []);
      assert.deepEqual(readdirSync(real.options.runDir), []);
      await sweep(real.options);
      assert.deepEqual(await crunRuntime(real.options).list(), []);
    });
  });

  describe('the agent’s mount namespace', () => {
    it('is made once, keeps its mounts while no process is in it, and goes without a trace', () => {
      const runDir = mkdtempSync('/dev/shm/lading-ns-');
      const inside = (script: string): string => {
        const { command, args } = enterCommand(runDir);
        return execFileSync(command, [...args, 'sh', '-c', script], { encoding: 'utf8', cwd: '/tmp' }).trim();
      };
      const here = process.cwd();
      const name = inside('readlink /proc/self/ns/mnt');
      assert.notEqual(name, execFileSync('readlink', ['/proc/self/ns/mnt'], { encoding: 'utf8' }).trim());
      assert.equal(inside('mkdir -p /tmp/lading-probe && mount -t tmpfs probe /tmp/lading-probe && readlink /proc/self/ns/mnt'), name);
      assert.equal(inside('grep -c " /tmp/lading-probe " /proc/self/mountinfo; pwd'), `1\n${here}`);
      assert.equal(linesNaming('/proc/self/mountinfo', '/tmp/lading-probe').length, 0);
      assert.equal(isInside(runDir), false);
      const code = `import('${new URL('../../services/node-agent/effects/runtime/mount-namespace.ts', import.meta.url).pathname}').then((m) => process.exit(m.isInside('${runDir}') ? 0 : 1))`;
      const { command, args } = enterCommand(runDir);
      assert.equal(spawnSync(command, [...args, process.execPath, '-e', code]).status, 0);
      leave(runDir);
      leave(runDir);
      assert.deepEqual(linesNaming('/proc/self/mountinfo', runDir), []);
      assert.deepEqual(readdirSync(runDir), []);
      rmSync(runDir, { recursive: true });
      rmSync('/tmp/lading-probe', { recursive: true });
    });
  });
});
