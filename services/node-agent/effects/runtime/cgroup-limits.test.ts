import assert from 'node:assert/strict';
import { Resources } from '#proto/container.ts';
import { limitWritesV1, limitWritesV2, weightOfShares, type LimitWrite } from './cgroup-limits.ts';

const MIB = 1024 * 1024;
const nothing = Resources.decode(new Uint8Array());
const asText = (writes: readonly LimitWrite[]): string[] => writes.map(({ file, value }) => `${file} ${value}`);

describe('limits', () => {
  it('become the files of cgroup v2', () => {
    const resources = { ...nothing, memoryBytes: 64 * MIB, memoryReservationBytes: MIB, nanoCpus: 5e8, cpuShares: 512, pidsMax: 9, cpusetCpus: '0-1' };
    assert.deepEqual(asText(limitWritesV2(resources)), [
      `memory.max ${64 * MIB}`, `memory.swap.max ${64 * MIB}`, `memory.low ${MIB}`, 'cpu.max 50000 100000', 'cpu.weight 20', 'pids.max 9', 'cpuset.cpus 0-1',
    ]);
  });

  it('are taken away again on cgroup v2', () => {
    assert.deepEqual(asText(limitWritesV2(nothing)), ['memory.max max', 'memory.swap.max max', 'memory.low 0', 'cpu.max max 100000', 'cpu.weight 39', 'pids.max max']);
  });

  it('on cgroup v1 grow memory and swap together first, and shrink them last', () => {
    const order = (togetherBytes: number): string[] =>
      asText(limitWritesV1({ ...nothing, memoryBytes: 64 * MIB }, { togetherBytes, swapAccounting: true })).slice(0, 2).map((line) => line.split(' ')[0] ?? '');
    assert.deepEqual(order(32 * MIB), ['memory.memsw.limit_in_bytes', 'memory.limit_in_bytes']);
    assert.deepEqual(order(512 * MIB), ['memory.limit_in_bytes', 'memory.memsw.limit_in_bytes']);
  });

  it('on cgroup v1 leave swap alone where it is not accounted', () => {
    const files = limitWritesV1(nothing, { togetherBytes: Infinity, swapAccounting: false }).map(({ file }) => file);
    assert.ok(!files.includes('memory.memsw.limit_in_bytes'));
  });

  it('of swappiness, the OOM killer and disks become files of cgroup v1, and those of disks of v2', () => {
    const resources = { ...nothing, memorySwappiness: 0, oomKillDisable: true, blkioWeight: 300 };
    const disks = { limits: [{ major: 254, minor: 0, kind: 'read-bps', value: 1024 }], byWeight: true };
    const old = asText(limitWritesV1(resources, { togetherBytes: Infinity, swapAccounting: true }, disks));
    for (const line of ['memory.swappiness 0', 'memory.oom_control 1', 'blkio.weight 300', 'blkio.throttle.read_bps_device 254:0 1024']) assert.ok(old.includes(line), line);
    assert.deepEqual(asText(limitWritesV2(resources, disks)).slice(-2), ['io.bfq.weight 300', 'io.max 254:0 rbps=1024']);
  });

  it('map shares to weights end to end', () => {
    assert.deepEqual([2, 1024, 262144].map(weightOfShares), [1, 39, 10000]);
  });
});
