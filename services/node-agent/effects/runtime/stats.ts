import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { readCgroup, type Cgroup } from './cgroup.ts';
import type { Stats } from './port.ts';
import { readText } from './process-facts.ts';
import { parseCgroupV1, parseCgroupV2, parseInterfaces, parseSystemCpu } from './stats-parse.ts';

/** What a container uses right now. Interfaces are those of the namespace `pid` is in; none when it has ended. */
export const readStats = (cgroup: Cgroup, pid: number, hasOwnNetwork: boolean): Stats => {
  const read = (controller: string, file: string): string | undefined => readCgroup(cgroup, controller, file);
  const used = cgroup.version === 2 ? parseCgroupV2(read, totalmem()) : parseCgroupV1(read, totalmem());
  const network = hasOwnNetwork && pid > 0 ? parseInterfaces(readText(`/proc/${pid}/net/dev`) ?? '') : [];
  return { ...used, cpu: { ...used.cpu, ...parseSystemCpu(readFileSync('/proc/stat', 'utf8')) }, network, readAtMs: Date.now() };
};
