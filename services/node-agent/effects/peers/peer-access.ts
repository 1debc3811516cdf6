import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { http } from '#kernel/node-http.ts';

/** How to reach other nodes' data ports. */
export type PeerAccess = {
  /** Data URL of a node, or nothing when it is not known. */
  urlOf: (nodeId: string) => string | undefined;
  /** This node's certificate and key, and the authority that signed all of them. Absent on one machine. */
  tls?: { cert: string; key: string; ca: string };
};

/** A peer that answers nothing for so long, at first or in the middle, is left. */
const silentMaxMs = 8_000;

/** Bytes `start` to `end`, both given, of a blob that a peer holds. Throws when it gives anything else, cuts them short or falls silent. */
export const openPeerRange = async function* (peer: { url: string; tls: PeerAccess['tls'] }, digest: string, { start, end }: { start: number; end: number }, signal: AbortSignal): AsyncGenerator<Buffer> {
  const response = await answered(peer, `/v1/blobs/${digest}`, `bytes=${start}-${end}`, signal);
  const given = /^bytes (\d+)-(\d+)\//.exec(response.headers['content-range'] ?? '');
  if (response.statusCode !== 206 || Number(given?.[1]) !== start || Number(given?.[2]) !== end) {
    response.destroy();
    throw new Error(`answered ${response.statusCode} with ${response.headers['content-range'] ?? 'no range'}`);
  }
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length;
    yield piece;
  }
  if (length !== end - start + 1) throw new Error(`gave ${length} bytes where ${end - start + 1} were asked for`);
};

const answered = ({ url, tls }: { url: string; tls: PeerAccess['tls'] }, path: string, range: string, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const target = url.startsWith('unix:') ? { socketPath: url.slice('unix:'.length), path } : { ...hostOf(url), path };
    const open = url.startsWith('https:') ? httpsRequest : http.request;
    const request = open({ ...target, ...tls, headers: { range }, timeout: silentMaxMs, signal, agent: false }, resolve);
    request.on('timeout', () => request.destroy(new Error(`was silent for ${silentMaxMs} ms`)));
    request.on('error', reject);
    request.end();
  });

const hostOf = (url: string): { hostname: string; port: string } => {
  const { hostname, port } = new URL(url);
  return { hostname, port };
};
