import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Mount } from '#proto/container.ts';
import { mount } from '../../services/gateway/docker/create/mount.ts';
import { readCgroup } from '../../services/node-agent/effects/runtime/cgroup.ts';
import { describeContainers } from './own-mount-namespace.ts';
import { NO_LIMITS } from './runtime.ts';
import { openRealRuntime, type RealRuntime } from './runtime-real.ts';

const tmpfs = (over: Partial<Mount>): Mount => mount({ type: 'tmpfs', target: '/scratch', ...over });

await describeContainers(import.meta.url, () => {
  describe('a container is as it was asked for', () => {
    let real: RealRuntime;
    before(() => {
      real = openRealRuntime();
      mkdirSync(join(real.rootfs, 'scratch'), { recursive: true });
    });
    after(() => real.close());

    it('with the machine’s own name', async () => {
      const { output } = await real.sh('hostname; readlink /proc/self/ns/uts', { utsMode: 'host' });
      assert.equal(output.split('\n')[0], hostname());
    });

    it('with the machine’s control groups in sight, or its own alone', async () => {
      const path = 'grep memory /proc/self/cgroup | cut -d: -f3';
      assert.match((await real.sh(path, { cgroupNamespace: 'host' })).output, new RegExp(`^${real.options.cgroupParent}/[0-9a-f]{64}\n$`));
      assert.equal((await real.sh(path, { cgroupNamespace: 'private' })).output, '/\n');
    });

    it('with other paths hidden and read-only, or none', async () => {
      const look = 'wc -c < /proc/interrupts; (echo > /proc/sys/kernel/domainname) 2>/dev/null && echo written';
      assert.match((await real.sh(look, { maskedPaths: { paths: [] }, readOnlyPaths: { paths: [] } })).output, /^[1-9]\d*\nwritten\n$/);
      assert.equal((await real.sh('cat /etc/passwd | wc -c', { maskedPaths: { paths: ['/etc/passwd'] } })).output, '0\n');
    });

    it('with a tmpfs that programs run from, of an owner of its own', async () => {
      const run = 'cp /bin/busybox /scratch/echo; /scratch/echo ran 2>/dev/null || echo refused; stat -c %u /scratch';
      assert.equal((await real.sh(run, { mounts: [tmpfs({})] })).output, 'refused\n0\n');
      assert.equal((await real.sh(run, { mounts: [tmpfs({ tmpfsOptions: ['exec', 'uid=7'] })] })).output, 'ran\n7\n');
    });

    it('with devices that it may make and use by rule', async function () {
      if (!existsSync('/dev/fuse')) this.skip();
      const look = 'mknod /dev/fuse c 10 229; (: < /dev/fuse && echo opened) 2>/dev/null || echo refused';
      assert.equal((await real.sh(look)).output, 'refused\n');
      assert.equal((await real.sh(look, { deviceCgroupRules: ['c 10:229 r'] })).output, 'opened\n');
    });

    it('with swappiness and the OOM killer as it said, at its start and afterwards', async function () {
      const cgroup = (containerId: string, file: string): string => readCgroup({ version: 1, path: `${real.options.cgroupParent}/${containerId}` }, 'memory', file) ?? '';
      const containerId = await real.running({ resources: { ...NO_LIMITS, memoryBytes: 32 * 2 ** 20, memorySwappiness: 7, oomKillDisable: true } });
      if (cgroup(containerId, 'memory.swappiness') === '') this.skip();
      assert.equal(cgroup(containerId, 'memory.swappiness'), '7\n');
      assert.match(cgroup(containerId, 'memory.oom_control'), /^oom_kill_disable 1$/m);
      await real.runtime.update(containerId, { ...NO_LIMITS, memoryBytes: 64 * 2 ** 20, memorySwappiness: 0 });
      assert.equal(cgroup(containerId, 'memory.swappiness'), '0\n');
      assert.match(cgroup(containerId, 'memory.oom_control'), /^oom_kill_disable 0$/m);
      assert.equal(cgroup(containerId, 'memory.limit_in_bytes'), `${64 * 2 ** 20}\n`);
      await real.runtime.delete(containerId);
    });

    it('with a folder bound without what is mounted below it', async () => {
      const folder = join(real.dir, 'bound');
      mkdirSync(folder);
      writeFileSync(join(folder, 'file'), 'here');
      const { output } = await real.sh('cat /scratch/file', {}, { mounts: [{ source: folder, target: '/scratch', readOnly: true, propagation: 'rprivate', nonRecursive: true }] });
      assert.equal(output, 'here');
    });
  });
});
