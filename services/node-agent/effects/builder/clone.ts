import { spawn } from 'node:child_process';
import { chownSync, lchownSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inSlices } from './in-slices.ts';
import { treeEntries, type TreeEntry } from './tree.ts';

export type CloneRequest = {
  remote: string;
  /** Branch, tag or commit; empty for what the remote calls HEAD. */
  ref: string;
  /** Commit, or its beginning, that this must be; empty for any. */
  checksum: string;
  submodules: boolean;
  keepGitDirectory: boolean;
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
};

/**
 * git runs as nobody, since what it fetches is strangers'. Nobody may go where builds lie, so the folder is shown to it elsewhere, in a mount
 * namespace that ends with it.
 */
const nobody = 65_534;
const shownAt = '/mnt';
const asNobody = `mount --bind "$1" ${shownAt} && cd ${shownAt}/tree && shift && exec setpriv --reuid=${nobody} --regid=${nobody} --clear-groups --no-new-privs git "$@"`;
const cloneMaxMs = 30 * 60_000;
const messageMaxChars = 4_000;
const passedOn = /^(?:https?|no|all)_proxy$/i;

/** No hooks, no filters of this machine, no files of it as remotes, and nobody to ask for a password. */
const settings = ['-c', 'core.hooksPath=/dev/null', '-c', 'protocol.file.allow=never', '-c', 'protocol.ext.allow=never', '-c', 'core.fsmonitor=false', '-c', 'core.autocrlf=false', '-c', 'init.defaultBranch=main', '-c', 'advice.detachedHead=false'];

/** A repository at one commit, below `folder`, which is made. Gives the commit. Throws with git's own words. */
export const clone = async (folder: string, { remote, ref, checksum, submodules, keepGitDirectory, environment, signal }: CloneRequest): Promise<string> => {
  const [home, tree] = [join(folder, 'home'), join(folder, 'tree')];
  for (const own of [folder, home, tree]) {
    mkdirSync(own, { recursive: true, mode: 0o755 });
    chownSync(own, nobody, nobody);
  }
  const git = (...words: string[]): Promise<string> => runGit([...settings, ...words], { folder, environment, signal });
  await git('init', '-q');
  await git('remote', 'add', 'origin', '--', remote);
  await fetchRef(git, ref || 'HEAD');
  const commit = (await git('rev-parse', 'HEAD')).trim();
  if (!commit.startsWith(checksum.toLowerCase())) throw new Error(`${remote}#${ref} is the commit ${commit}, not ${checksum}`);
  if (submodules) await git('submodule', 'update', '--init', '--recursive', '--depth', '1', '-q');
  if (!keepGitDirectory) for (const at of gitDirectories(tree)) await rm(at, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
  await inSlices(treeEntries(Buffer.from(tree)), ({ at }) => lchownSync(at, 0, 0), signal);
  return commit;
};

/** Where a clone has its files. */
export const treeOf = (folder: string): string => join(folder, 'tree');

// Submodules have a file of that name.
const gitDirectories = (tree: string): Buffer[] => {
  const found: Buffer[] = [];
  const keeps = ({ path, at }: TreeEntry): boolean => {
    const isGit = /(?:^|\/)\.git$/.test(path.toString('latin1'));
    if (isGit) found.push(at);
    return !isGit;
  };
  // Walked to its end before any of them goes.
  Array.from(treeEntries(Buffer.from(tree), { keeps }));
  return found;
};

// Not every server gives one commit by itself, and none knows a commit by its beginning.
const fetchRef = async (git: (...words: string[]) => Promise<string>, ref: string): Promise<void> => {
  try {
    await git('fetch', '-q', '--depth', '1', '--no-tags', 'origin', '--', ref);
    await git('checkout', '-q', 'FETCH_HEAD');
  } catch (error) {
    await git('fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*').catch(() => {
      throw error;
    });
    await git('checkout', '-q', '--detach', ref === 'HEAD' ? 'origin/HEAD' : ref).catch(() => {
      throw error;
    });
  }
};

type Surroundings = { folder: string; environment: NodeJS.ProcessEnv; signal: AbortSignal };

const runGit = (words: readonly string[], { folder, environment, signal }: Surroundings): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', asNobody, 'sh', folder, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL', timeout: cloneMaxMs,
      env: {
        ...Object.fromEntries(Object.entries(environment).filter(([name]) => passedOn.test(name))),
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', HOME: `${shownAt}/home`, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'http:https:git:ssh', GIT_SSH_COMMAND: 'ssh -o BatchMode=yes', GIT_LFS_SKIP_SMUDGE: '1',
      },
    });
    let [out, said] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out = (out + text).slice(0, messageMaxChars)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-messageMaxChars)));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(out) : reject(new Error(code === 127 ? 'git is not on this node: install it, or send the files as a context' : `git ${words[settings.length] ?? ''}: ${said.trim() || `it ended with ${code}`}`))));
  });
