import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { containerFiles } from '../../services/node-agent/effects/runtime/container-files.ts';
import { crunRuntime } from '../../services/node-agent/effects/runtime/crun.ts';
import { encodeIdentity } from '../../services/node-agent/effects/runtime/identity.ts';
import { enterCommand, isInside, leave } from '../../services/node-agent/effects/runtime/mount-namespace.ts';
import { StartError } from '../../services/node-agent/effects/runtime/port.ts';
import { sweep } from '../../services/node-agent/effects/runtime/sweep.ts';
import { describeContainers } from './own-mount-namespace.ts';
import { openRealRuntime, type RealRuntime } from './runtime-real.ts';
import { moment, until } from '../harness/wait.ts';
import { awaitEnd, execRequest, find, logText, prepared, runToEnd } from './runtime.ts';

const AGENT = fileURLToPath(new URL('agent-to-kill.ts', import.meta.url));
/** How many different moments are tried, and over what time after the first container they are spread. */
const MOMENTS = 8;
const KILL_WINDOW_MS = 80;

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);
const groupsNamed = (name: string): string[] =>
  readdirSync('/sys/fs/cgroup').map((tree) => join('/sys/fs/cgroup', tree, name)).filter((path) => existsSync(path));
const groupsBelow = (path: string): string[] =>
  readdirSync('/sys/fs/cgroup').flatMap((tree) => {
    const dir = join('/sys/fs/cgroup', tree, path);
    return existsSync(dir) ? readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name) : [];
  });
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
      const left = await until('the other process', async () =>
        (await real.runtime.top(container.containerId)).find(({ command }) => command === 'sleep 1000'));
      await real.runtime.delete(container.containerId);
      await until('the end of the last process', () => (isAlive(left.pid) ? undefined : true));
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
      await until('the end of every process', () => (pids.some(isAlive) ? undefined : true));
      assert.deepEqual(groupsNamed(basename(real.dir)), []);
      assert.deepEqual(linesNaming('/proc/self/mountinfo', real.dir), []);
      assert.deepEqual(readdirSync(real.options.runDir), []);
      await sweep(real.options);
      assert.deepEqual(await crunRuntime(real.options).list(), []);
    });
  });

  describe('containers of an agent that is killed', () => {
    let real: RealRuntime;
    before(() => (real = openRealRuntime()));
    after(() => real.close());

    it('run on: the next agent has their exit codes and every line of their logs', async () => {
      const lines = 200;
      const talks = `i=0; while [ $i -lt ${lines} ]; do i=$((i+1)); echo line $i; sleep 0.005; done; exit 21`;
      const agent = spawn(process.execPath, [AGENT, JSON.stringify(real.options), real.rootfs, talks, 'exit 0', 'sleep 1000'], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      for await (const piece of agent.stdout.setEncoding('utf8')) {
        said += String(piece);
        if (said.includes('started')) break;
      }
      agent.kill('SIGKILL');
      await once(agent, 'exit');
      const [talking = '', quick = '', endless = ''] = said.trim().split('\n');
      const next = crunRuntime(real.options);
      assert.equal((await awaitEnd(next, quick)).exitCode, 0);
      assert.equal((await awaitEnd(next, talking)).exitCode, 21);
      assert.equal((await find(next, endless))?.state, 'running');
      const expected = Array.from({ length: lines }, (_, index) => `line ${index + 1}\n`).join('');
      assert.equal(await logText(next, talking), expected);
      await Promise.all([talking, quick, endless].map((containerId) => next.delete(containerId)));
      assert.deepEqual(await next.list(), []);
    });

    it('can be killed at any moment of their making: each is then listed and deleted, or never was', async () => {
      for (let place = 0; place < MOMENTS; place += 1) {
        const agent = spawn(process.execPath, [AGENT, JSON.stringify(real.options), real.rootfs, 'sleep 1000', 'sleep 1000', 'sleep 1000', 'sleep 1000'], { stdio: ['ignore', 'pipe', 'inherit'] });
        await once(agent.stdout, 'data');
        const killAfterMs = (place * KILL_WINDOW_MS) / MOMENTS;
        await moment(killAfterMs);
        agent.kill('SIGKILL');
        await once(agent, 'exit');
        const next = crunRuntime(real.options);
        await until('nothing left', async () => {
          const containers = await next.list();
          await Promise.all(containers.map(({ containerId }) => next.delete(containerId)));
          return containers.length === 0 && groupsBelow(real.options.cgroupParent).length === 0 ? true : undefined;
        });
        assert.deepEqual(['c', 'exits', 'oci'].flatMap((name) => readdirSync(join(real.options.runDir, name))), []);
      }
    });
  });

  describe('the runtime program', () => {
    it('is not changed by an image whose program is the runtime itself', async () => {
      const real = openRealRuntime();
      const digest = (): string => createHash('sha256').update(readFileSync('/usr/bin/crun')).digest('hex');
      const before = digest();
      writeFileSync(join(real.rootfs, 'self'), '#!/proc/self/exe\n', { mode: 0o755 });
      writeFileSync(join(real.rootfs, 'overwrite'), '#!/bin/sh\nfor fd in /proc/*/exe; do echo x > $fd; done 2>/dev/null\n', { mode: 0o755 });
      const containerId = await real.running();
      for (const command of ['/self', '/overwrite']) {
        await real.sh('', { command: [command] }).catch(() => undefined);
        const exec = await real.runtime.exec(containerId, execRequest([command])).catch(() => undefined);
        await exec?.exitCode;
      }
      assert.equal(digest(), before);
      await real.close();
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
