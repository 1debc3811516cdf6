import { existsSync, readFileSync, rmSync } from 'node:fs';
import { buildRuntimeOf } from '../../services/node-agent/effects/builder/build-runtime.ts';
import { uninstall } from '../../services/node-agent/effects/network/uninstall.ts';
import { leave } from '../../services/node-agent/effects/runtime/mount-namespace.ts';
import { sweep } from '../../services/node-agent/effects/runtime/sweep.ts';
import type { DaemonConfig } from './config.ts';

/**
 * Takes everything away that runs or is mounted: containers, their control groups, networks, the mount namespace and with it every
 * overlay. What is on disk stays: images, volumes, the log. Works after any crash; a second time does nothing.
 */
export const purgeRuntime = async ({ paths, agent }: DaemonConfig): Promise<void> => {
  const runtime = { runDir: agent.runDirectory, stateDir: agent.stateDirectory, cgroupParent: agent.cgroupParent };
  for (const one of [buildRuntimeOf(runtime), runtime]) await sweep(one);
  uninstall({ runDir: agent.runDirectory, tableName: agent.tableName, bridgePrefix: agent.bridgePrefix });
  stopNatsServer(paths.natsPid, paths.natsConfig);
  leave(paths.run);
  rmSync(paths.run, { recursive: true, force: true });
};

// The daemon stops it itself, unless the daemon was killed.
const stopNatsServer = (pidFile: string, configFile: string): void => {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  if (pid <= 0 || !existsSync(`/proc/${pid}/cmdline`)) return;
  if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(configFile)) process.kill(pid, 'SIGTERM');
};
