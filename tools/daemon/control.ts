import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { run } from '#kernel/service.ts';
import { apiOn, CommandError } from '../cli/api.ts';
import { daemonConfig } from './config.ts';
import { startEmbedded } from './embedded.ts';
import { enterNamespace } from './enter-namespace.ts';
import { readJoined, withJoined } from './join.ts';
import { serveAgent } from './serve-alone.ts';
import { purgeRuntime } from './purge.ts';

const readyMaxMs = 60_000;
const stopMaxMs = 20_000;
const lookEveryMs = 25;

/** Starts, stops and asks for the daemon of this machine. */
export const control = (environment: NodeJS.ProcessEnv, socketPath: string, tell: (text: string) => void) => {
  const joined = readJoined(daemonConfig(environment).paths.joined);
  const config = joined ? withJoined(daemonConfig(environment), joined) : daemonConfig(environment);
  const { paths } = config;

  const running = async (): Promise<number | undefined> => {
    if (!existsSync(paths.daemonPid)) return undefined;
    const pid = Number(readFileSync(paths.daemonPid, 'utf8'));
    return isAlive(pid) && (joined || (await answers(socketPath))) ? pid : undefined;
  };

  const foreground = async (): Promise<void> => {
    if (await running()) throw new CommandError('the daemon runs already: stop it with "lading daemon --stop"');
    enterNamespace(paths.run);
    await run((keep) => (joined ? serveAgent(config, config.agent.natsSeed, keep) : startEmbedded(config, keep)));
    await new Promise(() => {});
  };

  const detach = async (): Promise<number> => {
    if (await running()) return tell('the daemon runs already\n'), 0;
    mkdirSync(paths.state, { recursive: true, mode: 0o700 });
    const log = openSync(paths.daemonLog, 'a', 0o600);
    const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'daemon'], { detached: true, stdio: ['ignore', log, log], cwd: '/', env: environment });
    closeSync(log);
    let code: number | null | undefined;
    child.once('exit', (exitCode) => (code = exitCode));
    child.unref();
    const ready = await within(readyMaxMs, async () => code !== undefined || (await running()) !== undefined);
    if (ready && code === undefined) return 0;
    const end = readFileSync(paths.daemonLog, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    throw new CommandError(`the daemon did not come up; the end of ${paths.daemonLog}:\n${end}`);
  };

  const stop = async (purge: boolean): Promise<number> => {
    const pid = existsSync(paths.daemonPid) ? Number(readFileSync(paths.daemonPid, 'utf8')) : 0;
    if (pid > 0 && isAlive(pid)) {
      process.kill(pid, 'SIGTERM');
      if (!(await within(stopMaxMs, async () => !isAlive(pid)))) process.kill(pid, 'SIGKILL');
    } else tell('the daemon does not run\n');
    if (purge) await purgeRuntime(config);
    return 0;
  };

  return { running, foreground, detach, stop };
};

const isAlive = (pid: number): boolean => {
  try {
    // A dead child of ours that nobody has waited for still answers to signal 0.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

const answers = async (socketPath: string): Promise<boolean> => {
  try {
    (await apiOn(socketPath).open('GET', '/_ping')).resume();
    return true;
  } catch {
    return false;
  }
};

const within = async (limitMs: number, isSo: () => Promise<boolean>): Promise<boolean> => {
  const giveUpAt = Date.now() + limitMs;
  while (Date.now() < giveUpAt) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return false;
};
