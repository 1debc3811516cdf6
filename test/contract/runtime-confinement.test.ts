import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../harness/wait.ts';
import { NO_LIMITS, awaitEnd, execRequest, find, prepared } from './runtime.ts';
import { StartError } from '../../services/node-agent/effects/runtime/port.ts';
import { describeContainers } from './own-mount-namespace.ts';
import { openRealRuntime, outcome, type RealRuntime } from './runtime-real.ts';

const CAPABILITIES = "grep -E '^Cap' /proc/self/status | tr -d '\\t '";
const DOCKER_DEFAULT = '00000000a80425fb';
const NONE = '0000000000000000';

const failure = (exitCode: number, message: RegExp) => (error: unknown): boolean =>
  error instanceof StartError && error.failure.exitCode === exitCode && message.test(error.message);

await describeContainers(import.meta.url, () => {
  describe('a container is confined', () => {
    let real: RealRuntime;
    before(() => (real = openRealRuntime()));
    after(() => real.close());

    it('to the capabilities Docker gives, none of them inheritable', async () => {
      const { output } = await real.sh(CAPABILITIES);
      assert.equal(output, `CapInh:${NONE}\nCapPrm:${DOCKER_DEFAULT}\nCapEff:${DOCKER_DEFAULT}\nCapBnd:${DOCKER_DEFAULT}\nCapAmb:${NONE}\n`);
    });

    it('to fewer or other capabilities as asked, and none in effect for a user that is not root', async () => {
      assert.match((await real.sh(CAPABILITIES, { capDrop: ['ALL'], capAdd: ['NET_ADMIN'] })).output, /CapEff:0000000000001000/);
      assert.match((await real.sh(CAPABILITIES, { user: 'app' })).output, new RegExp(`CapEff:${NONE}\nCapBnd:${DOCKER_DEFAULT}`));
    });

    it('in an exec as well', async () => {
      const containerId = await real.running();
      const line = `${CAPABILITIES}; grep Seccomp: /proc/self/status; unshare -U true && echo escaped`;
      const { out } = await outcome(await real.runtime.exec(containerId, execRequest(['sh', '-c', line])));
      assert.match(out, new RegExp(`CapInh:${NONE}\nCapPrm:${DOCKER_DEFAULT}\n`));
      assert.match(out, /Seccomp:\t2\n$/);
      await real.runtime.delete(containerId);
    });

    it('by a system call filter, whether it was just compiled or comes from the cache', async () => {
      const tries = 'grep Seccomp: /proc/self/status; unshare -U true || echo no user namespace; unshare -m true || echo no mount namespace; mount -t tmpfs x /tmp || echo no mount';
      const compiled = (): number => readdirSync(join(real.options.stateDir, 'seccomp')).length;
      const before = compiled();
      for (const round of ['compiled', 'cached']) {
        // No other test gives this capability, which has a rule of its own.
        const { output } = await real.sh(tries, { capAdd: ['SYS_TTY_CONFIG'] });
        assert.equal(compiled(), before + 1, round);
        assert.match(output, /Seccomp:\t2/);
        for (const refused of ['no user namespace', 'no mount namespace', 'no mount']) assert.ok(output.includes(refused), output);
      }
    });

    it('by a filter of its own, or by none, as asked', async () => {
      const profile = JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [{ names: ['mkdir', 'mkdirat'], action: 'SCMP_ACT_ERRNO' }] });
      assert.equal((await real.sh('mkdir /tmp/x 2>/dev/null || echo refused', { securityOpt: [`seccomp=${profile}`] })).output, 'refused\n');
      assert.match((await real.sh('grep Seccomp: /proc/self/status', { securityOpt: ['seccomp=unconfined'] })).output, /Seccomp:\t0/);
      await assert.rejects(real.sh('true', { securityOpt: ['seccomp={'] }), failure(125, /seccomp: is no JSON/));
      await assert.rejects(real.sh('true', { securityOpt: ['magic=1'] }), failure(125, /magic=1: not known/));
    });

    it('by masked and read-only kernel files', async () => {
      const { output } = await real.sh('wc -c < /proc/interrupts; ls /sys/firmware | wc -l; (echo 1 > /proc/sys/kernel/panic) 2>/dev/null || echo read-only; mkdir /sys/fs/cgroup/memory/x 2>/dev/null || echo read-only');
      assert.equal(output, '0\n0\nread-only\nread-only\n');
    });

    it('to three open files at its start', async () => {
      const { output } = await real.sh('ls /proc/$$/fd; true');
      assert.deepEqual(output.trim().split('\n'), ['0', '1', '2']);
    });

    it('to its own processes, devices and cgroup', async () => {
      const { output } = await real.sh('echo $$; ls /dev | tr "\\n" " "; cut -d: -f3 /proc/self/cgroup | sort -u');
      assert.equal(output, '1\ncore fd full mqueue null ptmx pts random shm stderr stdin stdout tty urandom zero /\n');
    });

    it('unless it is privileged: then to what the agent itself may do', async () => {
      const bounding = /CapBnd:\t(\w+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
      const { output } = await real.sh(`${CAPABILITIES}; grep Seccomp: /proc/self/status; mount -t tmpfs x /tmp && echo mounted`, { privileged: true });
      assert.match(output, new RegExp(`CapEff:${bounding}`));
      assert.match(output, /Seccomp:\t0\nmounted\n$/);
    });

    it('from gaining privileges when asked', async () => {
      assert.match((await real.sh('grep NoNewPrivs /proc/self/status', { securityOpt: ['no-new-privileges:true'] })).output, /\t1\n$/);
    });

    it('by limits no higher than the agent has, and still starts', async () => {
      const ulimits = [{ name: 'nofile', soft: 1e6, hard: 1e6 }, { name: 'core', soft: -1, hard: -1 }, { name: 'cpu', soft: -1, hard: -1 }];
      const hard = Number(/^Max open files\s+\d+\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]);
      const { output } = await real.sh('ulimit -n; ulimit -t; cat /proc/self/oom_score_adj', { ulimits, oomScoreAdj: -500 });
      assert.equal(output, `${Math.min(hard, 1e6)}\nunlimited\n${readFileSync('/proc/self/oom_score_adj', 'utf8')}`);
    });

    it('to its memory: what needs more is killed and said to be', async () => {
      const resources = { ...NO_LIMITS, memoryBytes: 16 * 1024 * 1024, memorySwapBytes: 16 * 1024 * 1024 };
      const { exitCode, oomKilled } = await real.sh('exec tail /dev/zero', { resources });
      assert.deepEqual([exitCode, oomKilled], [137, true]);
      assert.ok(!existsSync('oom'), 'conmon wrote its own file into the folder of whoever started it');
    });

    it('to a root filesystem that is not written to when it is read-only, but for its tmpfs', async () => {
      const mount = { type: 'tmpfs', source: '', target: '/scratch/a', readOnly: false, propagation: '', noCopy: false, tmpfsSizeBytes: 1024 * 1024, tmpfsMode: 0o700, createHostPath: false, anonymous: false, subpath: '', volumeLabels: {}, nonRecursive: false, readOnlyNonRecursive: false, tmpfsOptions: [], volumeOptions: {}, mode: '' };
      mkdirSync(join(real.rootfs, 'scratch/a'), { recursive: true });
      const { output } = await real.sh('touch /x 2>/dev/null || echo read-only; touch /scratch/a/x && df -k /scratch/a | tail -1 | tr -s " " | cut -d" " -f2; stat -c %a /scratch/a', { readOnlyRoot: true, mounts: [mount] });
      assert.equal(output, 'read-only\n1024\n700\n');
    });

    it('to the mounts it is given, read-only ones unwritable to the bottom', async () => {
      const source = join(real.dir, 'data');
      mkdirSync(source);
      writeFileSync(join(source, 'in'), 'from the host\n');
      const mounts = [{ source, target: '/data', readOnly: false, propagation: '' }, { source, target: '/data-ro', readOnly: true, propagation: 'rprivate' }];
      const { output } = await real.sh('cat /data/in; echo back > /data/out; touch /data-ro/x 2>/dev/null || echo read-only', {}, { mounts });
      assert.equal(output, 'from the host\nread-only\n');
      assert.equal(readFileSync(join(source, 'out'), 'utf8'), 'back\n');
    });

    it('to a network namespace by path', async () => {
      const holder = spawn('unshare', ['-n', 'sleep', '1000']);
      await once(holder, 'spawn');
      const hostNamespace = readFileSync('/proc/self/net/dev', 'utf8');
      while (readFileSync(`/proc/${holder.pid}/comm`, 'utf8') !== 'sleep\n') await new Promise(setImmediate);
      const { output } = await real.sh('cat /proc/net/dev', {}, { netns: `/proc/${holder.pid}/ns/net` });
      assert.notEqual(output, hostNamespace);
      assert.deepEqual(output.split('\n').slice(2).map((line) => line.split(':')[0]?.trim()), ['lo', '']);
      holder.kill('SIGKILL');
    });
  });

  describe('a root filesystem is not trusted', () => {
    let real: RealRuntime;
    before(() => (real = openRealRuntime()));
    after(() => real.close());

    for (const folder of ['dev', 'proc', 'sys']) {
      it(`when its /${folder} is a link: refused, and nothing is made where it leads`, async () => {
        const target = join(real.dir, 'outside');
        mkdirSync(target, { recursive: true });
        rmSync(join(real.rootfs, folder), { recursive: true });
        symlinkSync(target, join(real.rootfs, folder));
        await assert.rejects(real.sh('true'), failure(125, new RegExp(`/${folder} is not a folder`)));
        assert.deepEqual(readdirSync(target), []);
        rmSync(join(real.rootfs, folder));
        mkdirSync(join(real.rootfs, folder));
      });
    }

    it('when its working directory leads through an open file of the runtime', async () => {
      symlinkSync('/proc/self/fd', join(real.rootfs, 'tmp/way-out'));
      for (const workingDir of ['/proc/self/fd/7', '/dev', '/tmp/../proc/1', '/tmp/way-out/../fd/8']) {
        await assert.rejects(real.sh('true', { workingDir }), failure(125, /leads to/), workingDir);
      }
      const containerId = await real.running();
      await assert.rejects(real.runtime.exec(containerId, execRequest(['true'], { workingDir: '/proc/self/fd/7' })), failure(125, /leads to/));
      await real.runtime.delete(containerId);
    });

    it('when its passwd file is a link to the machine’s', async () => {
      rmSync(join(real.rootfs, 'etc/passwd'));
      symlinkSync('../../../../../../../etc/passwd', join(real.rootfs, 'etc/passwd'));
      await assert.rejects(real.sh('true', { user: 'daemon' }), failure(125, /unable to find user daemon/));
    });

    it('when the file to run is no program: 126, and a number is no user id: 125', async () => {
      writeFileSync(join(real.rootfs, 'plain'), 'text');
      await assert.rejects(real.sh('', { command: ['/plain'] }), failure(126, /denied/));
      await assert.rejects(real.sh('', { command: ['/etc'] }), failure(126, /.*/));
      await assert.rejects(real.sh('true', { user: '4294967296' }), failure(125, /ids go from 0/));
      await assert.rejects(real.sh('', { command: [] }), failure(125, /no command/));
      assert.deepEqual(await real.runtime.list(), []);
    });
  });

  describe('a container gets what its spec says', () => {
    let real: RealRuntime;
    before(() => (real = openRealRuntime()));
    after(() => real.close());

    it('user, groups, home, environment, hostname, domain name and working directory', async () => {
      const spec = { user: 'app', groupAdd: ['3000'], environment: ['A=1', 'A=2'], hostname: 'box', domainname: 'example.test', workingDir: '/tmp' };
      const { output } = await real.sh('id; echo $HOME $A $HOSTNAME; hostname; cat /proc/sys/kernel/domainname; pwd', spec);
      assert.equal(output, 'uid=1000(app) gid=1000(app) groups=1000(app),2000(extra),3000\n/home/app 2 box\nbox\nexample.test\n/tmp\n');
    });

    it('its short id as hostname when it has a network of its own and no name', async () => {
      const container = prepared(real.rootfs, { command: ['hostname'] }, { netns: '/proc/self/ns/net' });
      await real.runtime.create(container);
      assert.match(readFileSync(join(real.options.runDir, 'c', container.containerId.slice(0, 32), 'config.json'), 'utf8'), new RegExp(`"hostname":"${container.containerId.slice(0, 12)}"`));
      await real.runtime.delete(container.containerId);
    });

    it('an init that forwards signals', async () => {
      const containerId = await real.running({ init: true });
      const commands = async (): Promise<string> => (await real.runtime.top(containerId)).map(({ command }) => command).join(', ');
      await until('init and its child', async () => ((await commands()) === '/dev/init -- sleep 1000, sleep 1000' ? true : undefined));
      const ended = awaitEnd(real.runtime, containerId);
      await real.runtime.signal(containerId, 'TERM');
      assert.equal((await ended).exitCode, 143);
      await real.runtime.delete(containerId);
    });

    it('kernel settings, shared memory of its size, and devices', async () => {
      const devices = [{ hostPath: '/dev/null', containerPath: '/dev/nothing', permissions: 'rw' }];
      const { output } = await real.sh(
        'cat /proc/sys/kernel/shm_rmid_forced; df -k /dev/shm | tail -1 | tr -s " " | cut -d" " -f2; echo x > /dev/nothing && stat -c %F /dev/nothing',
        { sysctls: { 'kernel.shm_rmid_forced': '1' }, shmSizeBytes: 2 * 1024 * 1024, devices },
      );
      assert.equal(output, '1\n2048\ncharacter special file\n');
      await assert.rejects(real.sh('true', { devices: [{ hostPath: '/dev/no-such', containerPath: '', permissions: '' }] }), failure(125, /no device of this machine/));
    });

    it('the processes and the shared memory of another container', async () => {
      const [other, closed] = [await real.running({ ipcMode: 'shareable' }), await real.running()];
      const pidOf = async (containerId: string): Promise<number> => (await find(real.runtime, containerId))?.pid ?? 0;
      const pid = await pidOf(other);
      await outcome(await real.runtime.exec(other, execRequest(['sh', '-c', 'echo shared > /dev/shm/x'])));
      const { output } = await real.sh('cat /dev/shm/x; cat /proc/1/comm', {}, { joinPid: pid, joinIpc: pid });
      assert.equal(output, 'shared\nsleep\n');
      await assert.rejects(real.sh('true', {}, { joinIpc: await pidOf(closed) }), failure(125, /create it with ipc mode shareable/));
      await Promise.all([real.runtime.delete(other), real.runtime.delete(closed)]);
    });
  });
});
