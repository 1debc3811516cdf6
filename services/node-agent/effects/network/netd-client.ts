import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NetworkConfig } from './config.ts';
import type { Call, CallMessage, ReplyMessage } from './netd-protocol.ts';
import type { Network, NetworkView } from './port.ts';

export type NetdOptions = NetworkConfig & {
  /** Told what nobody can be told by an answer: that netd ended, or that it could not make again what the last view says. */
  onFault?: (message: string) => void;
};

export type NetdClient = Network & {
  /** Of the process that does the work; it changes when that is started again. */
  pid: () => number | undefined;
};

const PROGRAM = fileURLToPath(new URL('netd.ts', import.meta.url));
/** After that many ends in a row a call that was in work fails. */
const ATTEMPTS_MAX = 3;
const RESTART_MAX_MS = 5_000;
const RESTART_FIRST_MS = 50;
/** One that lived this long was well. */
const HEALTHY_MS = 10_000;
const CALLS_MAX = 1_024;

type Pending = { message: CallMessage; attempts: number; resolve: (result: unknown) => void; reject: (error: Error) => void };

/** The node's network, done by a netd that is started again when it ends. Calls in work are repeated: all of them may be. */
export const openNetd = ({ onFault = () => {}, ...config }: NetdOptions): NetdClient => {
  // Nothing of the agent's own environment. What the compiler made is kept: with it netd starts in a third of the time, in half the memory.
  const env = { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(config.runDir, 'compile-cache') };
  const pending = new Map<number, Pending>();
  let child: ChildProcess | undefined;
  let lastView: NetworkView | undefined;
  let nextId = 1;
  let closed = false;
  let restartMs = RESTART_FIRST_MS;
  let restarting: NodeJS.Timeout | undefined;

  const onReply = (reply: ReplyMessage): void => {
    const call = pending.get(reply.id);
    pending.delete(reply.id);
    if (call === undefined) {
      if ('error' in reply) onFault(`netd could not make the last view again: ${reply.error}`);
    } else if ('error' in reply) call.reject(new Error(reply.error));
    else call.resolve(reply.result);
  };

  const transmit = (message: CallMessage): void => {
    // A failure to send is an end of netd, which is noticed by itself.
    if (child?.connected === true) child.send(message, () => {});
  };

  const start = (): void => {
    const startedAt = performance.now();
    const started = fork(PROGRAM, [JSON.stringify(config)], { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child = started;
    started.on('message', (message) => onReply(message as ReplyMessage));
    started.on('error', (error) => onFault(`netd can't be started: ${error.message}`));
    started.once('exit', (code, signal) => {
      if (closed || child !== started) return;
      child = undefined;
      onFault(`netd ended (${signal ?? code}); it is started again`);
      restartMs = performance.now() - startedAt > HEALTHY_MS ? RESTART_FIRST_MS : Math.min(restartMs * 2, RESTART_MAX_MS);
      for (const [id, call] of pending) {
        call.attempts += 1;
        if (call.attempts < ATTEMPTS_MAX) continue;
        pending.delete(id);
        call.reject(new Error(`netd ended ${ATTEMPTS_MAX} times during ${call.message.call.method}: its last words are on standard error`));
      }
      restarting = setTimeout(start, restartMs);
    });
    if (lastView !== undefined) transmit({ id: nextId++, call: { method: 'apply', view: lastView } });
    for (const { message } of pending.values()) transmit(message);
  };

  const ask = <T>(call: Call): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed) return reject(new Error('the network of this node is closed: open it again'));
      if (pending.size >= CALLS_MAX) return reject(new Error(`netd has ${CALLS_MAX} calls waiting: try again later`));
      const message = { id: nextId++, call };
      pending.set(message.id, { message, attempts: 0, resolve: (result) => resolve(result as T), reject });
      transmit(message);
    });

  start();
  return {
    pid: () => child?.pid,
    apply: (view) => {
      lastView = view;
      return ask({ method: 'apply', view });
    },
    attach: (request) => ask({ method: 'attach', request }),
    detach: (containerId) => ask({ method: 'detach', containerId }),
    list: () => ask({ method: 'list' }),
    close: async () => {
      if (closed) return;
      closed = true;
      clearTimeout(restarting);
      for (const { reject } of pending.values()) reject(new Error('the network of this node was closed during the call'));
      pending.clear();
      const ending = child;
      if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.kill('SIGKILL');
      await ended;
    },
  };
};
