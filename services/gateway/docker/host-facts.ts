import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What `docker info` tells of this machine, read from the kernel at each call: none of it costs more than a file. */
export const hostFacts = () => {
  const unified = existsSync('/sys/fs/cgroup/cgroup.controllers');
  const controllers = unified ? text('/sys/fs/cgroup/cgroup.controllers').split(/\s+/) : [];
  const has = (controller: string, legacy: string): boolean => (unified ? controllers.includes(controller) : existsSync(`/sys/fs/cgroup/${legacy}`));
  const release = text('/etc/os-release');
  return {
    MemoryLimit: has('memory', 'memory/memory.limit_in_bytes'),
    SwapLimit: unified ? existsSync('/proc/swaps') : existsSync('/sys/fs/cgroup/memory/memory.memsw.limit_in_bytes'),
    CpuCfsPeriod: has('cpu', 'cpu/cpu.cfs_period_us'),
    CpuCfsQuota: has('cpu', 'cpu/cpu.cfs_quota_us'),
    CPUShares: has('cpu', 'cpu/cpu.shares'),
    CPUSet: has('cpuset', 'cpuset/cpuset.cpus'),
    PidsLimit: has('pids', 'pids/cgroup.procs'),
    OomKillDisable: !unified && existsSync('/sys/fs/cgroup/memory/memory.oom_control'),
    IPv4Forwarding: text('/proc/sys/net/ipv4/ip_forward').trim() === '1',
    CgroupVersion: unified ? '2' : '1',
    SecurityOptions: ['name=seccomp,profile=builtin', ...(existsSync('/sys/kernel/security/apparmor') ? ['name=apparmor'] : []), ...(unified ? ['name=cgroupns'] : [])],
    OperatingSystem: /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? 'Linux',
    OSVersion: /^VERSION_ID="?([^"\n]*)/m.exec(release)?.[1] ?? '',
    NFd: readdirSync('/proc/self/fd').length,
  };
};

const text = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
