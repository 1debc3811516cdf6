import net, { type Server, type Socket } from 'node:net';
import tls from 'node:tls';

/** Where Docker's API is served over TCP. Without `tls` only what the configuration has judged to be meant comes here. */
export type TcpListen = { host: string; port: number; tls?: { ca: string; cert: string; key: string } };

/** Followers of logs and events each hold one. */
const connectionsMax = 4_096;
const handshakeMaxMs = 10_000;
/** A peer that vanished without a word is noticed so. */
const keepAliveMs = 30_000;

/** Gives every connection to `take`; with certificates only those whose client has one of the same authority. */
export const listenTcp = async ({ host, port, tls: files }: TcpListen, take: (socket: Socket) => void): Promise<Server> => {
  const options = { noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs, allowHalfOpen: true };
  const server: Server = files ? tls.createServer({ ...options, ...files, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2', handshakeTimeout: handshakeMaxMs }, take) : net.createServer(options, take);
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  return server;
};

/** Who is at the other end, as far as the connection proves it. */
export const peerOf = (socket: Socket): string => {
  if (socket instanceof tls.TLSSocket) return `tls:${String(socket.getPeerCertificate().subject?.CN ?? socket.remoteAddress)}`;
  return socket.remoteAddress === undefined ? 'unix-socket' : `tcp:${socket.remoteAddress}`;
};
