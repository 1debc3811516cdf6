import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Machine } from './machine.ts';
import { until } from './wait.ts';

const configs = resolve(import.meta.dirname, '../../deploy/nats');
const binary = ['/usr/local/lib/lading/nats-server', '/usr/bin/nats-server', '/usr/sbin/nats-server'].find((path) => existsSync(path)) ?? 'nats-server';

const port = (server: number): number => 4_222 + server;
const clusterPort = (server: number): number => 6_222 + server;
const monitorPort = (server: number): number => 8_222 + server;
const nameOf = (server: number): string => `log-${server}`;

/** For `LADING_NATS`. */
export const logServerUrls = (count: number): string => Array.from({ length: count }, (_, server) => `nats://127.0.0.1:${port(server)}`).join(',');

/** Starts one of `count` servers as deploy/nats says, in the network of a machine. On the store that it had before, if any. */
export const startLogServer = async ({ netns, state, environment, inside }: Machine, count: number, server: number): Promise<ChildProcess> => {
  const settings = {
    LADING_NATS_NAME: nameOf(server),
    LADING_NATS_LISTEN: `127.0.0.1:${port(server)}`,
    LADING_NATS_STORE: join(state, 'nats', nameOf(server)),
    LADING_NATS_CLUSTER: `127.0.0.1:${clusterPort(server)}`,
    LADING_NATS_ROUTES: `[${Array.from({ length: count }, (_, other) => `"nats://127.0.0.1:${clusterPort(other)}"`).join(', ')}]`,
  };
  const config = join(configs, count === 1 ? 'single.conf' : 'cluster.conf');
  const child = spawn('nsenter', [`--net=${netns}`, binary, '-c', config, '-m', String(monitorPort(server)), '-l', logServerLog(state, server)], { env: { ...environment, ...settings }, stdio: 'ignore' });
  await until(`nats-server ${server} answers`, async () => (await inside('bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port(server)}`)).code === 0);
  return child;
};

export const logServerLog = (state: string, server: number): string => join(state, `nats-server-${server}.log`);

type Monitored = { account_details?: { stream_detail?: { name: string; cluster?: { leader?: string } }[] }[] };

/** The server that leads the log now, as any of those says that is up. */
export const logLeader = (machine: Machine): Promise<number> =>
  until('the log has a leader', async () => {
    for (let server = 0; server < 3; server++) {
      const { code, out } = await machine.inside('curl', '-sS', '--max-time', '2', `http://127.0.0.1:${monitorPort(server)}/jsz?streams=1`);
      const streams = code === 0 ? ((JSON.parse(out) as Monitored).account_details ?? []).flatMap(({ stream_detail = [] }) => stream_detail) : [];
      const leader = streams.find(({ name }) => name === 'EVT')?.cluster?.leader;
      if (leader) return Number(leader.slice(nameOf(0).length - 1));
    }
    return undefined;
  });
