import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { peersFolder } from './peers.ts';

const peer = join(peersFolder, 'root/usr/libexec/docker/cli-plugins/docker-compose');

export type ComposeClient = { name: string; /** Missing when it is not here. */ program: string | undefined; hint: string };

const answers = (program: string, version: RegExp): string | undefined => (version.test(spawnSync(program, ['version'], { encoding: 'utf8' }).stdout ?? '') ? program : undefined);

/** Docker's compose in both of its lives: the program in Python that Debian has, and the plug-in, which also runs by itself. */
export const composeClients: readonly ComposeClient[] = [
  { name: 'compose v1', program: answers('/usr/bin/docker-compose', / 1\.\d+/), hint: 'without docker-compose of the first version ("make peers")' },
  { name: 'compose v2', program: answers(peer, /v?2\.\d+/), hint: 'without the compose plug-in ("make peers" unpacks it)' },
];

export type Composed = { code: number; out: string; err: string };

/** Runs compose in a folder, with an engine's socket as its own. */
export const runCompose = (program: string, folder: string, socket: string, words: readonly string[]): Promise<Composed> =>
  new Promise((done) => {
    // A folder without a configuration: the machine's own may name another engine.
    const env = { PATH: process.env.PATH, HOME: folder, DOCKER_CONFIG: folder, DOCKER_HOST: `unix://${socket}` };
    const child = execFile(program, words, { cwd: folder, env, maxBuffer: 16 * 2 ** 20 }, (error, out, err) => done({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, out, err }));
    child.stdin?.end();
  });
