import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

// An import statement reads every export of the module, and with them loads a WebSocket client that takes as long as all the rest.
const { request } = process.getBuiltinModule('node:http');

/** The platform refused, or could not be reached. `exitCode` is what the command ends with. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export type Api = {
  json: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;
  /** The answer as it comes in; `body` may be a stream. */
  open: (method: string, path: string, body?: string | NodeJS.ReadableStream, headers?: Record<string, string>) => Promise<IncomingMessage>;
  /** Turns the connection into a stream both ways (attach, exec). */
  hijack: (path: string, body?: unknown) => Promise<Duplex>;
};

const engineFault = 125;

export const apiOn = (socketPath: string, headers: Record<string, string> = {}): Api => {
  const open: Api['open'] = (method, path, body, more = {}) =>
    new Promise((resolve, reject) => {
      const sent = request({ socketPath, method, path, headers: { ...headers, ...(typeof body === 'string' ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}), ...more } }, (response) => {
        if ((response.statusCode ?? 500) < 400) return resolve(response);
        refusal(response).then(reject, reject);
      });
      sent.on('error', (error: NodeJS.ErrnoException) => reject(unreachable(socketPath, error)));
      if (body !== undefined && typeof body !== 'string') body.pipe(sent);
      else sent.end(body);
    });

  return {
    open,
    json: async <Answer>(method: string, path: string, body?: unknown) => {
      const text = await textOf(await open(method, path, body === undefined ? undefined : JSON.stringify(body)));
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
    hijack: (path, body) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? '' : JSON.stringify(body);
        const sent = request({ socketPath, method: 'POST', path, headers: { ...headers, connection: 'Upgrade', upgrade: 'tcp', 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } });
        sent.on('upgrade', (_response, socket, head) => {
          if (head.length > 0) socket.unshift(head);
          resolve(socket);
        });
        sent.on('response', (response) => void refusal(response).then(reject, reject));
        sent.on('error', (error: NodeJS.ErrnoException) => reject(unreachable(socketPath, error)));
        sent.end(text);
      }),
  };
};

export const textOf = async (response: NodeJS.ReadableStream): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

// Native routes answer problem+json (`detail`), the Docker API `message`.
const refusal = async (response: IncomingMessage): Promise<CommandError> => {
  const text = await textOf(response);
  try {
    const { detail, message } = JSON.parse(text) as { detail?: string; message?: string };
    return new CommandError(detail ?? message ?? text);
  } catch {
    return new CommandError(text || `the platform answered ${response.statusCode}`);
  }
};

const unreachable = (socketPath: string, error: NodeJS.ErrnoException): CommandError => {
  if (error.code === 'EACCES') return new CommandError(`no permission to use ${socketPath}: join the group "lading" or use sudo`, engineFault);
  if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') return new CommandError(`the daemon does not answer on ${socketPath}: start it with "lading daemon --detach"`, engineFault);
  return new CommandError(`${socketPath}: ${error.message}`, engineFault);
};
