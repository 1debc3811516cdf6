import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { keepArtifacts } from './artifacts.ts';
import { openLab } from './lab.ts';
import { leftovers, openMachine } from './machine.ts';
import { logLeader, logServerUrls, startLogServer } from './log-servers.ts';
import { readyNodes, type Platform } from './platform.ts';
import { reapOnce } from './reaper.ts';
import { until } from './wait.ts';

const repository = resolve(import.meta.dirname, '../..');
export const serviceNames = ['image', 'volume', 'network', 'container', 'scheduler', 'compose', 'gateway'] as const;
export type ProcessName = (typeof serviceNames)[number] | 'nats-server' | 'node-agent';

/** Every service a process of its own, on one machine. */
export type Split = Platform & {
  /** Kills it as a crash would, by the id that was started here. */
  kill: (name: ProcessName, replica?: number) => Promise<void>;
  /** Starts what was killed, as a supervisor would. */
  revive: (name: ProcessName, replica?: number) => Promise<void>;
  pidOf: (name: ProcessName, replica?: number) => number;
  /** Which of the servers leads the log. */
  logLeader: () => Promise<number>;
};

export type SplitOptions = { replicas: number; images: readonly string[]; /** nats-servers that keep the log together. */ servers?: 1 | 3; /** Of the agent alone. */ agent?: NodeJS.ProcessEnv };

export const startSplit = async ({ replicas, images, servers = 1, agent = {} }: SplitOptions): Promise<Split> => {
  await reapOnce();
  const lab = openLab(1);
  const [node] = lab.nodes;
  if (!node) throw new Error('the lab is empty');
  const first = openMachine(lab.tag, node, { LADING_NATS: logServerUrls(servers), LADING_LOG_REPLICAS: String(servers) });
  const running = new Map<string, ChildProcess>();
  const keyOf = (name: ProcessName, replica: number): string => `${name}#${replica}`;

  const start = async (name: ProcessName, replica: number): Promise<void> => {
    const child = name === 'nats-server' ? await startLogServer(first, servers, replica) : await first.start(['serve', name], replica > 0 && name === 'gateway' ? { LADING_SOCKET: join(first.run, `gateway-${replica}.sock`) } : name === 'node-agent' ? agent : {});
    running.set(keyOf(name, replica), child);
  };
  const childOf = (name: ProcessName, replica: number): ChildProcess => {
    const child = running.get(keyOf(name, replica));
    if (!child) throw new Error(`${name} was not started`);
    return child;
  };

  const split: Split = {
    first,
    machines: [first],
    pidOf: (name, replica = 0) => childOf(name, replica).pid ?? 0,
    kill: async (name, replica = 0) => {
      const child = childOf(name, replica);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    revive: (name, replica = 0) => start(name, replica),
    logLeader: () => logLeader(first),
    keepArtifacts: (name) => keepArtifacts(name, [first]),
    [Symbol.asyncDispose]: async () => {
      running.get(keyOf('node-agent', 0))?.kill('SIGTERM');
      await first.close();
      for (let server = 0; server < servers; server++) running.get(keyOf('nats-server', server))?.kill('SIGKILL');
      const left = leftovers(first);
      lab[Symbol.dispose]();
      if (left.length > 0) throw new Error(`left behind:\n${left.join('\n')}`);
    },
  };
  try {
    await Promise.all(Array.from({ length: servers }, (_, server) => start('nats-server', server)));
    for (let replica = 0; replica < replicas; replica++) await Promise.all(serviceNames.map((name) => start(name, replica)));
    await start('node-agent', 0);
    await until('the node is ready', async () => (await readyNodes(first)) === 1);
    for (const image of images) await first.lading('image', 'import', join(repository, 'build/images', `${image}.tar`));
    return split;
  } catch (error) {
    await split.keepArtifacts('start-split').catch(() => {});
    await split[Symbol.asyncDispose]().catch(() => {});
    throw error;
  }
};
