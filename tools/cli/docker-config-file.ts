import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from './api.ts';

type Config = { auths?: Record<string, object>; credsStore?: string; credHelpers?: Record<string, string> };

const helperMaxMs = 15_000;

/** How Docker calls its own registry there. */
const keyOf = (domain: string): string => (domain === 'docker.io' ? 'https://index.docker.io/v1/' : domain);

/** Keeps a login where Docker and Lading look for it: with the program that the file names, else in the file. Gives a warning, or nothing. */
export const keepLogin = async (path: string, domain: string, username: string, password: string): Promise<string | undefined> => {
  const config = read(path);
  const key = keyOf(domain);
  const helper = helperFor(config, key);
  if (helper !== undefined) {
    await ask(helper, 'store', JSON.stringify({ ServerURL: key, Username: username, Secret: password }));
    write(path, { ...config, auths: { ...config.auths, [key]: {} } });
    return undefined;
  }
  write(path, { ...config, auths: { ...config.auths, [key]: { auth: Buffer.from(`${username}:${password}`).toString('base64') } } });
  return `the password is kept unencrypted in ${path}: name a credential helper in "credsStore" there to have it kept elsewhere`;
};

/** Forgets a login. Says whether there was one. */
export const forgetLogin = async (path: string, domain: string): Promise<boolean> => {
  const config = read(path);
  const key = keyOf(domain);
  const helper = helperFor(config, key);
  if (helper !== undefined) await ask(helper, 'erase', key);
  const { [key]: gone, ...auths } = config.auths ?? {};
  if (gone !== undefined) write(path, { ...config, auths });
  return gone !== undefined || helper !== undefined;
};

const helperFor = ({ credHelpers, credsStore }: Config, key: string): string | undefined => credHelpers?.[key] ?? (credsStore || undefined);

const read = (path: string): Config => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {};
  }
  try {
    return JSON.parse(text) as Config;
  } catch {
    throw new CommandError(`${path} is no JSON: mend it first`);
  }
};

// Whole or not at all, and for nobody else.
const write = (path: string, config: Config): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(config, null, '\t')}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

// https://github.com/docker/docker-credential-helpers#development
const ask = (name: string, what: 'store' | 'erase', input: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = execFile(`docker-credential-${name}`, [what], { timeout: helperMaxMs }, (error, out) =>
      error ? reject(new CommandError(`docker-credential-${name} could not ${what} the login: ${(out.trim() || error.message).slice(0, 300)}: install or repair it, or remove it from Docker's config.json`)) : resolve(),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
