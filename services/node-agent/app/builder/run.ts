import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ContainerSpec } from '#proto/container.ts';
import type { Run } from '../../build-graph/operation.ts';
import { writeHostFiles } from '../../effects/host-files.ts';
import type { Output, RunEnd, StepRunner } from '../../effects/builder/run-step.ts';
import type { BuildOrder } from './order.ts';
import type { OpenedMounts } from './run-mounts.ts';
import { closeRunNetwork, openRunNetwork, type RunNetworks } from './run-network.ts';

export type Running = RunNetworks & {
  runner: StepRunner;
  /** For small files of commands that run, secrets among them: best in memory. */
  filesDirectory: string;
};

export type RunRequest = {
  containerId: string;
  operation: Run;
  order: BuildOrder;
  rootfs: string;
  /** What is mounted in, opened by the caller. */
  mounts: OpenedMounts;
  output: Output;
  signal: AbortSignal;
};

/** Where the runtime puts something into every container; what it makes to do so is no change of the step. */
export const ownMountPoints = ['/dev', '/proc', '/sys', '/etc/hosts', '/etc/hostname', '/etc/resolv.conf'];

/** Carries a RUN out in a container of its own, confined as any other. Throws StartError where its command can't be started. */
export const runCommand = async (on: Running, { containerId, operation, order, rootfs, mounts, output, signal }: RunRequest): Promise<RunEnd> => {
  const directory = join(on.filesDirectory, containerId);
  const mode = operation.network;
  const spec = specOf(operation, order, mode, mounts);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o711 });
    const { netns, endpoints, hostGateway } = await openRunNetwork(on, containerId, mode, order.networkId);
    const files = writeHostFiles({ links: [], directory, containerId, spec, endpoints, hostGateway });
    return await on.runner.run({ containerId, run: 1, spec, rootfs, mounts: [...files, ...mounts.binds], ...(netns === undefined ? {} : { netns }) }, output, signal);
  } finally {
    await closeRunNetwork(on, containerId);
    rmSync(directory, { recursive: true, force: true });
  }
};

const specOf = (operation: Run, order: BuildOrder, mode: string, mounts: OpenedMounts): ContainerSpec => ({
  ...ContainerSpec.decode(new Uint8Array()),
  command: operation.argv,
  environment: [...operation.environment, ...operation.proxyEnvironment, ...mounts.environment],
  user: operation.user,
  workingDir: operation.workingDirectory,
  privileged: operation.security === 'insecure',
  networkMode: mode === 'default' ? 'bridge' : mode,
  extraHosts: order.extraHosts,
  shmSizeBytes: order.shmSizeBytes,
  ulimits: order.ulimits,
  resources: order.resources,
  mounts: mounts.tmpfs,
  log: { driver: 'none', sizeMaxBytes: 0, filesMax: 0 },
});
