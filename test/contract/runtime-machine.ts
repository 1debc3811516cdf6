import { join, basename } from 'node:path';
import { containerFiles } from '../../services/node-agent/effects/runtime/container-files.ts';
import type { CrunOptions } from '../../services/node-agent/effects/runtime/crun.ts';
import { readPid } from '../../services/node-agent/effects/runtime/process-facts.ts';

/** Folders and a cgroup of a test's own, so that tests and a real platform do not meet. */
export const machineNames = (dir: string): CrunOptions => ({
  stateDir: join(dir, 'state'),
  runDir: join(dir, 'run'),
  cgroupParent: `/${basename(dir)}`,
});

/** kill -9 of a container's conmon. */
export const loseSupervisor = async (options: CrunOptions, containerId: string): Promise<void> => {
  process.kill(readPid(containerFiles(options, containerId).supervisorPid), 'SIGKILL');
};
