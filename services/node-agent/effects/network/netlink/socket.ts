import { systemError, type SystemError } from '../../system-error.ts';
import { close, receive, send, setSocketOption, socket } from '../system-calls.ts';
import { attributesOf, textOf } from './attributes.ts';
import { linkByName, type Message } from './messages.ts';
import { addressOf, DUMP_ADDRESSES, DUMP_FORWARDS, DUMP_LINKS, DUMP_NEIGHBOURS, forwardOf, linkOf, neighbourOf, type Forward, type Link, type LinkAddress, type Neighbour } from './tables.ts';

const AF_NETLINK = 16;
const SOCK_RAW = 3;
const SOCK_CLOEXEC = 0x80000;
const NETLINK_ROUTE = 0;
const SOL_SOCKET = 1;
const SO_RCVBUFFORCE = 33;
const SOL_NETLINK = 270;
const NETLINK_EXT_ACK = 11;
const NETLINK_CAP_ACK = 10;
const RECEIVE_BUFFER_BYTES = 4 << 20;
/** The kernel's answers come in pieces of at most this. */
const PIECE_BYTES = 256 * 1024;
/** Acknowledgements of a larger batch could overrun the socket's buffer. */
const BATCH_MAX = 100;

const HEADER_BYTES = 16;
const REQUEST = 1;
const ACK = 4;
const DUMP = 0x300;
const TYPE_ERROR = 2;
const TYPE_DONE = 3;
const TYPE_LINK = 16;
const HAS_ATTRIBUTES = 0x200;

/** Asks the kernel of the namespace that it was opened in. Every call is synchronous. */
export type Netlink = {
  /** All in as few system calls as can be; throws the first error, after everything was tried. `tolerated` are no errors. */
  request: (messages: readonly Message[], tolerated?: readonly string[]) => void;
  link: (name: string) => Link | undefined;
  links: () => Link[];
  addresses: () => LinkAddress[];
  forwards: () => Forward[];
  neighbours: () => Neighbour[];
  close: () => void;
};

// One for all sockets: nothing is received while something else is.
const piece = Buffer.alloc(PIECE_BYTES);
let sequence = 1;

const encode = ({ type, flags, body }: Message, extra: number): Buffer => {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(HEADER_BYTES + body.length, 0);
  header.writeUInt16LE(type, 4);
  header.writeUInt16LE(flags | extra | REQUEST, 6);
  header.writeUInt32LE(sequence++, 8);
  return Buffer.concat([header, body]);
};

type Reply = { type: number; flags: number; body: Buffer };

function* replies(fd: number): Generator<Reply> {
  const end = receive(fd, piece);
  for (let at = 0; at + HEADER_BYTES <= end; ) {
    const length = piece.readUInt32LE(at);
    yield { type: piece.readUInt16LE(at + 4), flags: piece.readUInt16LE(at + 6), body: piece.subarray(at + HEADER_BYTES, at + length) };
    at += (length + 3) & ~3;
  }
}

const errorOf = ({ flags, body }: Reply): SystemError | undefined => {
  const errno = -body.readInt32LE(0);
  if (errno === 0) return undefined;
  const explanation = (flags & HAS_ATTRIBUTES) === 0 ? undefined : attributesOf(body.subarray(4 + HEADER_BYTES)).get(1);
  return systemError(`netlink${explanation === undefined ? '' : ` (${textOf(explanation)})`}`, errno);
};

const requestBatch = (fd: number, messages: readonly Message[], tolerated: readonly string[]): SystemError | undefined => {
  send(fd, Buffer.concat(messages.map((message) => encode(message, ACK))));
  let failed: SystemError | undefined;
  for (let acknowledged = 0; acknowledged < messages.length; ) {
    for (const reply of replies(fd)) {
      if (reply.type !== TYPE_ERROR) continue;
      acknowledged += 1;
      const error = errorOf(reply);
      if (error !== undefined && !tolerated.includes(error.code)) failed ??= error;
    }
  }
  return failed;
};

const oneLink = (fd: number, name: string): Link | undefined => {
  send(fd, encode(linkByName(name), ACK));
  let link: Link | undefined;
  for (;;) {
    for (const reply of replies(fd)) {
      if (reply.type === TYPE_LINK) link = linkOf(reply.body);
      if (reply.type !== TYPE_ERROR) continue;
      const error = errorOf(reply);
      if (error !== undefined && error.code !== 'ENODEV') throw error;
      return link;
    }
  }
};

const dump = <T>(fd: number, { type, header }: { type: number; header: Buffer }, read: (body: Buffer) => T | undefined): T[] => {
  send(fd, encode({ type, flags: DUMP, body: header }, 0));
  const rows: T[] = [];
  for (;;) {
    for (const reply of replies(fd)) {
      if (reply.type === TYPE_DONE) return rows;
      if (reply.type === TYPE_ERROR) throw errorOf(reply) ?? new Error('netlink: a dump was answered by an acknowledgement');
      const row = read(reply.body);
      if (row !== undefined) rows.push(row);
    }
  }
};

export const openNetlink = (): Netlink => {
  const fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
  setSocketOption(fd, SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES);
  setSocketOption(fd, SOL_NETLINK, NETLINK_EXT_ACK, 1);
  setSocketOption(fd, SOL_NETLINK, NETLINK_CAP_ACK, 1);
  return {
    request: (messages, tolerated = []) => {
      let failed: SystemError | undefined;
      for (let at = 0; at < messages.length; at += BATCH_MAX) {
        const error = requestBatch(fd, messages.slice(at, at + BATCH_MAX), tolerated);
        failed ??= error;
      }
      if (failed !== undefined) throw failed;
    },
    link: (name) => oneLink(fd, name),
    links: () => dump(fd, DUMP_LINKS, linkOf),
    addresses: () => dump(fd, DUMP_ADDRESSES, addressOf),
    forwards: () => dump(fd, DUMP_FORWARDS, forwardOf),
    neighbours: () => dump(fd, DUMP_NEIGHBOURS, neighbourOf),
    close: () => close(fd),
  };
};
