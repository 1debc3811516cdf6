import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex, Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { http } from '#kernel/node-http.ts';
import { objectOf } from './json-bodies.ts';

/** A connection that a route may take over: what came after the request, and the request's own body. */
type Taken = { socket: Duplex; early: Buffer; body: Buffer };

const taken = new WeakMap<IncomingMessage, Taken>();
const legacyHeader = 'x-lading-hijack-without-upgrade';
const headMaxBytes = 16_384;
/** Who has begun a request and takes longer for its head is let go. */
export const headMaxMs = 10_000;

// Old clients take a connection over without asking (no Upgrade header): Node would read their stdin as further requests.
const hijacked = /^POST (?:https?:\/\/[^/]+)?(?:\/v\d+\.\d+)?\/(?:containers\/[^/ ?]+\/attach|exec\/[^/ ?]+\/start)(?:\?[^ ]*)? HTTP\/1\.1\r\n/;

/** Takes connections before the HTTP server does, and marks requests that want the raw connection. Costs plain requests nothing that could be measured. */
export const front =
  (server: Server) =>
  (socket: Socket): void => {
    let seen: Buffer = Buffer.alloc(0);
    let late: NodeJS.Timeout | undefined;
    const onData = (chunk: Buffer): void => {
      late ??= setTimeout(() => socket.destroy(), headMaxMs);
      seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
      const end = seen.indexOf('\r\n\r\n');
      const mayBePost = 'POST '.startsWith(seen.toString('latin1', 0, Math.min(5, seen.length)));
      if (mayBePost && end < 0 && seen.length < headMaxBytes) return;
      clearTimeout(late);
      socket.off('data', onData);
      socket.pause();
      socket.unshift(mayBePost && end >= 0 ? marked(seen, end) : seen);
      server.emit('connection', socket);
      socket.resume();
    };
    socket.on('data', onData);
    socket.once('close', () => clearTimeout(late));
    socket.on('error', () => socket.destroy());
  };

const marked = (seen: Buffer, end: number): Buffer => {
  const head = seen.toString('latin1', 0, end);
  if (!hijacked.test(`${head}\r\n`) || /\r\nupgrade:/i.test(head) || detaches(seen, end)) return seen;
  const rest = head.replace(/\r\nconnection:[^\r\n]*/gi, '');
  return Buffer.concat([Buffer.from(`${rest}\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n${legacyHeader}: 1`, 'latin1'), seen.subarray(end)]);
};

// An exec that is started detached is an ordinary request.
const detaches = (seen: Buffer, end: number): boolean => /"Detach"\s*:\s*true/.test(seen.toString('utf8', end));

/** Lets routes see upgrade requests as any others, with hooks and errors, and take the connection over when they want it. */
export const routeUpgrades = (server: Server, app: FastifyInstance): void => {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    readBody(request, socket, head).then(
      ({ body, early }) => {
        taken.set(request, { socket, early, body });
        // The body was read here: nobody shall wait for it again.
        delete request.headers['content-length'];
        delete request.headers['content-type'];
        const response = new http.ServerResponse(request);
        response.assignSocket(socket as Socket);
        // An answer instead of a taken connection is the last thing on it: no server reads what follows.
        response.shouldKeepAlive = false;
        response.once('finish', () => (socket as Socket).destroySoon());
        app.routing(request, response);
      },
      () => socket.destroy(),
    );
  });
};

// Node 24 leaves the body of an upgrade request at the start of `head`; newer ones give it as the request's stream.
const readBody = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<{ body: Buffer; early: Buffer }> => {
  const wanted = Number(request.headers['content-length'] ?? 0);
  if (wanted === 0) return { body: Buffer.alloc(0), early: head };
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const streamed = Buffer.concat(chunks);
  if (streamed.length >= wanted) return { body: streamed, early: head };
  let read: Buffer = head;
  while (read.length < wanted) read = Buffer.concat([read, await nextChunk(socket)]);
  socket.pause();
  return { body: read.subarray(0, wanted), early: read.subarray(wanted) };
};

const nextChunk = (socket: Duplex): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const cut = (): void => reject(new Error('the body ended too early'));
    socket.once('data', (chunk: Buffer) => {
      socket.off('end', cut).off('close', cut);
      resolve(chunk);
    });
    // Half closed is as bad as closed: the rest will not come.
    socket.once('end', cut).once('close', cut);
    socket.resume();
  });

/** The JSON body of a request that may have come as an upgrade. */
export const bodyOf = (request: FastifyRequest): Record<string, unknown> => {
  const early = taken.get(request.raw)?.body;
  if (early !== undefined && early.length > 0) return objectOf(early.toString('utf8'));
  return (request.body ?? {}) as Record<string, unknown>;
};

// Who asked for no upgrade, on a connection that had served other requests: output comes as an ordinary body, and there is no input.
const streamed = (reply: FastifyReply, mediaType: string): Duplex => {
  reply.raw.writeHead(200, { 'Content-Type': mediaType });
  reply.raw.flushHeaders();
  return Duplex.from({ readable: Readable.from([]), writable: reply.raw });
};

/** Takes the connection over and answers as Docker does: 101 to who asked for an upgrade, 200 to who did not. */
export const hijack = (request: FastifyRequest, reply: FastifyReply, mediaType: string): { socket: Duplex; early: Buffer } => {
  const connection = taken.get(request.raw);
  reply.hijack();
  if (!connection) return { socket: streamed(reply, mediaType), early: Buffer.alloc(0) };
  const socket = connection.socket as Socket;
  reply.raw.detachSocket(socket);
  const isLegacy = request.headers[legacyHeader] !== undefined;
  socket.write(isLegacy ? `HTTP/1.1 200 OK\r\nContent-Type: ${mediaType}\r\n\r\n` : `HTTP/1.1 101 UPGRADED\r\nContent-Type: ${mediaType}\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n`);
  return { socket, early: connection.early };
};
