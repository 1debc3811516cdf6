import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What somebody asked of a registry. */
export type Heard = { method: string; path: string; authorization: string; range: string };

/** Answers instead of the registry. */
export type Fault = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** A registry in memory that does wrong what a test tells it to. Nothing of it is ours: it shows what the client says on the wire. */
export type TestRegistry = {
  /** `127.0.0.1:port` */
  host: string;
  heard: Heard[];
  blobs: Map<string, Buffer>;
  /** By `repository@tag` and `repository@digest`. */
  manifests: Map<string, { mediaType: string; body: Buffer }>;
  /** Blobs that were uploaded, by repository. */
  uploaded: string[];
  /** The next `times` requests like this get `fault` instead. */
  fail: (method: string, path: RegExp, fault: Fault, times?: number) => void;
  addBlob: (bytes: Buffer) => { digest: string; size: number };
  addManifest: (repository: string, tag: string, mediaType: string, manifest: object) => { digest: string; size: number };
  close: () => Promise<void>;
};

export const sha256 = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export const openRegistry = async (tls?: { cert: string; key: string }): Promise<TestRegistry> => {
  const rules: { method: string; path: RegExp; fault: Fault; left: number }[] = [];
  const registry: Omit<TestRegistry, 'host' | 'close'> = {
    heard: [],
    blobs: new Map(),
    manifests: new Map(),
    uploaded: [],
    fail: (method, path, fault, times = 1) => void rules.push({ method, path, fault, left: times }),
    addBlob: (bytes) => {
      registry.blobs.set(sha256(bytes), bytes);
      return { digest: sha256(bytes), size: bytes.length };
    },
    addManifest: (repository, tag, mediaType, manifest) => {
      const body = Buffer.from(JSON.stringify({ mediaType, ...manifest }));
      for (const reference of [tag, sha256(body)]) registry.manifests.set(`${repository}@${reference}`, { mediaType, body });
      return { digest: sha256(body), size: body.length };
    },
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://registry');
    registry.heard.push({ method: request.method ?? '', path: `${url.pathname}${url.search}`, authorization: request.headers.authorization ?? '', range: request.headers.range ?? '' });
    const rule = rules.find(({ method, path, left }) => left > 0 && method === request.method && path.test(url.pathname));
    if (rule) {
      rule.left--;
      return rule.fault(request, response, url);
    }
    answer(registry, request, response, url).catch(() => response.destroy());
  };
  const server: Server = tls ? https.createServer(tls, onRequest) : http.createServer(onRequest);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...registry,
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const answer = async (registry: Omit<TestRegistry, 'host' | 'close'>, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
  const [, repository = '', kind = '', reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/(.*)$/.exec(url.pathname) ?? [];
  if (kind === '') return void response.writeHead(url.pathname === '/v2/' ? 200 : 404).end();
  if (kind === 'manifests' && request.method === 'PUT') return putManifest(registry, request, response, repository, reference);
  if (reference.startsWith('uploads/')) return upload(registry, request, response, repository, url);
  if (kind === 'manifests') {
    const manifest = registry.manifests.get(`${repository}@${reference}`);
    if (!manifest) return refuse(response, 404, 'MANIFEST_UNKNOWN', 'manifest unknown');
    return give(request, response, manifest.body, { 'content-type': manifest.mediaType, 'docker-content-digest': sha256(manifest.body) });
  }
  const blob = registry.blobs.get(reference);
  if (!blob) return refuse(response, 404, 'BLOB_UNKNOWN', 'blob unknown to registry');
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (start > 0) response.setHeader('content-range', `bytes ${start}-${blob.length - 1}/${blob.length}`);
  give(request, response, blob.subarray(start), { 'content-type': 'application/octet-stream' }, start > 0 ? 206 : 200);
};

const putManifest = async ({ manifests, blobs }: Pick<TestRegistry, 'manifests' | 'blobs'>, request: IncomingMessage, response: ServerResponse, repository: string, reference: string): Promise<void> => {
  const body = await buffer(request);
  const { config, layers } = JSON.parse(body.toString()) as { config: { digest: string }; layers: { digest: string }[] };
  const lacking = [config, ...layers].find(({ digest }) => !blobs.has(digest));
  if (lacking) return refuse(response, 400, 'MANIFEST_BLOB_UNKNOWN', lacking.digest);
  for (const name of [reference, sha256(body)]) manifests.set(`${repository}@${name}`, { mediaType: request.headers['content-type'] ?? '', body });
  response.writeHead(201, { 'docker-content-digest': sha256(body) }).end();
};

const upload = async ({ blobs, uploaded }: Pick<TestRegistry, 'uploaded' | 'blobs'>, request: IncomingMessage, response: ServerResponse, repository: string, url: URL): Promise<void> => {
  if (request.method === 'POST') {
    const isThere = blobs.has(url.searchParams.get('mount') ?? '');
    return void response.writeHead(isThere ? 201 : 202, { location: isThere ? '/' : `/v2/${repository}/blobs/uploads/1?state=x` }).end();
  }
  const bytes = await buffer(request);
  const digest = url.searchParams.get('digest') ?? '';
  if (sha256(bytes) !== digest) return refuse(response, 400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
  blobs.set(digest, bytes);
  uploaded.push(`${repository} ${digest}`);
  response.writeHead(201).end();
};

const give = (request: IncomingMessage, response: ServerResponse, bytes: Buffer, headers: http.OutgoingHttpHeaders, status = 200): void => {
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
};

export const refuse = (response: ServerResponse, status: number, code: string, message: string, headers: http.OutgoingHttpHeaders = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ errors: [{ code, message }] }));

/** Gives this status, with the error that registries send along. */
export const status = (code: number, headers: http.OutgoingHttpHeaders = {}): Fault => (_request, response) => refuse(response, code, 'TEST', `told to answer ${code}`, headers);

/** Begins the answer of `bytes` as if all came, and ends the connection after so many of them. */
export const cutAfter = (bytes: Buffer, count: number): Fault => (_request, response) => {
  response.writeHead(200, { 'content-length': bytes.length });
  response.write(bytes.subarray(0, count), () => response.socket?.destroy());
};
