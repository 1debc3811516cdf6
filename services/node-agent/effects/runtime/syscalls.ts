import { closeSync } from 'node:fs';
import koffi from 'koffi';
import { systemError } from '../system-error.ts';

const libc = koffi.load('libc.so.6');
const sockaddrUn = koffi.struct('sockaddr_un', { family: 'uint16', path: koffi.array('char', 108) });
const socketCall = libc.func('socket', 'int', ['int', 'int', 'int']);
const connectCall = libc.func('connect', 'int', ['int', koffi.pointer(sockaddrUn), 'int']);
const openat2Call = libc.func('long syscall(long number, long directory, const char* path, void* how, long size)');
const pidfdCall = libc.func('long syscall(long number, long pid, long flags)');

const AF_UNIX = 1;
const SOCK_SEQPACKET = 5;
const SOCK_NONBLOCK = 0o4000;
const SOCK_CLOEXEC = 0o2000000;
const SOCKADDR_UN_BYTES = 110;
const O_CLOEXEC = 0o2000000;
const SYS_OPENAT2 = 437;
const SYS_PIDFD_OPEN = 434;
const RESOLVE_IN_ROOT = 0x10;
const OPEN_HOW_BYTES = 24;
const OPEN_HOW_RESOLVE_OFFSET = 16;

/** Longest path a unix socket can have. */
export const SOCKET_PATH_MAX = 107;

/** A connected, non-blocking SEQPACKET socket, which Node has no way to make. */
export const connectSeqpacket = (path: string): number => {
  const fd: number = socketCall(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) throw systemError(`socket ${path}`);
  if (connectCall(fd, { family: AF_UNIX, path }, SOCKADDR_UN_BYTES) === 0) return fd;
  const error = systemError(`connect ${path}`);
  closeSync(fd);
  throw error;
};

/** Opens a path below a folder as if that folder were `/`: no link, absolute or with dots, leads out of it. */
export const openInRoot = (rootFd: number, path: string, flags: number): number => {
  const how = Buffer.alloc(OPEN_HOW_BYTES);
  how.writeBigUInt64LE(BigInt(flags | O_CLOEXEC), 0);
  how.writeBigUInt64LE(BigInt(RESOLVE_IN_ROOT), OPEN_HOW_RESOLVE_OFFSET);
  const fd = Number(openat2Call(SYS_OPENAT2, rootFd, path, how, OPEN_HOW_BYTES));
  if (fd < 0) throw systemError(`openat2 ${path}`);
  return fd;
};

/** A descriptor of a process that stays that process's own even when its number is used again. */
export const openPidfd = (pid: number): number => {
  const fd = Number(pidfdCall(SYS_PIDFD_OPEN, pid, 0));
  if (fd < 0) throw systemError(`pidfd_open ${pid}`);
  return fd;
};
