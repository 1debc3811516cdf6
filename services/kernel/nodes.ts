import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import https from 'node:https';
import type { Duplex, Readable } from 'node:stream';
import { listNodes } from '#endpoints/node.ts';
import { NodeLost } from '#proto/node.ts';
import type { Context } from './context.ts';
import { commitIn } from './decoded.ts';
import { http } from './node-http.ts';
import type { Platform } from './platform.ts';
import { Rejection } from './rejection.ts';

export type AgentTls = { cert: string; key: string; ca: string };

/** The data ports of nodes: bytes that never travel in the log. */
export type Nodes = {
  /** A body that ends too early, because who sends it went away, ends the request, too. */
  open: (nodeId: string, method: string, path: string, body?: string | Readable, headers?: Readonly<Record<string, string>>) => Promise<IncomingMessage>;
  json: <Answer>(nodeId: string, method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Posts, and gives the answer line by line as it comes, each line JSON. Whoever cancels ends the work that answers. */
  lines: <Line>(nodeId: string, path: string, body: unknown) => Promise<{ lines: AsyncIterable<Line>; cancel: () => void }>;
  stream: (nodeId: string, path: string) => Promise<{ socket: Duplex; early: Buffer }>;
};

type Sending = { body?: string | Readable | undefined; headers?: Readonly<Record<string, string>> | undefined; upgrade?: boolean };

/** An answer of a node's data port that is an error, with its HTTP status. */
export class NodeRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const connectMaxMs = 10_000;

export const openNodes = (platform: Platform, tls: AgentTls | undefined, context: () => Context): Nodes => {
  const urls = new Map<string, string>();
  const underway = new Map<string, Set<ClientRequest>>();
  platform.fromLog(({ aggregate, bytes }) => {
    if (!aggregate.startsWith('node.')) return;
    const nodeId = aggregate.slice('node.'.length);
    // A node that joins anew may be somewhere else.
    urls.delete(nodeId);
    // Nobody waits for one that is lost: its connections would hang until the kernel gives them up.
    if (commitIn(bytes).events.some(({ type }) => type === NodeLost.typeName)) for (const request of underway.get(nodeId) ?? []) request.destroy(lost(nodeId));
  }, {});

  const targetOf = async (nodeId: string): Promise<{ open: typeof http.request; options: RequestOptions }> => {
    if (!urls.has(nodeId)) {
      const { message } = await platform.bus.call(listNodes, { asOfSequence: 0, asOfMs: 0 }, context());
      for (const node of message.nodes) if (node.state !== 'lost' || isLocal(node.dataUrl)) urls.set(node.nodeId, node.dataUrl);
      if (message.nodes.some((node) => node.nodeId === nodeId) && !urls.has(nodeId)) throw lost(nodeId);
    }
    const url = urls.get(nodeId);
    if (url === undefined) throw new Rejection('NODE_NOT_FOUND', `node ${nodeId} is not known: see "lading node ls"`);
    if (isLocal(url)) return { open: http.request, options: { socketPath: url.slice('unix:'.length) } };
    const { hostname, port } = new URL(url);
    return { open: https.request as typeof http.request, options: { hostname, port, ...tls } };
  };

  const send = async (nodeId: string, method: string, path: string, { body, headers: more = {}, upgrade = false }: Sending): Promise<{ response: IncomingMessage; socket?: Duplex; early?: Buffer }> => {
    const { open, options } = await targetOf(nodeId);
    return new Promise((resolve, reject) => {
      const headers = upgrade ? { Connection: 'Upgrade', Upgrade: 'tcp' } : typeof body === 'string' ? { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)), ...more } : more;
      const request = open({ ...options, method, path, headers });
      if (options.hostname) track(underway, nodeId, request);
      const late = setTimeout(() => request.destroy(new NodeRefusal(503, `node ${nodeId} does not answer`)), connectMaxMs);
      request.once('socket', (socket) => (socket.connecting ? socket.once('connect', () => clearTimeout(late)) : clearTimeout(late)));
      request.once('response', (response) => ((response.statusCode ?? 500) < 400 ? resolve({ response }) : void refused(response).then(reject)));
      request.once('upgrade', (response, socket, early) => resolve({ response, socket, early }));
      request.once('error', (error) => {
        clearTimeout(late);
        reject(error instanceof NodeRefusal ? error : new NodeRefusal(503, `node ${nodeId} can't be reached: ${error.message}`));
      });
      if (body === undefined || typeof body === 'string') request.end(body);
      else pass(body, request);
    });
  };

  return {
    open: async (nodeId, method, path, body, headers) => (await send(nodeId, method, path, { body, headers })).response,
    json: async <Answer>(nodeId: string, method: string, path: string, body?: unknown) =>
      JSON.parse(await textOf((await send(nodeId, method, path, { body: body === undefined ? undefined : JSON.stringify(body) })).response)) as Answer,
    lines: async <Line>(nodeId: string, path: string, body: unknown) => {
      const { response } = await send(nodeId, 'POST', path, { body: JSON.stringify(body) });
      return { lines: linesIn<Line>(response), cancel: () => void response.destroy() };
    },
    stream: async (nodeId, path) => {
      const { socket, early } = await send(nodeId, 'POST', path, { upgrade: true });
      if (!socket) throw new NodeRefusal(502, `node ${nodeId} did not open a stream`);
      return { socket, early: early ?? Buffer.alloc(0) };
    },
  };
};

