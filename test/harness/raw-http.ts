import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** One request on a unix socket, as it is: any body under any content type. */
export const ask = (socketPath: string, method: string, path: string, { body, headers = {} }: { body?: string | Buffer; headers?: Record<string, string> } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ socketPath, method, path, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }), ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Writes bytes to a unix socket, one piece after the other, and gives what came back by the time that the other side closed. */
export const sayBytes = (socketPath: string, pieces: readonly string[], { end = false }: { end?: boolean } = {}): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(socketPath);
    let back = '';
    socket.on('data', (data: Buffer) => (back += data.toString('latin1')));
    socket.on('error', () => {});
    socket.once('close', () => resolve(back));
    for (const piece of pieces) socket.write(piece);
    if (end) socket.end();
  });
