import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandError, textOf } from '../api.ts';
import { flag, text, type Command, type Invocation } from '../command.ts';
import { forgetLogin, keepLogin } from '../docker-config-file.ts';
import { dockerConfigPath } from '../registry-login.ts';

/** The domain that images of this server begin with. */
const domainOf = (server = ''): string => {
  const host = server.replace(/^https?:\/\//, '').split('/')[0] ?? '';
  return ['', 'docker.io', 'index.docker.io', 'registry-1.docker.io'].includes(host) ? 'docker.io' : host;
};

export const login: Command = {
  name: 'login',
  usage: 'login [OPTIONS] [SERVER]',
  help: "Logs in at a registry (Docker Hub without SERVER) and keeps the login in Docker's config.json.",
  options: {
    username: { type: 'string', short: 'u', value: 'NAME', help: 'Who logs in; asked for when it is left out' },
    password: { type: 'string', short: 'p', value: 'PASSWORD', help: 'Others can read it in the list of processes: better use --password-stdin' },
    'password-stdin': { type: 'boolean', help: 'Read the password from stdin' },
  },
  run: async (invocation) => {
    const { api, words, out, err } = invocation;
    const domain = domainOf(words[0]);
    const { username, password } = await credentialsFrom(invocation);
    await api.json('POST', '/auth', { username, password, serveraddress: domain });
    const warning = await keepLogin(dockerConfigPath(), domain, username, password);
    if (warning !== undefined) err(`warning: ${warning}\n`);
    out('Login Succeeded\n');
  },
};

export const logout: Command = {
  name: 'logout',
  usage: 'logout [SERVER]',
  help: 'Forgets the login at a registry (Docker Hub without SERVER).',
  run: async ({ words, out }) => {
    const domain = domainOf(words[0]);
    out((await forgetLogin(dockerConfigPath(), domain)) ? `Removed the login for ${domain}\n` : `Not logged in to ${domain}\n`);
  },
};

const credentialsFrom = async ({ options, err }: Invocation): Promise<{ username: string; password: string }> => {
  const fromStdin = flag(options, 'password-stdin');
  const username = text(options, 'username') ?? (fromStdin ? '' : await typed(err, 'Username: ', true));
  if (username === '') throw new CommandError('say who logs in: lading login -u NAME', 125);
  const password = fromStdin ? (await textOf(process.stdin)).replace(/\r?\n$/, '') : (text(options, 'password') ?? (await typed(err, 'Password: ', false)));
  if (password === '') throw new CommandError('the password is empty: give one', 125);
  return { username, password };
};

const typed = async (err: (text: string) => void, prompt: string, echo: boolean): Promise<string> => {
  if (!process.stdin.isTTY) throw new CommandError('there is no terminal to ask on: give -u NAME and --password-stdin', 125);
  err(prompt);
  // readline paints what is typed; into nowhere, when it is secret.
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: echo ? process.stderr : nowhere, terminal: true });
  try {
    return await new Promise((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('close', () => reject(new CommandError('nothing was typed', 125)));
    });
  } finally {
    lines.close();
    if (!echo) err('\n');
  }
};
