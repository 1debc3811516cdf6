import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import { peersFolder } from './peers.ts';

const client = ['/usr/bin/docker', '/usr/local/bin/docker', join(peersFolder, 'root/usr/bin/docker')].find((path) => spawnSync(path, ['--version']).status === 0);

/** Docker's own command. */
export const dockerProgram = client ?? 'docker';

/** Why Docker's own command can't be used here; nothing when it can. */
export const whyNoDocker = (): string | undefined => (client === undefined ? 'without the docker command ("make peers" unpacks it)' : undefined);

export type DockerClient = {
  /** What the command finds around it: the machine as its engine. */
  environment: () => NodeJS.ProcessEnv;
  said: (words: readonly string[], input?: string) => Promise<{ code: number; out: string; err: string }>;
  /** What it writes. Fails the test when it fails. */
  docker: (...words: string[]) => Promise<string>;
};

/** Docker's own command, with the machine as its engine. */
export const dockerClient = (machine: () => Machine, more: NodeJS.ProcessEnv = {}): DockerClient => {
  const environment = (): NodeJS.ProcessEnv => ({ ...process.env, DOCKER_HOST: `unix://${join(machine().run, 'docker.sock')}`, ...more });
  const said: DockerClient['said'] = (words, input = '') =>
    new Promise((resolve) => {
      const child = spawn(dockerProgram, words, { env: environment() });
      let [out, err] = ['', ''];
      child.stdout.on('data', (data: Buffer) => (out += data.toString()));
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      child.stdin.on('error', () => {});
      child.stdin.end(input);
      child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
    });
  return {
    environment,
    said,
    docker: async (...words) => {
      const { code, out, err } = await said(words);
      assert.equal(code, 0, `docker ${words.join(' ')}: ${err}${out}`);
      return out.trim();
    },
  };
};
