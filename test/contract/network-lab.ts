import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { openSocketInside } from '../../services/node-agent/effects/network/bound-socket.ts';
import { openNetd, type NetdClient } from '../../services/node-agent/effects/network/netd-client.ts';
import type { NetworkConfig } from '../../services/node-agent/effects/network/config.ts';
import { uninstall } from '../../services/node-agent/effects/network/uninstall.ts';
import { underlayOf } from './network-view.ts';

/** Machines for tests of the network: namespaces joined by a bridge in one more namespace, without a route to anywhere else. */
export type Lab = {
  nodes: readonly LabNode[];
  close: () => Promise<void>;
};

export type LabNode = {
  /** Path of the namespace that is the node. */
  netns: string;
  config: NetworkConfig;
  network: NetdClient;
  faults: string[];
  /** A new netd on the same node; the old one must be closed. */
  reopen: () => NetdClient;
};

const ip = (...args: readonly string[]): string => execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What runs here as root can be tested; otherwise why not. */
export const whyNoLab = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'without root';
  const programs = ['ip', 'nft', 'nsenter', 'bash', 'timeout'].filter((name) => !['/usr/bin', '/usr/sbin', '/bin', '/sbin'].some((folder) => existsSync(join(folder, name))));
  return programs.length > 0 ? `without ${programs.join(', ')}` : undefined;
};

export const openLab = async (count: number): Promise<Lab> => {
  const tag = `lt${randomBytes(3).toString('hex')}`;
  const dir = mkdtempSync('/dev/shm/lading-net-');
  const switchName = `${tag}-lab`;
  ip('netns', 'add', switchName);
  ip('-n', switchName, 'link', 'add', 'lab', 'up', 'type', 'bridge');
  const nodes = Array.from({ length: count }, (_, slot) => addNode(tag, switchName, dir, slot + 1));
  return {
    nodes,
    close: async () => {
      for (const { network, config } of nodes) {
        await network.close();
        uninstall(config);
      }
      for (const name of [...nodes.map((_, slot) => `${tag}-${slot + 1}`), switchName]) ip('netns', 'del', name);
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

const addNode = (tag: string, switchName: string, dir: string, node: number): LabNode => {
  const name = `${tag}-${node}`;
  ip('netns', 'add', name);
  ip('-n', name, 'link', 'set', 'lo', 'up');
  ip('-n', switchName, 'link', 'add', `port${node}`, 'up', 'master', 'lab', 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
  ip('-n', name, 'addr', 'add', `${underlayOf(node)}/24`, 'dev', 'eth0');
  ip('-n', name, 'link', 'set', 'eth0', 'up');
  const netns = `/run/netns/${name}`;
  const config = { runDir: join(dir, `${node}`), tableName: 'lading_test', bridgePrefix: 'lt', netns };
  const faults: string[] = [];
  const reopen = (): NetdClient => openNetd({ ...config, onFault: (message) => faults.push(message) });
  const opened: LabNode = {
    netns,
    config,
    faults,
    network: reopen(),
    reopen: () => {
      opened.network = reopen();
      return opened.network;
    },
  };
  return opened;
};

/** A TCP server in a namespace that says its name and who asked, a line for each line that it gets. */
export const serve = async (netns: string, port: number, name: string): Promise<Server> => {
  const fd = openSocketInside(netns, { transport: 'tcp', address: '0.0.0.0', port });
  const server = createServer((connection) => {
    connection.on('error', () => connection.destroy());
    connection.on('data', () => connection.write(`${name} ${connection.remoteAddress}\n`));
  });
  server.listen({ fd });
  return new Promise((resolve) => server.once('listening', () => resolve(server)));
};
