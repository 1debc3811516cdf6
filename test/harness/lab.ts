import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

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
  const switchName = `${tag}-lab`;
  ip('netns', 'add', switchName);
  ip('-n', switchName, 'link', 'add', 'lab', 'up', 'type', 'bridge');
  const nodes = Array.from({ length: count }, (_, place) => addNode(tag, switchName, place + 1));
  return {
    tag,
    nodes,
    [Symbol.dispose]: () => {
      for (const name of [...nodes.map((_, place) => `${tag}-n${place + 1}`), switchName]) ip('netns', 'del', name);
    },
  };
};

const addNode = (tag: string, switchName: string, number: number): LabNode => {
  const name = `${tag}-n${number}`;
  const port = `port${number}`;
  const address = `10.213.7.${number}`;
  ip('netns', 'add', name);
  ip('-n', name, 'link', 'set', 'lo', 'up');
  ip('-n', switchName, 'link', 'add', port, 'up', 'master', 'lab', 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
  ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
  ip('-n', name, 'link', 'set', 'eth0', 'up');
  return {
    name: `n${number}`,
    netns: `/run/netns/${name}`,
    address,
    cut: () => void ip('-n', switchName, 'link', 'set', port, 'down'),
    mend: () => void ip('-n', switchName, 'link', 'set', port, 'up'),
  };
};
