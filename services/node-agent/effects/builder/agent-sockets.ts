import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, openSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** The socket that a command sees in place of its user's ssh agent. */
export type AgentSocket = { path: string; close: () => Promise<void> };

type Wanted = { name: string; mode: number; uid: number; gid: number };

/** Sockets of ssh agents whose other ends are at clients. */
export type AgentSockets = {
  /** A socket in the folder. `ask` is told of each connection, for which somebody else brings the client's end. */
  open: (folder: string, wanted: Wanted, ask: (connection: string) => void) => Promise<AgentSocket>;
  /** The command's end of a connection, once; undefined when there is none, or nobody waits for it any more. */
  take: (connection: string) => Socket | undefined;
};

/** A client that does not bring its end by then will not. */
const answerMaxMs = 30_000;
/** Of one command: it may ask as often as it likes. */
const waitingMax = 64;
const connectionBytes = 16;

export const agentSockets = (): AgentSockets => {
  const waiting = new Map<string, { socket: Socket; late: NodeJS.Timeout }>();

  const wait = (socket: Socket): string => {
    const connection = randomBytes(connectionBytes).toString('hex');
    const forget = (): void => {
      clearTimeout(waiting.get(connection)?.late);
      waiting.delete(connection);
    };
    waiting.set(connection, { socket, late: setTimeout(() => socket.destroy(), answerMaxMs) });
    socket.once('close', forget);
    return connection;
  };

  return {
    open: async (folder, { name, mode, uid, gid }, ask) => {
      const connections = new Set<Socket>();
      const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (socket) => {
        socket.on('error', () => socket.destroy());
        if (connections.size >= waitingMax) return void socket.destroy();
        connections.add(socket);
        socket.once('close', () => connections.delete(socket));
        ask(wait(socket));
      });
      const path = join(folder, name);
      await listenIn(folder, name, server);
      chownSync(path, uid, gid);
      chmodSync(path, mode);
      return {
        path,
        close: () =>
          new Promise((resolve) => {
            for (const socket of connections) socket.destroy();
            server.close(() => resolve());
          }),
      };
    },
    take: (connection) => {
      const found = waiting.get(connection);
      clearTimeout(found?.late);
      waiting.delete(connection);
      return found?.socket;
    },
  };
};

// A socket's address has 107 bytes, which a folder of the user's may have already.
const listenIn = async (folder: string, name: string, server: ReturnType<typeof createServer>): Promise<void> => {
  const fd = openSync(folder, 'r');
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(`/proc/self/fd/${fd}/${name}`, resolve);
    });
  } finally {
    closeSync(fd);
  }
};
