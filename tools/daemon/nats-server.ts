import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Log } from '#kernel/log.ts';
import { natsConfig, type NatsConfig } from './nats-config.ts';

export type NatsServer = { pid: () => number; /** Takes a changed list of users in, connections stay. */ reload: (config: NatsConfig) => void; close: () => Promise<void> };

const restartPauseMs = 100;
const stopMaxMs = 5_000;

/** Runs the built-in nats-server and starts it again whenever it ends by itself. */
export const openNatsServer = async (binary: string, configPath: string, config: NatsConfig, log: Log): Promise<NatsServer> => {
  await endLeftover(config.pidFile, configPath);
  mkdirSync(config.store, { recursive: true, mode: 0o700 });
  let child: ChildProcess | undefined;
  let closing = false;

  const write = (next: NatsConfig): void => writeFileSync(configPath, natsConfig(next), { mode: 0o600 });
  const start = (): void => {
    child = spawn(binary, ['-c', configPath], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let said = '';
    child.stderr?.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-4_096)));
    child.once('error', (error) => log.error({ err: error, binary }, 'nats-server could not be started'));
    child.once('exit', (code, signal) => {
      if (closing) return;
      log.error({ code, signal, said }, 'nats-server ended and is started again');
      setTimeout(start, restartPauseMs);
    });
  };
  write(config);
  start();

  return {
    pid: () => child?.pid ?? 0,
    reload: (next) => {
      write(next);
      child?.kill('SIGHUP');
    },
    close: async () => {
      closing = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGTERM');
      const late = setTimeout(() => child?.kill('SIGKILL'), stopMaxMs);
      await ended;
      clearTimeout(late);
      rmSync(config.pidFile, { force: true });
    },
  };
};

// A daemon that was killed leaves its server running: two of them on one store would ruin it.
const endLeftover = async (pidFile: string, configPath: string): Promise<void> => {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (!isOurs(pid, configPath)) return;
  process.kill(pid, 'SIGTERM');
  const giveUpAt = Date.now() + stopMaxMs;
  while (isOurs(pid, configPath)) {
    if (Date.now() > giveUpAt) process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const isOurs = (pid: number, configPath: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(configPath);
  } catch {
    return false;
  }
};
