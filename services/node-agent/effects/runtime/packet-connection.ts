import { Socket } from 'node:net';
import { connectSeqpacket } from './syscalls.ts';

/** A connection to conmon: what the container writes comes in packets, what it is to read goes out in packets. */
export type PacketConnection = {
  write: (data: Buffer, done: (error?: Error | null) => void) => void;
  /** Tells conmon that no more will be written. */
  end: () => void;
  destroy: () => void;
  /** conmon waits, and the process with it, until `resume`. */
  pause: () => void;
  resume: () => void;
};

export type PacketHandler = {
  output: (stream: 'stdout' | 'stderr', data: Buffer) => void;
  /** The container's output is complete, or conmon has gone. */
  ended: () => void;
};

/** conmon reads this much of a packet and drops what is beyond. */
const PACKET_BYTES_MAX = 8192;
const STDOUT_MARK = 2;
const STDERR_MARK = 3;

type PipeHandle = { open: (fd: number) => number };

/** A libuv stream takes any descriptor one can read from; Node's own constructors refuse SEQPACKET sockets. */
const pipeHandle = (fd: number): PipeHandle => {
  const binding = (process as unknown as { binding: (name: string) => { Pipe: new (type: number) => PipeHandle } }).binding('pipe_wrap');
  const handle = new binding.Pipe(0);
  const status = handle.open(fd);
  if (status !== 0) throw new Error(`descriptor ${fd}: status ${status} from the event loop`);
  return handle;
};

/** A stream over a descriptor that Node has no constructor for. */
export const streamOfDescriptor = (fd: number): Socket => {
  const options = { handle: pipeHandle(fd), readable: true, writable: true, allowHalfOpen: true };
  return new Socket(options as unknown as ConstructorParameters<typeof Socket>[0]);
};

/** Connects to the attach socket of a conmon. Throws when nobody listens there. */
export const connectPackets = (path: string, handler: PacketHandler): PacketConnection => {
  const socket = streamOfDescriptor(connectSeqpacket(path));
  // Node would gather queued writes into one packet, of which conmon drops what is too long.
  Object.assign(socket, { _writev: null });
  let isOver = false;
  const over = (): void => {
    if (isOver) return;
    isOver = true;
    handler.ended();
    socket.destroy();
  };
  socket.on('data', (packet: Buffer) => {
    const mark = packet[0];
    if (mark === STDOUT_MARK || mark === STDERR_MARK) handler.output(mark === STDOUT_MARK ? 'stdout' : 'stderr', packet.subarray(1));
  });
  socket.on('end', over).on('close', over).on('error', over);
  return {
    write: (data, done) => {
      const writeFrom = (start: number): void => {
        if (isOver) return done();
        const piece = data.subarray(start, start + PACKET_BYTES_MAX);
        socket.write(piece, (error) => (error || start + PACKET_BYTES_MAX >= data.length ? done() : writeFrom(start + PACKET_BYTES_MAX)));
      };
      if (data.length === 0) done();
      else writeFrom(0);
    },
    end: () => void socket.end(),
    destroy: over,
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
  };
};
