import { text } from 'node:stream/consumers';
import type { ContainerSpec } from '#proto/container.ts';
import { crunRuntime, type CrunOptions } from '../../services/node-agent/effects/runtime/crun.ts';
import type { PreparedContainer, Runtime } from '../../services/node-agent/effects/runtime/port.ts';
import { sweep } from '../../services/node-agent/effects/runtime/sweep.ts';
import { machineNames } from './runtime-machine.ts';
import { logText, prepared, runToEnd } from './runtime.ts';
import { testMachine } from './test-rootfs.ts';

/** The real runtime on a root filesystem of busybox, with the short ways its tests need. */
export type RealRuntime = {
  runtime: Runtime;
  options: CrunOptions;
  dir: string;
  rootfs: string;
  /** What a shell line printed, and how it ended; the container is gone then. */
  sh: (line: string, spec?: Partial<ContainerSpec>, rest?: Partial<PreparedContainer>) => Promise<{ output: string; exitCode: number | undefined; oomKilled: boolean | undefined }>;
  /** A container that runs until it is deleted. */
  running: (spec?: Partial<ContainerSpec>, rest?: Partial<PreparedContainer>) => Promise<string>;
  close: () => Promise<void>;
};

export const openRealRuntime = (): RealRuntime => {
  const { dir, rootfs, close } = testMachine();
  const options = machineNames(dir);
  const runtime = crunRuntime(options);
  return {
    runtime,
    options,
    dir,
    rootfs,
    sh: async (line, spec = {}, rest = {}) => {
      const container = prepared(rootfs, { command: ['sh', '-c', line], ...spec }, rest);
      const { exitCode, oomKilled } = await runToEnd(runtime, container);
      const output = await logText(runtime, container.containerId);
      await runtime.delete(container.containerId);
      await runtime.removeLog(container.containerId);
      return { output, exitCode, oomKilled };
    },
    running: async (spec = {}, rest = {}) => {
      const container = prepared(rootfs, { command: ['sleep', '1000'], ...spec }, rest);
      await runtime.create(container);
      await runtime.start(container.containerId);
      return container.containerId;
    },
    close: async () => {
      await sweep(options);
      close();
    },
  };
};

/** Output and exit code of an exec. */
export const outcome = async (exec: Awaited<ReturnType<Runtime['exec']>>): Promise<{ out: string; err: string; code: number }> => {
  const [out, err, code] = await Promise.all([text(exec.stdout), text(exec.stderr), exec.exitCode]);
  return { out, err, code };
};
