import type { BuildRoot, BuildRoots } from '../../effects/builder/build-roots.ts';
import { madeFolder } from '../../effects/builder/made-folder.ts';
import { resolveOwner } from '../../effects/builder/owner.ts';
import type { Output } from '../../effects/builder/run-step.ts';
import type { LayerDescriptor, Lease } from '../../effects/content/port.ts';
import { StartError } from '../../effects/runtime/port.ts';
import type { Add, Copy, Run } from '../../build-graph/operation.ts';
import { prepareCopy, type Copying, type PreparedCopy } from './copy.ts';
import type { BuildOrder } from './order.ts';
import { openRunMounts, type Mounting } from './run-mounts.ts';
import { ownMountPoints, runCommand, type Running } from './run.ts';

export type Executing = {
  order: BuildOrder;
  roots: BuildRoots;
  running: Running;
  copying: Copying;
  mounting: Mounting;
  lease: Lease;
  epochSeconds: number | undefined;
  signal: AbortSignal;
};

/** A command ended badly. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly exitCode: number;
  readonly command: string;

  constructor(command: string, exitCode: number, why: string) {
    super(`The command '${command}' returned a non-zero code: ${exitCode}${why}`);
    this.exitCode = exitCode;
    this.command = command;
  }
}

type Layer = Promise<LayerDescriptor | undefined>;

// A Dockerfile is somebody else's; the machine is the user's.
const refuseUnlessAllowed = ({ entitlements, network }: BuildOrder, operation: Run): void => {
  if (operation.network === 'host' && network !== 'host' && !entitlements.includes('network.host')) throw new Error('RUN --network=host needs the permission of who builds: build with --allow network.host');
  if (operation.security === 'insecure' && !entitlements.includes('security.insecure')) throw new Error('RUN --security=insecure needs the permission of who builds: build with --allow security.insecure');
  const device = operation.devices.find(({ required }) => required);
  if (device) throw new Error(`RUN --device=${device.name} is not possible: this node has no such device to give`);
};

/** Carries a RUN out on these layers; gives the layer of what it changed. Throws CommandFailed. */
export const executeRun = (on: Executing, lowers: readonly LayerDescriptor[], operation: Run, containerId: string, output: Output): Layer =>
  onRoot(on, lowers, async (root) => {
    refuseUnlessAllowed(on.order, operation);
    const mounts = await openRunMounts(on.mounting, operation);
    try {
      await endedWell(on, operation, runCommand(on.running, { containerId, operation, order: on.order, rootfs: root.path, mounts, output, signal: on.signal }));
    } finally {
      await mounts.close();
    }
    return [...ownMountPoints, ...mounts.targets];
  });

const endedWell = async ({ signal }: Executing, { argv }: Run, running: ReturnType<typeof runCommand>): Promise<void> => {
  const { exitCode, oomKilled } = await running.catch((error: unknown): never => {
    if (error instanceof StartError && !signal.aborted) throw new CommandFailed(argv.join(' '), error.failure.exitCode, ` (${error.message})`);
    throw error;
  });
  if (exitCode !== 0) throw new CommandFailed(argv.join(' '), exitCode, oomKilled ? ' (a process was killed for want of memory: allow more by --memory)' : '');
};

/** Carries a COPY or ADD out; one that stands alone is made on nothing. */
export const executeCopy = (on: Executing, lowers: readonly LayerDescriptor[], operation: Copy | Add, prepared: PreparedCopy): Layer =>
  onRoot(on, operation.link ? [] : lowers, async (root) => {
    await prepared.into(root.path, root.late);
    return [];
  });

export const executeWorkdir = (on: Executing, lowers: readonly LayerDescriptor[], { path, user }: { path: string; user: string }): Layer =>
  onRoot(on, lowers, async (root) => {
    madeFolder(root.path, path, user === '' ? { uid: 0, gid: 0 } : resolveOwner(user, root.path));
    return [];
  });

export const prepare = ({ copying }: Executing, operation: Copy | Add): Promise<PreparedCopy> => prepareCopy(copying, operation);

const onRoot = async ({ roots, lease, epochSeconds, signal }: Executing, lowers: readonly LayerDescriptor[], work: (root: BuildRoot) => Promise<readonly string[]>): Layer => {
  const root = await roots.open(lowers);
  try {
    const mountPoints = await work(root);
    return await root.seal(lease, { mountPoints, signal, ...(epochSeconds === undefined ? {} : { sourceDateEpoch: epochSeconds }) });
  } finally {
    await root.close();
  }
};
