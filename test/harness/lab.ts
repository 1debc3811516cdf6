import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { claimLab, labsFolder, statesFolder } from './lab-owner.ts';

/** Machines for tests: network namespaces joined by a bridge in one more namespace, without a route to anywhere else. */
export type Lab = { tag: string; nodes: readonly LabNode[]; [Symbol.dispose]: () => void };

export type LabNode = {
  name: string;
  netns: string;
  /** Other machines reach it here. */
  address: string;
  /** Takes its network cable out. */
  cut: () => void;
  mend: () => void;
};

const ip = (...args: readonly string[]): string => execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export const openLab = (count: number): Lab => {
  const tag = `ladt${randomBytes(2).toString('hex')}`;
  claimLab(tag);
  const switchName = `${tag}-lab`;
  ip('netns', 'add', switchName);
  ip('-n', switchName, 'link', 'add', 'lab', 'up', 'type', 'bridge');
  const nodes = Array.from({ length: count }, (_, place) => addNode(tag, switchName, place + 1));
  return labOf(tag, nodes);
};

/** One that another process opened, as far as it is still there. */
export const reopenLab = (tag: string): Lab => {
  const numbers = namespacesOf(tag).flatMap((name) => /-n(\d+)$/.exec(name)?.[1] ?? []);
  return labOf(tag, numbers.map((number) => nodeOf(tag, Number(number))));
};

const labOf = (tag: string, nodes: readonly LabNode[]): Lab => ({
  tag,
  nodes,
  [Symbol.dispose]: () => {
    for (const name of namespacesOf(tag)) ip('netns', 'del', name);
    for (const folder of [labsFolder, statesFolder]) rmSync(`${folder}/${tag}`, { recursive: true, force: true });
  },
});

const namespacesOf = (tag: string): string[] => (existsSync('/run/netns') ? readdirSync('/run/netns') : []).filter((name) => name.startsWith(`${tag}-`));

const addNode = (tag: string, switchName: string, number: number): LabNode => {
  const name = `${tag}-n${number}`;
  const node = nodeOf(tag, number);
  ip('netns', 'add', name);
  ip('-n', name, 'link', 'set', 'lo', 'up');
  ip('-n', switchName, 'link', 'add', `port${number}`, 'up', 'master', 'lab', 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
  ip('-n', name, 'addr', 'add', `${node.address}/24`, 'dev', 'eth0');
  ip('-n', name, 'link', 'set', 'eth0', 'up');
  return node;
};

const nodeOf = (tag: string, number: number): LabNode => {
  const setLink = (state: 'up' | 'down') => () => void ip('-n', `${tag}-lab`, 'link', 'set', `port${number}`, state);
  return { name: `n${number}`, netns: `/run/netns/${tag}-n${number}`, address: `10.213.7.${number}`, cut: setLink('down'), mend: setLink('up') };
};
