import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFrozen } from './cgroup.ts';
import { resolveUser } from './container-user.ts';
import type { CrunContext } from './crun.ts';
import { execOnPipes } from './exec-pipes.ts';
import { execProcess } from './exec-spec.ts';
import { execOnTerminal } from './exec-terminal.ts';
import type { FoundContainer } from './inventory.ts';
import { encodeOci, type OciConfig } from './oci-config.ts';
import { StartError, type ExecProcess, type ExecRequest } from './port.ts';
import { checkWorkingDir, readUserFiles } from './rootfs.ts';

/** An exec's own folder, which goes when it has ended. */
export type ExecFiles = { dir: string; process: string; pid: string; supervisorPid: string; log: string; attachSocket: string; control: string };

const ID_BYTES = 4;

const execFiles = (execsDir: string): ExecFiles => {
  const dir = join(execsDir, randomBytes(ID_BYTES).toString('hex'));
  return {
    dir,
    process: join(dir, 'process.json'),
    pid: join(dir, 'pid'),
    supervisorPid: join(dir, 'conmon.pid'),
    log: join(dir, 'log'),
    attachSocket: join(dir, 'attach'),
    control: join(dir, 'ctl'),
  };
};

const limitTime = (started: ExecProcess, timeoutMs: number | undefined): ExecProcess => {
  if (timeoutMs === undefined) return started;
  const timer = setTimeout(started.kill, timeoutMs);
  return { ...started, exitCode: started.exitCode.finally(() => clearTimeout(timer)) };
};

/** Runs one more process in a container. Throws StartError when it can't be run. */
export const execInContainer = async (context: CrunContext, found: FoundContainer, request: ExecRequest): Promise<ExecProcess> => {
  const { identity, files } = found;
  if (request.command.length === 0) throw new StartError({ exitCode: 125, message: 'exec: no command; name one' });
  if (isFrozen(context.cgroupOf(identity.containerId))) {
    throw new StartError({ exitCode: 125, message: `container ${identity.containerId}: is paused; unpause it first` });
  }
  checkWorkingDir(identity.rootfs, request.workingDir);
  const config = JSON.parse(readFileSync(files.config, 'utf8')) as OciConfig;
  const user = resolveUser(request.user || identity.spec.user, identity.spec.groupAdd, readUserFiles(identity.rootfs));
  const process = execProcess({ process: config.process, spec: identity.spec }, request, user, context.machine);
  const exec = execFiles(files.execs);
  mkdirSync(exec.dir, { recursive: true, mode: 0o700 });
  writeFileSync(exec.process, encodeOci(process), { mode: 0o600 });
  try {
    const started = await (request.tty ? execOnTerminal : execOnPipes)(context, identity.containerId, exec, request);
    const remove = (): void => rmSync(exec.dir, { recursive: true, force: true });
    started.exitCode.then(remove, remove);
    return limitTime(started, request.timeoutMs);
  } catch (error) {
    rmSync(exec.dir, { recursive: true, force: true });
    throw error;
  }
};
