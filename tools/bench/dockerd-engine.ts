import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { labsFolder } from '../../test/harness/lab-owner.ts';
import { until } from '../../test/harness/wait.ts';
import { buildOn, callOn, pullOn, run, type Engine } from './engine.ts';
import { pssOf } from './memory.ts';

const repository = resolve(import.meta.dirname, '../..');
const stopMaxMs = 20_000;

/** Debian's newest dockerd with compose, on a socket and folders of its own, in a network namespace of its own. Nothing when it can't be had. */
export const openDockerd = async (image: string): Promise<(Engine & { version: string }) | undefined> => {
  const programs = execFileSync('bash', [join(repository, 'tools/bench/peers.sh')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
  if (!existsSync(join(programs, 'usr/sbin/dockerd'))) return undefined;
  const folder = mkdtempSync('/var/lib/lading-bench-');
  const execRoot = mkdtempSync(join(labsFolder, '.dockerd-'));
  const netns = folder.slice('/var/lib/'.length);
  const socketPath = join(folder, 'docker.sock');
  const config = join(folder, 'config');
  mkdirSync(join(config, 'cli-plugins'), { recursive: true });
  writeFileSync(join(config, 'daemon.json'), '{}');
  for (const plugin of ['docker-compose', 'docker-buildx']) symlinkSync(join(programs, 'usr/libexec/docker/cli-plugins', plugin), join(config, 'cli-plugins', plugin));
  execFileSync('ip', ['netns', 'add', netns]);
  execFileSync('ip', ['-n', netns, 'link', 'set', 'lo', 'up']);
  const environment = { ...process.env, PATH: `${programs}/usr/sbin:${programs}/usr/bin:/usr/sbin:/usr/bin:/sbin:/bin`, DOCKER_HOST: `unix://${socketPath}`, DOCKER_CONFIG: config, HOME: folder };
  const log = openSync(join(folder, 'dockerd.log'), 'a');
  const daemon = spawn('nsenter', [`--net=/run/netns/${netns}`, 'dockerd', '--config-file', join(config, 'daemon.json'), '--data-root', join(folder, 'data'), '--exec-root', execRoot, '-p', join(folder, 'pid'), '-H', `unix://${socketPath}`], { env: environment, stdio: ['ignore', log, log] });
  const call = callOn(socketPath);
  const close = async (): Promise<void> => {
    const ended = once(daemon, 'exit');
    daemon.kill('SIGTERM');
    const late = setTimeout(() => daemon.kill('SIGKILL'), stopMaxMs);
    await ended;
    clearTimeout(late);
    execFileSync('ip', ['netns', 'del', netns]);
    for (const left of [folder, execRoot]) rmSync(left, { recursive: true, force: true });
  };
  const docker = (...words: string[]): Promise<string> => run(join(programs, 'usr/bin/docker'), words, environment);
  try {
    await until('dockerd answers', async () => (daemon.exitCode === null ? (await call('GET', '/_ping')) === 'OK' : Promise.reject(new Error('it ended'))), 60_000);
    await docker('load', '-i', image);
    const version = (await docker('version', '--format', '{{.Server.Version}}')).trim();
    return {
      version,
      name: 'dockerd',
      netns: `/run/netns/${netns}`,
      call,
      pull: pullOn(socketPath),
      build: buildOn(socketPath),
      buildFolder: async (folder) => void (await docker('build', '-q', folder)),
      up: async (file, project) => void (await docker('compose', '-p', project, '-f', file, 'up', '-d')),
      scale: async (file, project, service, replicas) => void (await docker('compose', '-p', project, '-f', file, 'up', '-d', '--no-recreate', '--scale', `${service}=${replicas}`)),
      down: async (file, project) => void (await docker('compose', '-p', project, '-f', file, 'down')),
      memoryBytes: () => pssOf(folder),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
