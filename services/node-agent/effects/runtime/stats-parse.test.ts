import assert from 'node:assert/strict';
import { parseCgroupV1, parseCgroupV2, parseInterfaces, parseSystemCpu } from './stats-parse.ts';

const MACHINE_BYTES = 16 * 1024 ** 3;

// As a machine with cgroup v2 shows a container that was limited to 64 MiB and half a processor.
const V2: Record<string, string> = {
  'cpu.stat': 'usage_usec 812345\nuser_usec 600000\nsystem_usec 212345\ncore_sched.force_idle_usec 0\nnr_periods 40\nnr_throttled 12\nthrottled_usec 345678\nnr_bursts 0\nburst_usec 0\n',
  'memory.stat': 'anon 4194304\nfile 8388608\nkernel 1048576\nkernel_stack 49152\nshmem 0\nfile_mapped 4096\ninactive_anon 4190208\nactive_anon 4096\ninactive_file 6291456\nactive_file 2097152\nslab 524288\n',
  'memory.current': '13631488\n',
  'memory.max': '67108864\n',
  'memory.peak': '20971520\n',
  'memory.events': 'low 0\nhigh 0\nmax 17\noom 2\noom_kill 1\noom_group_kill 0\n',
  'pids.current': '3\n',
  'pids.max': 'max\n',
  'io.stat': '254:0 rbytes=1048576 wbytes=2097152 rios=10 wios=20 dbytes=0 dios=0\n8:0 rbytes=4096 wbytes=0 rios=1 wios=0 dbytes=0 dios=0\n',
};

const V1: Record<string, string> = {
  'cpuacct/cpuacct.usage': '812345678\n',
  'cpuacct/cpuacct.stat': 'user 60\nsystem 21\n',
  'cpu/cpu.stat': 'nr_periods 40\nnr_throttled 12\nthrottled_time 345678901\n',
  'memory/memory.stat': 'cache 1\nrss 2\ninactive_file 3\ntotal_cache 8388608\ntotal_rss 4194304\ntotal_inactive_file 6291456\n',
  'memory/memory.usage_in_bytes': '13631488\n',
  'memory/memory.limit_in_bytes': '9223372036854771712\n',
  'memory/memory.max_usage_in_bytes': '20971520\n',
  'memory/memory.oom_control': 'oom_kill_disable 0\nunder_oom 0\noom_kill 1\n',
  'pids/pids.current': '3\n',
  'pids/pids.max': '100\n',
  'blkio/blkio.throttle.io_service_bytes_recursive': '254:0 Read 1048576\n254:0 Write 2097152\n254:0 Sync 0\n254:0 Total 3145728\nTotal 3145728\n',
  'blkio/blkio.throttle.io_serviced_recursive': '254:0 Read 10\n254:0 Write 20\nTotal 30\n',
};

describe('a container’s statistics', () => {
  it('are read from cgroup v2', () => {
    assert.deepEqual(parseCgroupV2((_, file) => V2[file], MACHINE_BYTES), {
      cpu: { usageNs: 812_345_000, userNs: 600_000_000, kernelNs: 212_345_000, periods: 40, throttledPeriods: 12, throttledNs: 345_678_000 },
      memory: { usageBytes: 13_631_488, limitBytes: 67_108_864, inactiveFileBytes: 6_291_456, cacheBytes: 8_388_608, anonymousBytes: 4_194_304, peakBytes: 20_971_520, oomKills: 1 },
      pids: { current: 3, max: 0 },
      blockIo: { readBytes: 1_052_672, writeBytes: 2_097_152, readOperations: 11, writeOperations: 20 },
    });
  });

  it('are read from cgroup v1', () => {
    assert.deepEqual(parseCgroupV1((controller, file) => V1[`${controller}/${file}`], MACHINE_BYTES), {
      cpu: { usageNs: 812_345_678, userNs: 600_000_000, kernelNs: 210_000_000, periods: 40, throttledPeriods: 12, throttledNs: 345_678_901 },
      memory: { usageBytes: 13_631_488, limitBytes: MACHINE_BYTES, inactiveFileBytes: 6_291_456, cacheBytes: 8_388_608, anonymousBytes: 4_194_304, peakBytes: 20_971_520, oomKills: 1 },
      pids: { current: 3, max: 100 },
      blockIo: { readBytes: 1_048_576, writeBytes: 2_097_152, readOperations: 10, writeOperations: 20 },
    });
  });

  it('are zeros, not errors, when the container has just gone', () => {
    for (const parse of [parseCgroupV1, parseCgroupV2]) {
      const { cpu, memory, pids } = parse(() => undefined, MACHINE_BYTES);
      assert.deepEqual([cpu.usageNs, memory.usageBytes, memory.limitBytes, pids.current], [0, 0, MACHINE_BYTES, 0]);
    }
  });

  it('count the machine’s processor time with its idle part, guest time once', () => {
    const text = 'cpu  10 1 5 100 2 0 3 4 7 0\ncpu0 5 0 2 50 1 0 1 2 3 0\ncpu1 5 1 3 50 1 0 2 2 4 0\nintr 1\n';
    assert.deepEqual(parseSystemCpu(text), { systemNs: 1_250_000_000, onlineCpus: 2 });
  });

  it('name every interface but the loopback one', () => {
    const text = 'Inter-|   Receive\n face |bytes\n    lo: 1 1 0 0 0 0 0 0 1 1 0 0 0 0 0 0\n  eth0: 100 2 3 4 0 0 0 0 200 5 6 7 0 0 0 0\n';
    assert.deepEqual(parseInterfaces(text), [
      { name: 'eth0', receivedBytes: 100, receivedPackets: 2, receiveErrors: 3, receiveDropped: 4, sentBytes: 200, sentPackets: 5, sendErrors: 6, sendDropped: 7 },
    ]);
  });
});
