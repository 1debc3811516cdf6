import { grantedCapabilities } from './capabilities.ts';
import type { ContainerUser } from './container-user.ts';
import type { Machine } from './machine.ts';
import { mergeEnvironment, processCapabilities, type OciProcess } from './oci-process.ts';
import type { ExecRequest } from './port.ts';
import type { ContainerSpec } from '#proto/container.ts';

/**
 * What an exec runs as: the container's own process where the request says nothing. The container's variables come first, the
 * request's replace them; HOME follows the user.
 */
export const execProcess = (
  container: { process: OciProcess; spec: ContainerSpec },
  request: ExecRequest,
  user: ContainerUser,
  machine: Machine,
): OciProcess => {
  const { process, spec } = container;
  const privileged = request.privileged || spec.privileged;
  const granted = grantedCapabilities({ ...spec, privileged }, machine.boundingCapabilities);
  const home = spec.environment.some((variable) => variable.startsWith('HOME=')) ? [] : [`HOME=${user.home}`];
  const terminal = request.tty ? ['TERM=xterm'] : [];
  const inherited = process.env.filter((variable) => !variable.startsWith('TERM=') || spec.environment.includes(variable));
  return {
    ...process,
    terminal: request.tty,
    ...(request.tty && request.rows && request.columns ? { consoleSize: { width: request.columns, height: request.rows } } : {}),
    args: request.command,
    env: mergeEnvironment(terminal, inherited, home, request.environment),
    cwd: request.workingDir || process.cwd,
    user: { uid: user.uid, gid: user.gid, additionalGids: user.additionalGids },
    capabilities: processCapabilities(granted, user.uid),
  };
};
