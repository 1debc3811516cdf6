import koffi from 'koffi';
import { systemError } from '../system-error.ts';

const libc = koffi.load('libc.so.6');
const socketCall = libc.func('int socket(int domain, int type, int protocol)');
const sendCall = libc.func('long send(int fd, const void* data, unsigned long length, int flags)');
const recvCall = libc.func('long recv(int fd, void* data, unsigned long length, int flags)');
const closeCall = libc.func('int close(int fd)');
const bindCall = libc.func('int bind(int fd, const void* address, int length)');
const listenCall = libc.func('int listen(int fd, int backlog)');
const setsockoptCall = libc.func('int setsockopt(int fd, int level, int name, const void* value, int length)');
const fcntlCall = libc.func('int fcntl(int fd, int command, long argument)');
const setnsCall = libc.func('int setns(int fd, int kind)');
const unshareCall = libc.func('int unshare(int kinds)');
const mountCall = libc.func('int mount(const char* source, const char* target, const char* kind, unsigned long flags, const char* data)');
const umountCall = libc.func('int umount2(const char* target, int flags)');

const CLONE_NEWNET = 0x40000000;
const MS_BIND = 4096;
const MNT_DETACH = 2;
const F_DUPFD_CLOEXEC = 1030;

const checked = (result: number, what: string): number => {
  if (result < 0) throw systemError(what);
  return result;
};

export const socket = (domain: number, type: number, protocol: number): number => checked(socketCall(domain, type, protocol), 'socket');
export const send = (fd: number, data: Buffer): number => checked(Number(sendCall(fd, data, data.length, 0)), 'send');
export const receive = (fd: number, into: Buffer): number => checked(Number(recvCall(fd, into, into.length, 0)), 'recv');
export const close = (fd: number): void => void closeCall(fd);
export const bind = (fd: number, address: Buffer): number => checked(bindCall(fd, address, address.length), 'bind');
export const listen = (fd: number, backlog: number): number => checked(listenCall(fd, backlog), 'listen');

export const setSocketOption = (fd: number, level: number, name: number, value: number): number => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return checked(setsockoptCall(fd, level, name, bytes, bytes.length), 'setsockopt');
};

/** The same open file under the lowest free number that is not below `least`; the old number is closed. */
export const moveAbove = (fd: number, least: number): number => {
  const moved = checked(fcntlCall(fd, F_DUPFD_CLOEXEC, least), 'fcntl F_DUPFD_CLOEXEC');
  closeCall(fd);
  return moved;
};

export const setNetworkNamespace = (fd: number): number => checked(setnsCall(fd, CLONE_NEWNET), 'setns');
export const unshareNetwork = (): number => checked(unshareCall(CLONE_NEWNET), 'unshare');
export const bindMount = (source: string, target: string): number => checked(mountCall(source, target, null, MS_BIND, null), `mount ${target}`);
export const detachMount = (target: string): number => checked(umountCall(target, MNT_DETACH), `umount ${target}`);
