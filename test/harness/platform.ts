import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepArtifacts } from './artifacts.ts';
import { openLab } from './lab.ts';
import { leftovers, openMachine, type Machine } from './machine.ts';
import { reapOnce } from './reaper.ts';
import { until } from './wait.ts';

const repository = resolve(import.meta.dirname, '../..');
export const exampleFolder = join(repository, 'deploy/examples/counter');

export type Platform = {
  /** The first machine: it runs the services; every command is given there. */
  first: Machine;
  machines: readonly Machine[];
  /** Puts logs, events and plans where a failure can be studied. Call it in an `afterEach` of a test that failed. */
  keepArtifacts: (name: string) => Promise<string>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

export type PlatformOptions = { machines: number; images?: readonly ('busybox-latest' | 'redis-7' | 'node-24-slim')[]; environment?: NodeJS.ProcessEnv };

/** Starts the platform on machines of a lab of its own; the first holds the log, the others join by token. */
export const startPlatform = async ({ machines: count, images = ['busybox-latest'], environment = {} }: PlatformOptions): Promise<Platform> => {
  await reapOnce();
  const lab = openLab(count);
  const machines = lab.nodes.map((node, place) => openMachine(lab.tag, node, { ...environment, ...(place === 0 && count > 1 ? { LADING_CLUSTER_ADDRESS: node.address } : {}) }));
  const [first] = machines;
  if (!first) throw new Error('a platform has at least one machine');
  const platform: Platform = {
    first,
    machines,
    keepArtifacts: (name) => keepArtifacts(name, machines),
    [Symbol.asyncDispose]: async () => {
      for (const machine of machines.toReversed()) machine.mend();
      const left: string[] = [];
      for (const machine of machines.toReversed()) {
        await machine.close();
        left.push(...leftovers(machine));
      }
      lab[Symbol.dispose]();
      if (left.length > 0) throw new Error(`left behind:\n${left.join('\n')}`);
    },
  };
  try {
    await first.start(['daemon']);
    for (const image of images) await first.lading('image', 'import', archive(image));
    for (const machine of machines.slice(1)) await joinBy(first, machine);
    await until(`${count} nodes are ready`, async () => (await readyNodes(first)) === count);
    return platform;
  } catch (error) {
    await platform.keepArtifacts('start');
    await platform[Symbol.asyncDispose]().catch(() => {});
    throw error;
  }
};

const archive = (name: string): string => {
  const path = join(repository, 'build/images', `${name}.tar`);
  if (!existsSync(path)) throw new Error(`${path} is missing: run "make images"`);
  return path;
};

const joinBy = async (first: Machine, machine: Machine): Promise<void> => {
  const command = (await first.lading('node', 'token')).trim().split(' ').slice(3);
  const { code, err } = await machine.inside(process.execPath, join(repository, 'tools/cli/main.ts'), 'node', 'join', '--address', machine.address, '--id', machine.name, ...command);
  if (code !== 0) throw new Error(`${machine.name} could not join: ${err}`);
};

export const readyNodes = async (first: Machine): Promise<number> => {
  const { body } = await first.api<{ items: { state: string }[] }>('GET', '/api/v1/nodes');
  return body.items.filter(({ state }) => state === 'ready').length;
};
