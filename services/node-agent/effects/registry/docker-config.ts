import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Credentials, CredentialsFor } from './credentials.ts';

type Entry = { auth?: string; username?: string; password?: string; identitytoken?: string; registrytoken?: string };
type DockerConfig = { auths?: Record<string, Entry>; credHelpers?: Record<string, string>; credsStore?: string };

/** What Docker calls its own registry in this file. */
const hubKey = 'https://index.docker.io/v1/';
const helperMaxMs = 15_000;
const helperMaxBytes = 1 << 20;
const helperNameRule = /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;

/** Logins as `docker login` keeps them: in `path` (~/.docker/config.json) or with the programs it names. It is read anew each time. */
export const dockerConfigCredentials = (path: string, environment: NodeJS.ProcessEnv): CredentialsFor => async (host) => {
  const config = await readConfig(path);
  const keys = host === 'docker.io' ? [hubKey, 'index.docker.io', 'docker.io', 'registry-1.docker.io'] : [host];
  const helper = keys.map((key) => config.credHelpers?.[key]).find((name) => name !== undefined) ?? config.credsStore;
  const fromHelper = helper === undefined || helper === '' ? undefined : await askHelper(helper, keys[0] ?? host, environment);
  return fromHelper ?? credentialsIn(entryOf(config.auths ?? {}, keys), path, host);
};

const readConfig = async (path: string): Promise<DockerConfig> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return {};
  }
  try {
    return JSON.parse(text) as DockerConfig;
  } catch {
    throw new Error(`${path} is no JSON: mend it, or log in again by "docker login"`);
  }
};

// Entries may be written as URLs, with or without a path.
const entryOf = (auths: Record<string, Entry>, keys: readonly string[]): Entry | undefined => {
  const exact = keys.map((key) => auths[key]).find((entry) => entry !== undefined);
  return exact ?? Object.entries(auths).find(([key]) => keys.includes(hostIn(key)))?.[1];
};

const hostIn = (key: string): string => key.replace(/^https?:\/\//, '').split('/')[0] ?? '';

const credentialsIn = (entry: Entry | undefined, path: string, host: string): Credentials | undefined => {
  if (entry === undefined) return undefined;
  if (entry.registrytoken) return { kind: 'registry', token: entry.registrytoken };
  if (entry.identitytoken) return { kind: 'identity', token: entry.identitytoken };
  if (entry.username && entry.password) return { kind: 'password', username: entry.username, password: entry.password };
  if (!entry.auth) return undefined;
  const [, username, password] = /^([^:]+):([^]*)$/.exec(Buffer.from(entry.auth, 'base64').toString('utf8').replace(/\0+$/, '')) ?? [];
  if (username === undefined || password === undefined) throw new Error(`the login for ${host} in ${path} can't be read: log in again by "docker login ${host}"`);
  return { kind: 'password', username, password };
};

// https://github.com/docker/docker-credential-helpers#development
const askHelper = async (name: string, key: string, environment: NodeJS.ProcessEnv): Promise<Credentials | undefined> => {
  if (!helperNameRule.test(name)) throw new Error(`"${name.slice(0, 100)}" is no name of a credential helper: mend credsStore or credHelpers in Docker's config.json`);
  const { failed, out } = await run(`docker-credential-${name}`, key, environment);
  if (failed !== undefined && /credentials not found|no credentials/i.test(out)) return undefined;
  const answer = failed === undefined ? answerIn(out) : undefined;
  if (!answer) throw new Error(`docker-credential-${name} gave no login for ${key}: ${(out.trim() || (failed ?? 'nothing')).slice(0, 300)}: install or repair it, or remove it from Docker's config.json`);
  const { Username = '', Secret = '' } = answer;
  if (Secret === '') return undefined;
  return Username === '<token>' ? { kind: 'identity', token: Secret } : { kind: 'password', username: Username, password: Secret };
};

const answerIn = (text: string): { Username?: string; Secret?: string } | undefined => {
  try {
    return JSON.parse(text) as { Username?: string; Secret?: string };
  } catch {
    return undefined;
  }
};

const run = (program: string, input: string, environment: NodeJS.ProcessEnv): Promise<{ failed?: string; out: string }> =>
  new Promise((resolve) => {
    const child = execFile(program, ['get'], { env: environment, timeout: helperMaxMs, maxBuffer: helperMaxBytes }, (error, out) => resolve({ ...(error ? { failed: error.message } : {}), out }));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
