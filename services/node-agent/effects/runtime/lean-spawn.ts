import { closeSync } from 'node:fs';
import koffi from 'koffi';
import { systemError } from '../system-error.ts';

const libc = koffi.load('libc.so.6');
const posixSpawn = libc.func('int posix_spawnp(_Out_ int* pid, const char* file, void* actions, void* attributes, const char** words, const char** environment)');
const initActions = libc.func('int posix_spawn_file_actions_init(void* actions)');
const destroyActions = libc.func('int posix_spawn_file_actions_destroy(void* actions)');
const addOpen = libc.func('int posix_spawn_file_actions_addopen(void* actions, int fd, const char* path, int flags, uint32_t mode)');
const addDirectory = libc.func('int posix_spawn_file_actions_addchdir_np(void* actions, const char* path)');
const addDuplicate = libc.func('int posix_spawn_file_actions_adddup2(void* actions, int fd, int as)');
const initAttributes = libc.func('int posix_spawnattr_init(void* attributes)');
const destroyAttributes = libc.func('int posix_spawnattr_destroy(void* attributes)');
const setFlags = libc.func('int posix_spawnattr_setflags(void* attributes, short flags)');
const setMask = libc.func('int posix_spawnattr_setsigmask(void* attributes, void* mask)');
const setDefaults = libc.func('int posix_spawnattr_setsigdefault(void* attributes, void* signals)');
const fillSet = libc.func('int sigfillset(void* set)');
const waitpid = libc.func('int waitpid(int pid, _Out_ int* status, int options)');
const pipe2 = libc.func('int pipe2(_Out_ int* ends, int flags)');
const fcntl = libc.func('int fcntl(int fd, int command, int argument)');

// More than any libc's posix_spawn_file_actions_t, posix_spawnattr_t and sigset_t have (bytes).
const opaqueBytes = 512;
const useDefaults = 0x04;
const useMask = 0x08;
const readWrite = 2;
const closeOnExec = 0o2000000;
const duplicateCloseOnExec = 1030;
/** Ends of pipes lie above the numbers that children know them by, so that none is overwritten while they are set. */
const firstFree = 10;

/** A pipe(2) whose ends no other child gets. Whoever opened it closes both. */
export const openPipe = (): { read: number; write: number } => {
  const ends = [0, 0];
  if (pipe2(ends, closeOnExec) < 0) throw systemError('pipe');
  const [read, write] = ends.map((end) => {
    const above = Number(fcntl(end, duplicateCloseOnExec, firstFree));
    const errno = koffi.errno();
    closeSync(end);
    if (above < 0) throw systemError('pipe', errno);
    return above;
  });
  return { read: read ?? -1, write: write ?? -1 };
};

export type LeanSpawn = { program: string; words: readonly string[]; /** Where it runs. */ directory: string; environment: Readonly<Record<string, string>>; /** What the child has besides /dev/null as its first three: its number, and ours. */ files: Readonly<Record<number, number>> };

/**
 * Starts a program by posix_spawn(3), which lets the child run on this process's memory until it is another program. Node's own
 * spawn forks, which copies the page tables: 5 ms of an agent of 100 MiB in which nothing else happens, ten times as long as this.
 * Returns the child's pid; whoever asked waits for its end with `ended`. Throws with `code` ENOENT when there is no such program.
 */
export const leanSpawn = ({ program, words, directory, environment, files }: LeanSpawn): number => {
  const [actions, attributes, signals, none] = Array.from({ length: 4 }, () => Buffer.alloc(opaqueBytes));
  initActions(actions);
  initAttributes(attributes);
  try {
    for (const fd of [0, 1, 2]) addOpen(actions, fd, '/dev/null', readWrite, 0);
    addDirectory(actions, directory);
    for (const [as, fd] of Object.entries(files)) addDuplicate(actions, fd, Number(as));
    // Node ignores SIGPIPE, and blocks some signals for a moment: nobody should inherit that.
    fillSet(signals);
    setDefaults(attributes, signals);
    setMask(attributes, none);
    setFlags(attributes, useDefaults | useMask);
    const pid = [0];
    const errno = Number(posixSpawn(pid, program, actions, attributes, [program, ...words, null], [...Object.entries(environment).map(([name, value]) => `${name}=${value}`), null]));
    if (errno !== 0) throw systemError(program, errno);
    return pid[0] ?? -1;
  } finally {
    destroyActions(actions);
    destroyAttributes(attributes);
  }
};

/** Waits, on a thread of its own, until a child that is about to end has ended, so that it is no zombie. */
export const ended = (pid: number): Promise<void> =>
  new Promise((resolve, reject) => waitpid.async(pid, [0], 0, (error: Error | null) => (error ? reject(error) : resolve())));
