import { execFile, execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import type { LabNode } from './lab.ts';
import { labsFolder, statesFolder } from './lab-owner.ts';
import { until } from './wait.ts';

const repository = resolve(import.meta.dirname, '../..');
const cli = join(repository, 'tools/cli/main.ts');

export type Said = { code: number; out: string; err: string };

/** One machine of the lab with what Lading keeps and runs on it. Names on the real machine are its own, so several fit on one. */
export type Machine = LabNode & {
  state: string;
  run: string;
  cgroup: string;
  table: string;
  environment: NodeJS.ProcessEnv;
  /** Runs `lading …` as on this machine. Throws when it fails, unless asked for what it said. */
  lading: (...words: string[]) => Promise<string>;
  said: (...words: string[]) => Promise<Said>;
  /** A program inside this machine's network. */
  inside: (program: string, ...words: string[]) => Promise<Said>;
  /** What an HTTP server on the machine's own network answers. */
  fetch: (url: string) => Promise<string>;
  api: <Answer>(method: string, path: string, body?: unknown) => Promise<{ status: number; body: Answer }>;
  /** Starts a process of Lading (`daemon`, `serve …`) and waits until it says that it is ready. */
  start: (words: readonly string[], more?: NodeJS.ProcessEnv) => Promise<ChildProcess>;
  close: () => Promise<void>;
};

const readyMaxMs = 30_000;
const stopMaxMs = 15_000;

export const openMachine = (tag: string, node: LabNode, more: NodeJS.ProcessEnv = {}): Machine => {
  const state = `${statesFolder}/${tag}/${node.name}`;
  const run = `${labsFolder}/${tag}/${node.name}`;
  const cgroup = `/${tag}-${node.name}`;
  const table = `${tag}_${node.name}`;
  for (const folder of [state, run]) mkdirSync(folder, { recursive: true, mode: 0o711 });
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH, HOME: '/root', LADING_STATE: state, LADING_RUN: run, LADING_NODE: node.name, LADING_CGROUP: cgroup, LADING_TABLE: table, LADING_BRIDGE_PREFIX: 'lt',
    NODE_COMPILE_CACHE: '/var/cache/lading', CI: '1', ...more,
  };
  const children: ChildProcess[] = [];

  const execute = (program: string, words: readonly string[], cwd = repository): Promise<Said> =>
    new Promise((done) => {
      execFile(program, words, { env: environment, cwd, maxBuffer: 64 * 2 ** 20 }, (error, out, err) => done({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, out, err }));
    });
  const said = (...words: string[]): Promise<Said> => execute(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...words]);
  const inside = (program: string, ...words: string[]): Promise<Said> => execute('nsenter', [`--net=${node.netns}`, program, ...words]);

  const machine: Machine = {
    ...node,
    state,
    run,
    cgroup,
    table,
    environment,
    said,
    inside,
    lading: async (...words) => {
      const { code, out, err } = await said(...words);
      if (code !== 0) throw new Error(`lading ${words.join(' ')} ended with ${code}: ${err}${out}`);
      return out;
    },
    fetch: async (url) => {
      const { code, out, err } = await inside('curl', '-sS', '--max-time', '5', url);
      if (code !== 0) throw new Error(`curl ${url}: ${err}`);
      return out;
    },
    api: (method, path, body) => call(join(run, 'docker.sock'), method, path, body),
    start: async (words, extra = {}) => {
      const log = join(state, `${words.join('-')}.log`);
      const file = openSync(log, 'a', 0o600);
      const before = existsSync(log) ? readFileSync(log, 'utf8').split('"ready"').length : 1;
      const child = spawn('nsenter', [`--net=${node.netns}`, process.execPath, '--disable-warning=ExperimentalWarning', cli, ...words], { env: { ...environment, ...extra }, stdio: ['ignore', file, file], cwd: repository });
      children.push(child);
      await until(
        `lading ${words.join(' ')} on ${node.name} is ready`,
        () => {
          const text = readFileSync(log, 'utf8');
          if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${text.slice(-2_000)}`);
          return text.split('"ready"').length > before;
        },
        readyMaxMs,
      );
      return child;
    },
    close: async () => {
      await Promise.all(children.map((child) => stop(child)));
      // The agent of a machine that joined runs in the background.
      const left = await execute('nsenter', [`--net=${node.netns}`, process.execPath, cli, 'daemon', '--stop', '--purge-runtime']);
      if (left.code !== 0) throw new Error(`${node.name} could not be cleaned: ${left.err}`);
      rmSync(state, { recursive: true, force: true });
    },
  };
  return machine;
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), stopMaxMs);
  await ended;
  clearTimeout(late);
};

const call = <Answer>(socketPath: string, method: string, path: string, body: unknown): Promise<{ status: number; body: Answer }> =>
  new Promise((done, fail) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = request({ socketPath, method, path, headers: text === undefined ? {} : { 'content-type': 'application/json' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString('utf8');
        done({ status: response.statusCode ?? 0, body: (answer === '' ? undefined : JSON.parse(answer)) as Answer });
      });
    });
    sent.on('error', fail);
    sent.end(text);
  });

/** What of a machine's names is left on the real one: nothing, when it was closed well. */
export const leftovers = ({ run, state, cgroup, table, netns }: Machine): string[] => {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n').map((line) => line.split(' ')[1] ?? '').filter((path) => path.startsWith(`${run}/`) || path.startsWith(`${state}/`));
  const groups = execFileSync('find', ['/sys/fs/cgroup', '-maxdepth', '2', '-name', cgroup.slice(1)], { encoding: 'utf8' }).split('\n').filter((path) => path !== '');
  const tables = existsSync(netns) ? execFileSync('nsenter', [`--net=${netns}`, 'nft', 'list', 'tables'], { encoding: 'utf8' }).split('\n').filter((line) => line.includes(table)) : [];
  const processes = spawnSync('pgrep', ['--list-full', '--full', `(${run}|${state})/`], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line !== '');
  return [...mounts, ...groups, ...tables, ...processes, ...(existsSync(run) ? [run] : [])];
};
