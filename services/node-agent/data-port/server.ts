import { chmodSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Duplex } from 'node:stream';
import type { Log } from '#kernel/log.ts';
import { http } from '#kernel/node-http.ts';
import { Rejection } from '#kernel/rejection.ts';
import { DiskFull } from '../effects/content/disk-full.ts';
import { HostileArchive } from '../effects/content/hostile-archive.ts';

export type Request = { url: URL; match: readonly string[]; raw: IncomingMessage };
export type Route = { method: string; path: RegExp; /** Agents of other nodes may ask, too; everything else is for the platform's services. */ forPeers?: boolean; answer: (request: Request, response: ServerResponse) => Promise<void> };
/** A route that turns the connection into a plain stream both ways. */
export type StreamRoute = { path: RegExp; take: (request: Request, socket: Duplex, early: Buffer) => Promise<void> };

export type DataPortConfig = { socketPath: string; listen: string; tls?: { cert: string; key: string; ca: string } };

/** An error with the HTTP status that tells it. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Serves bytes that never travel in the log: blobs, images, logs, attach, exec. On a socket for this machine's gateway,
 * and between machines on TLS where both sides show a certificate of the platform's own authority.
 */
export const serveDataPort = async (config: DataPortConfig, routes: readonly Route[], streams: readonly StreamRoute[], log: Log): Promise<{ close: () => Promise<void> }> => {
  const onRequest: RequestListener = (raw, response) => void answer(isPeer(raw) ? routes.filter(({ forPeers }) => forPeers) : routes, raw, response, log);
  const onUpgrade = (raw: IncomingMessage, socket: Duplex, early: Buffer): void => void upgrade(isPeer(raw) ? [] : streams, raw, socket, early, log);
  const servers = [http.createServer(onRequest)];
  if (config.listen !== '') {
    if (!config.tls) throw new Error('the data port may listen for other machines only with a certificate: join the node first');
    servers.push(createTlsServer({ ...config.tls, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' }, onRequest) as unknown as Server);
  }
  rmSync(config.socketPath, { force: true });
  const [host = '', port = ''] = config.listen.split(/:(?=\d+$)/);
  await Promise.all(
    servers.map(
      (server, place) =>
        new Promise<void>((resolve, reject) => {
          server.on('upgrade', onUpgrade);
          server.once('error', reject);
          if (place === 0) server.listen(config.socketPath, resolve);
          else server.listen(Number(port), host, resolve);
        }),
    ),
  );
  chmodSync(config.socketPath, 0o600);
  return {
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise<void>((resolve) => server.close(() => resolve()));
        }),
      );
      rmSync(config.socketPath, { force: true });
    },
  };
};

/** The name in the certificate of the platform's services. */
export const servicesName = 'services';

// Over the socket comes only who is root here. Over TLS a certificate says whether it is a service or another node.
const isPeer = ({ socket }: IncomingMessage): boolean => socket instanceof TLSSocket && socket.getPeerCertificate().subject?.CN !== servicesName;

const answer = async (routes: readonly Route[], raw: IncomingMessage, response: ServerResponse, log: Log): Promise<void> => {
  const url = new URL(raw.url ?? '/', 'http://node');
  try {
    for (const { method, path, answer: give } of routes) {
      const match = raw.method === method ? path.exec(url.pathname) : null;
      if (match) return await give({ url, match: match.map(decodeURIComponent), raw }, response);
    }
    throw new HttpError(404, `no ${raw.method} ${url.pathname} on the data port`);
  } catch (error) {
    const status = statusOf(error);
    if (status === 500) log.warn({ err: error, url: raw.url }, 'data port');
    if (response.headersSent) return void response.destroy();
    sendJson(response, { message: error instanceof Error ? error.message : String(error) }, status);
  }
};

const statusOf = (error: unknown): number => {
  if (error instanceof HttpError) return error.status;
  if (error instanceof DiskFull) return 507;
  return error instanceof HostileArchive || error instanceof Rejection ? 400 : 500;
};

const upgrade = async (streams: readonly StreamRoute[], raw: IncomingMessage, socket: Duplex, early: Buffer, log: Log): Promise<void> => {
  socket.on('error', () => socket.destroy());
  const url = new URL(raw.url ?? '/', 'http://node');
  try {
    for (const { path, take } of streams) {
      const match = path.exec(url.pathname);
      if (match) return await take({ url, match: match.map(decodeURIComponent), raw }, socket, early);
    }
    throw new HttpError(404, `no stream ${url.pathname} on the data port`);
  } catch (error) {
    const status = statusOf(error);
    if (status === 500) log.warn({ err: error, url: raw.url }, 'data port stream');
    const body = JSON.stringify({ message: error instanceof Error ? error.message : String(error) });
    socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
  }
};

/** Answers an upgrade: from here on the socket belongs to the stream. */
export const switchToStream = (socket: Duplex): void => {
  (socket as Socket).setNoDelay?.(true);
  socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
};

export const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
};

/** More than any request of ours needs. */
const jsonMaxBytes = 1 << 20;

export const readJson = async (raw: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of raw) {
    size += (chunk as Buffer).length;
    if (size > jsonMaxBytes) throw new HttpError(413, 'the request is too large');
    chunks.push(chunk as Buffer);
  }
  return chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>);
};
