import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { grantedCapabilities, unknownCapabilities } from './capabilities.ts';
import { resolveUser } from './container-user.ts';
import { containerFiles, exitsDir, HALF_MADE, type ContainerFiles } from './container-files.ts';
import type { CrunContext } from './crun.ts';
import { discard } from './discard.ts';
import { findDevices, findLimits } from './device-nodes.ts';
import { encodeIdentity } from './identity.ts';
import { encodeOci, ociConfig, type OciConfig } from './oci-config.ts';
import { StartError, type PreparedContainer } from './port.ts';
import { checkRootfs, checkWorkingDir, readUserFiles } from './rootfs.ts';
import { parseSecurityOptions } from './security-options.ts';
import { seccompFor, seccompRules } from './seccomp.ts';
import type { OciSeccomp } from './seccomp-rules.ts';
import { sharedMemoryDir } from './shared-memory.ts';
import { superviseCreate } from './supervisor.ts';

const SECRET_FILE_MODE = 0o600;

const refuse = (message: string): never => {
  throw new StartError({ exitCode: 125, message });
};

type Configured = { config: OciConfig; uncompiled: OciSeccomp | undefined };

const configure = async (context: CrunContext, container: PreparedContainer, files: ContainerFiles): Promise<Configured> => {
  const { spec, rootfs } = container;
  if (spec.entrypoint.length + spec.command.length === 0) refuse('no command: the image has none; give one');
  const unknown = unknownCapabilities([...spec.capAdd, ...spec.capDrop]);
  if (unknown.length > 0) refuse(`capability ${unknown.join(', ')}: not known; use names such as NET_ADMIN, or ALL`);
  for (const { target } of [...container.mounts, ...spec.mounts]) {
    if (!target.startsWith('/')) refuse(`mount target ${target || '(empty)'}: not absolute; begin it with /`);
  }
  checkRootfs(rootfs);
  checkWorkingDir(rootfs, spec.workingDir);
  const { machine, cgroupParent } = context;
  const security = parseSecurityOptions(spec.securityOpt, spec.privileged);
  const rules = seccompRules(security.seccomp, grantedCapabilities(spec, machine.boundingCapabilities));
  const seccomp = seccompFor(rules, context.seccompCache);
  const user = resolveUser(spec.user, spec.groupAdd, readUserFiles(rootfs));
  const devices = findDevices(spec);
  const limits = findLimits(spec.resources?.deviceLimits ?? []);
  const sharedMemory = await sharedMemoryDir(context, container, files);
  const config = ociConfig(container, { machine, user, devices, limits, security, seccomp, cgroupParent, sharedMemoryDir: sharedMemory });
  return { config, uncompiled: seccomp !== undefined && 'rules' in seccomp ? seccomp.rules : undefined };
};

/** Makes the bundle and has conmon create the container in it. Throws StartError, and then leaves nothing behind. */
export const createContainer = async (context: CrunContext, container: PreparedContainer): Promise<void> => {
  const { containerId, spec } = container;
  const files = containerFiles(context.dirs, containerId);
  if (existsSync(files.bundle)) refuse(`container ${containerId}: an earlier run is still there; delete it first`);
  context.creating.add(containerId);
  try {
    // Renamed into place: a bundle that does not say whose it is could neither be listed nor deleted.
    mkdirSync(files.bundle + HALF_MADE, { mode: 0o700 });
    writeFileSync(join(files.bundle + HALF_MADE, basename(files.identity)), encodeIdentity(container), { mode: SECRET_FILE_MODE });
    renameSync(files.bundle + HALF_MADE, files.bundle);
    const { config, uncompiled } = await configure(context, container, files);
    writeFileSync(files.config, encodeOci(config), { mode: SECRET_FILE_MODE });
    rmSync(files.exit, { force: true });
    mkdirSync(files.logDir, { recursive: true, mode: 0o700 });
    await superviseCreate({
      conmon: context.conmon,
      runtime: context.runtime,
      exitsDir: exitsDir(context.dirs),
      containerId,
      files,
      tty: spec.tty,
      openStdin: spec.openStdin,
      stdinOnce: spec.stdinOnce,
      keepLog: spec.log?.driver !== 'none',
    });
    for (const told of context.created) told(containerId);
    if (uncompiled !== undefined) context.seccompCache.keep(uncompiled, files.compiledSeccomp);
  } catch (error) {
    await discard(context, containerId);
    throw error;
  } finally {
    context.creating.delete(containerId);
  }
};
