import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { openSocketInside } from '../../services/node-agent/effects/network/bound-socket.ts';
import { encodeName, questionOf } from '../../services/node-agent/effects/network/dns/message.ts';

const CONNECT_LIMIT_S = 2;
const DNS_LIMIT_MS = 4_000;
const RESOLVER = '127.0.0.11';

const run = promisify(execFile);

/** The line that a server answers, or undefined when none answers in time. */
export const ask = async (netns: string, address: string, port: number): Promise<string | undefined> => {
  const script = `exec 3<>/dev/tcp/${address}/${port}; echo hello >&3; read -r line <&3; echo "$line"`;
  try {
    const { stdout } = await run('nsenter', [`--net=${netns}`, 'timeout', `${CONNECT_LIMIT_S}`, 'bash', '-c', script]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
};

/** Several answers, one after another, each on a connection of its own. */
export const askTimes = async (times: number, netns: string, address: string, port: number): Promise<(string | undefined)[]> => {
  const lines: (string | undefined)[] = [];
  for (let turn = 0; turn < times; turn += 1) lines.push(await ask(netns, address, port));
  return lines;
};

export type Connection = { ask: () => Promise<string>; close: () => void };

/** One connection that is kept open. */
export const connectFrom = (netns: string, address: string, port: number): Connection => {
  const script = `exec 3<>/dev/tcp/${address}/${port}; while read -r line; do echo "$line" >&3; read -r -t ${CONNECT_LIMIT_S} answer <&3 || exit 1; echo "$answer"; done`;
  const child: ChildProcessWithoutNullStreams = spawn('nsenter', [`--net=${netns}`, 'bash', '-c', script]);
  const lines = createInterface(child.stdout);
  return {
    ask: async () => {
      child.stdin.write('hello\n');
      const closed = once(lines, 'close').then(() => ['closed']);
      const [line] = (await Promise.race([once(lines, 'line'), closed])) as [string];
      return line;
    },
    close: () => void child.kill('SIGKILL'),
  };
};

export type DnsAnswer = { code: number; truncated: boolean; addresses: string[]; message: Buffer };

export const dnsQuery = (name: string, type: number): Buffer => {
  const tail = Buffer.alloc(4);
  tail.writeUInt16BE(type, 0);
  tail.writeUInt16BE(1, 2);
  return Buffer.concat([Buffer.from([0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]), encodeName(name), tail]);
};

/** What an answer says; every record's name is a pointer, as our resolver writes them. */
export const readDns = (message: Buffer): DnsAnswer => {
  const flags = message[2] ?? 0;
  const query = Buffer.from(message);
  query[2] = flags & 0x7f;
  let at = questionOf(query)?.end ?? message.length;
  const addresses: string[] = [];
  for (let count = message.readUInt16BE(6); count > 0; count -= 1) {
    const length = message.readUInt16BE(at + 10);
    if (message.readUInt16BE(at + 2) === 1) addresses.push([...message.subarray(at + 12, at + 16)].join('.'));
    at += 12 + length;
  }
  return { code: (message[3] ?? 0) & 0x0f, truncated: (flags & 2) !== 0, addresses, message };
};

/** Asks the resolver of a container, from inside it. */
export const resolveIn = async (netns: string, name: string, type = 1): Promise<DnsAnswer> => {
  const socket = createSocket('udp4');
  socket.bind({ fd: openSocketInside(netns, { transport: 'udp', address: '0.0.0.0', port: 0 }), exclusive: true });
  try {
    const received = once(socket, 'message', { signal: AbortSignal.timeout(DNS_LIMIT_MS) });
    socket.send(dnsQuery(name, type), 53, RESOLVER);
    const [message] = (await received) as [Buffer];
    return readDns(message);
  } finally {
    socket.close();
  }
};
