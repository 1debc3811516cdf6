import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindMount, detachMount, setNetworkNamespace, unshareNetwork } from './system-calls.ts';

const NSFS_MAGIC = 0x6e736673;
const OWN_NAMESPACE = '/proc/thread-self/ns/net';

let home = openSync(OWN_NAMESPACE, 'r');

const goHome = (): void => {
  try {
    setNetworkNamespace(home);
  } catch {
    // Everything after this would touch a container's network in place of the node's.
    process.abort();
  }
};

/** From now on this thread, and all it makes, is in that namespace. For the start of a process. */
export const enterNamespace = (path: string): void => {
  const fd = openSync(path, 'r');
  setNetworkNamespace(fd);
  closeSync(home);
  home = fd;
};

/**
 * Calls `work` inside a namespace. Only what is done before it returns happens there: a socket that Node makes later
 * (`net.connect`, `dgram.bind(port)`) is made in the namespace that this thread came from.
 */
export const insideNamespace = <T>(path: string, work: () => T): T => {
  const fd = openSync(path, 'r');
  try {
    setNetworkNamespace(fd);
  } finally {
    closeSync(fd);
  }
  try {
    return work();
  } finally {
    goHome();
  }
};

/** Whether a namespace is mounted there: after a crash it may be a plain file. */
export const isNamespace = (path: string): boolean => existsSync(path) && statfsSync(path).type === NSFS_MAGIC;

/** A number that no other namespace has while this one lives. */
export const namespaceInode = (path: string): number => statSync(path).ino;

/** Makes a namespace that a mount keeps alive, as `ip netns add` does. */
export const makeNamespace = (path: string): void => {
  writeFileSync(path, '');
  try {
    unshareNetwork();
    try {
      bindMount(OWN_NAMESPACE, path);
    } finally {
      goHome();
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
};

/**
 * Lets go of a namespace. The kernel removes it, with its interfaces, once no process is in it; it does so by itself, and
 * much faster than interfaces can be deleted one by one.
 */
export const dropNamespace = (path: string): void => {
  if (isNamespace(path)) detachMount(path);
  rmSync(path, { force: true });
};

/** The folder of all containers' namespaces. */
export const namespaceFolder = (runDir: string): string => {
  const folder = join(runDir, 'netns');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};

/** Names of the namespaces that are mounted in a folder. */
export const namespacesIn = (folder: string): string[] => readdirSync(folder).filter((name) => isNamespace(join(folder, name)));
