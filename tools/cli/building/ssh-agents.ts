import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../api.ts';

/** ssh agents that commands of a build may use, by the ids that they are called by. */
export type SshAgents = { ids: readonly string[]; connect: (id: string) => Socket | undefined; close: () => void };

const startEveryMs = 20;
const startTriesMax = 250;

/** By what `--ssh` and compose's `build.ssh` say: `default`, `ID`, `ID=SOCKET` or `ID=KEY[,KEY…]`. Keys are given to an ssh-agent that lives as long as the build. */
export const openSshAgents = async (given: readonly string[]): Promise<SshAgents> => {
  const sockets = new Map<string, string>();
  const own: (() => void)[] = [];
  const close = (): void => {
    for (const end of own.splice(0)) end();
  };
  try {
    for (const one of given) {
      const [, id = '', paths = ''] = /^([^=]*)=?(.*)$/s.exec(one) ?? [];
      if (id === '') throw new CommandError(`--ssh ${one} has no id: give default, or ID=SOCKET`, 125);
      sockets.set(id, await socketOf(one, paths === '' ? [] : paths.split(','), own));
    }
  } catch (error) {
    close();
    throw error;
  }
  return {
    ids: [...sockets.keys()],
    connect: (id) => {
      const path = sockets.get(id);
      return path === undefined ? undefined : createConnection(path);
    },
    close,
  };
};

const socketOf = async (given: string, paths: readonly string[], own: (() => void)[]): Promise<string> => {
  const [first] = paths;
  if (first === undefined) {
    const agent = process.env.SSH_AUTH_SOCK ?? '';
    if (agent === '') throw new CommandError(`--ssh ${given}: no ssh agent runs here (SSH_AUTH_SOCK is not set): start one by eval "$(ssh-agent)", or name a key: --ssh ${given}=PATH`);
    return agent;
  }
  for (const path of paths) if (!existsSync(path)) throw new CommandError(`--ssh ${given}: ${path} is not there`);
  if (statSync(first).isSocket()) {
    if (paths.length > 1) throw new CommandError(`--ssh ${given}: one socket, or keys, not both`, 125);
    return first;
  }
  return agentWith(given, paths, own);
};

const agentWith = async (given: string, keys: readonly string[], own: (() => void)[]): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'lading-ssh-'));
  const socket = join(folder, 'agent');
  own.push(() => rmSync(folder, { recursive: true, force: true }));
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
  own.push(() => void agent.kill());
  await started(given, agent, socket);
  // It asks for passphrases where there is a terminal.
  const { status, stderr } = spawnSync('ssh-add', ['-q', ...keys], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: ['inherit', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new CommandError(`--ssh ${given}: ssh-add does not take it: ${(stderr ?? '').trim() || 'it gave no reason'}`);
  return socket;
};

const started = async (given: string, agent: ChildProcess, socket: string): Promise<void> => {
  let why: Error | undefined;
  agent.once('error', (error) => (why = error));
  for (let tries = 0; tries < startTriesMax && why === undefined && agent.exitCode === null; tries++) {
    if (existsSync(socket)) return;
    await new Promise((resolve) => setTimeout(resolve, startEveryMs));
  }
  throw new CommandError(`--ssh ${given}: ssh-agent, which would hold the key, can't be started${why ? ` (${why.message})` : ''}: install openssh-client`);
};