// On this machine a process that dies closes its connections.
const isLocal = (url: string): boolean => url.startsWith('unix:');

const lost = (nodeId: string): NodeRefusal => new NodeRefusal(503, `node ${nodeId} is lost: see "lading node ls"`);

const track = (underway: Map<string, Set<ClientRequest>>, nodeId: string, request: ClientRequest): void => {
  const requests = underway.get(nodeId) ?? new Set();
  underway.set(nodeId, requests.add(request));
  request.once('close', () => requests.delete(request));
};

const pass = (body: Readable, request: ClientRequest): void => {
  const cut = (): void => void (body.readableEnded || request.destroy(new Error('the body was cut')));
  body.once('close', cut);
  body.once('error', cut);
  // A node that refuses before it has heard all wants no more. The connection is in the middle of a body then: nothing else may be said on it.
  request.once('response', (response) => {
    if ((response.statusCode ?? 500) < 400 || request.writableEnded) return;
    body.unpipe(request);
    response.once('end', () => request.destroy());
  });
  // What nobody takes is read none the less: a client hears the answer when it has said all.
  request.once('close', () => body.resume());
  body.pipe(request);
};

const refused = async (response: IncomingMessage): Promise<NodeRefusal> => {
  const text = await textOf(response);
  try {
    return new NodeRefusal(response.statusCode ?? 500, (JSON.parse(text) as { message: string }).message);
  } catch {
    return new NodeRefusal(response.statusCode ?? 500, text);
  }
};

const textOf = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** More is no line of ours. */
const lineMaxChars = 4 * 2 ** 20;

// A connection that was cut ends them: whether the last line was there says the lines themselves.
const linesIn = async function* <Line>(response: IncomingMessage): AsyncGenerator<Line> {
  let rest = '';
  try {
    for await (const text of response.setEncoding('utf8') as AsyncIterable<string>) {
      const [...whole] = (rest + text).split('\n');
      rest = whole.pop() ?? '';
      if (rest.length > lineMaxChars) throw new NodeRefusal(502, 'a node answered with a line without end');
      for (const line of whole) yield parsed<Line>(line);
    }
  } catch (error) {
    if (!response.destroyed || error instanceof NodeRefusal) throw error;
  }
};

const parsed = <Line>(line: string): Line => {
  try {
    return JSON.parse(line) as Line;
  } catch {
    throw new NodeRefusal(502, 'a node answered with something else than JSON');
  }
};
