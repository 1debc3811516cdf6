import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peersFolder } from './peers.ts';
import { until } from './wait.ts';

/** Debian's docker-registry, as somebody else's registry. */
export type DockerRegistry = { host: string; /** Whether a repository of it has this blob on its disk. */ holds: (repository: string, digest: string) => boolean; stop: () => Promise<void>; [Symbol.asyncDispose]: () => Promise<void> };

export type DockerRegistryOptions = {
  /** Its network namespace; that of the test itself unless said. */
  netns?: string;
  /** To listen at; a port of its own on loopback unless said. */
  address?: string;
  /** It wants the login `me` with the password `top:secret`. */
  login?: boolean;
  /** Folder that it keeps everything in, and leaves behind; one of its own unless said. */
  data?: string;
  /** It is a mirror of this registry. */
  mirrorOf?: string;
};

const program = ['/usr/bin/docker-registry', join(peersFolder, 'root/usr/bin/docker-registry')].find((path) => existsSync(path));

/** Why there is none to test with. */
export const whyNoRegistry = (): string | undefined => (program === undefined || spawnSync(program, ['--version']).status !== 0 ? 'without docker-registry ("make peers" unpacks it)' : undefined);

const login = 'me:$2y$05$abcdefghijklmnopqrstuur4V1.bogu0Y5BdqTyfg8DjvERn7S87q\n';
const stopMaxMs = 5_000;

export const openDockerRegistry = async ({ netns, address = '127.0.0.1:0', login: wantsLogin = false, data, mirrorOf }: DockerRegistryOptions = {}): Promise<DockerRegistry> => {
  const folder = mkdtempSync('/var/tmp/lading-registry-');
  const keptIn = data ?? join(folder, 'data');
  writeFileSync(join(folder, 'htpasswd'), login);
  writeFileSync(join(folder, 'config.yml'), JSON.stringify({
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: keptIn }, delete: { enabled: true } },
    http: { addr: address },
    ...(wantsLogin ? { auth: { htpasswd: { realm: 'test', path: join(folder, 'htpasswd') } } } : {}),
    ...(mirrorOf === undefined ? {} : { proxy: { remoteurl: `http://${mirrorOf}` } }),
  }));
  const log = join(folder, 'log');
  const file = openSync(log, 'w');
  const enter = netns === undefined ? ['env'] : ['nsenter', `--net=${netns}`];
  const [command = '', ...words] = [...enter, program ?? 'docker-registry', 'serve', join(folder, 'config.yml')];
  const child: ChildProcess = spawn(command, words, { stdio: ['ignore', file, file] });
  const host = await until('the registry listens', () => {
    const said = readFileSync(log, 'utf8');
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said.slice(-2_000)}`);
    return /listening on ([\d.:]+)/.exec(said)?.[1];
  });
  const stop = (): Promise<void> => end(child);
  return {
    host,
    holds: (repository, digest) => existsSync(join(keptIn, 'docker/registry/v2/repositories', repository, '_layers', digest.replace(':', '/'), 'link')),
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), stopMaxMs);
  await ended;
  clearTimeout(late);
};
