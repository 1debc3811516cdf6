import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import { peersFolder } from './peers.ts';
import { until } from './wait.ts';

const unpacked = join(peersFolder, 'root/usr');
const path = `${unpacked}/sbin:${unpacked}/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
const isThere = (program: string): boolean => spawnSync(program, ['--version'], { env: { PATH: path } }).status === 0;

export const whyNoDockerd = (): string | undefined => (isThere('dockerd') && isThere('docker') && existsSync(join(unpacked, 'bin/containerd')) ? undefined : 'without dockerd ("make peers" unpacks it)');

const buildx = join(unpacked, 'libexec/docker/cli-plugins/docker-buildx');

/** BuildKit is part of the engine; the command reaches it by a plug-in. */
export const whyNoBuildKit = (): string | undefined => whyNoDockerd() ?? (existsSync(buildx) ? undefined : 'without docker-buildx ("make peers" unpacks it)');

/** Docker's own engine on a machine's network, with folders of its own and no networks. */
export type Dockerd = { /** Where its API is. */ socket: string; docker: (...words: string[]) => Promise<string>; close: () => Promise<void> };

const stopMaxMs = 20_000;

export const openDockerd = async (machine: Machine): Promise<Dockerd> => {
  const folder = mkdtempSync('/var/tmp/lading-dockerd-');
  const socket = `unix://${folder}/docker.sock`;
  writeFileSync(join(folder, 'daemon.json'), '{}');
  mkdirSync(join(folder, 'cli-plugins'));
  if (existsSync(buildx)) symlinkSync(buildx, join(folder, 'cli-plugins/docker-buildx'));
  const log = join(folder, 'log');
  const file = openSync(log, 'w');
  const environment = { PATH: path, HOME: folder, DOCKER_CONFIG: folder, DOCKER_HOST: socket };
  const words = ['--config-file', join(folder, 'daemon.json'), '--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec'), '--pidfile', join(folder, 'pid'), '--bridge', 'none', '--iptables=false', '--ip6tables=false', '--host', socket];
  const child = spawn('nsenter', [`--net=${machine.netns}`, 'dockerd', ...words], { env: environment, stdio: ['ignore', file, file] });
  const docker = async (...asked: string[]): Promise<string> => {
    const { code, out, err } = await machine.inside('env', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`), 'docker', ...asked);
    if (code !== 0) throw new Error(`docker ${asked.join(' ')} ended with ${code}: ${err}${out}`);
    return out.trim();
  };
  const close = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), stopMaxMs);
    if (child.exitCode === null) await ended;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until('dockerd answers', () => (child.exitCode === null ? docker('version') : Promise.reject(new Error(`it ended: ${readFileSync(log, 'utf8').slice(-2_000)}`))), 60_000);
    return { socket: `${folder}/docker.sock`, docker, close };
  } catch (error) {
    await close();
    throw error;
  }
};
