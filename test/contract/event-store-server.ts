import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../harness/wait.ts';

/** A nats-server of a test's own, on loopback, with its own store. */
export type LogServer = {
  url: string;
  /** As a crash would: no last write, no goodbye. */
  kill: () => Promise<void>;
  /** On the same port and store. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

const places = ['/usr/local/lib/lading/nats-server', '/usr/bin/nats-server', '/usr/sbin/nats-server', ...(process.env.PATH ?? '').split(':').map((folder) => join(folder, 'nats-server'))];
const binary = places.find((path) => existsSync(path));

export const whyNoLogServer = (): string | undefined => (binary === undefined ? 'without nats-server: run "make setup"' : undefined);

export const openLogServer = async (): Promise<LogServer> => {
  if (binary === undefined) throw new Error(`no log server ${whyNoLogServer()}`);
  const store = mkdtempSync(join(tmpdir(), 'ladt-log-'));
  const port = await freePort();
  const config = join(store, 'nats.conf');
  writeFileSync(config, 'max_payload: 8MB\n');
  let child: ChildProcess;

  const start = async (): Promise<void> => {
    child = spawn(binary, ['--config', config, '--addr', '127.0.0.1', '--port', String(port), '--jetstream', '--store_dir', store], { stdio: 'ignore' });
    await until('nats-server takes connections', () => takesConnections(port));
  };
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    restart: start,
    close: async () => {
      await kill();
      rmSync(store, { recursive: true, force: true });
    },
  };
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    // The server greets first: a port that is merely bound does not.
    socket.once('data', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
