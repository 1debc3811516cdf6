import { applyChanges } from '../build-graph/apply-changes.ts';
import type { ContentStore } from '../effects/content/port.ts';
import { byteRangeOf } from './byte-range.ts';
import { HttpError, sendJson, type Route } from './server.ts';
import { copy } from './streams.ts';

/** What this machine runs. */
export const machinePlatform = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;

const digestRule = /^sha256:[0-9a-f]{64}$/;

const blobPath = /^\/v1\/blobs\/([^/]+)$/;

/** Blobs for other nodes and the gateway, and images that come in as archives. */
export const contentRoutes = (content: ContentStore): Route[] => [
  {
    method: 'HEAD',
    path: blobPath,
    answer: async ({ match: [, digest = ''] }, response) => {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': sizeOf(content, digest) });
      response.end();
    },
  },
  {
    method: 'GET',
    path: blobPath,
    forPeers: true,
    answer: async ({ raw, match: [, digest = ''] }, response) => {
      const sizeBytes = sizeOf(content, digest);
      const range = byteRangeOf(raw.headers.range, sizeBytes);
      if (range === 'unsatisfiable') throw new HttpError(416, `${digest} has ${sizeBytes} bytes`);
      const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
      // The whole is checked while it is read, however it was asked for.
      const { stream } = await content.openBlob(digest, end - start + 1 < sizeBytes ? { start, end } : {});
      response.writeHead(range ? 206 : 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': end - start + 1,
        ...(range ? { 'Content-Range': `bytes ${start}-${end}/${sizeBytes}` } : {}),
      });
      await copy(stream, response);
    },
  },
  {
    method: 'POST',
    path: /^\/v1\/images\/import$/,
    answer: async ({ url, raw }, response) => {
      const reference = url.searchParams.get('reference') ?? '';
      const kind = url.searchParams.get('kind') === 'rootfs' ? 'rootfs' : 'auto';
      const created = url.searchParams.get('created');
      const rootfs = { config: applyChanges({}, url.searchParams.getAll('change'), machinePlatform), comment: url.searchParams.get('comment') ?? '', ...(created === null ? {} : { created }) };
      const images = await content.importArchive(raw, { kind, rootfs, ...(reference === '' ? {} : { reference }) });
      sendJson(response, { images }, 201);
    },
  },
];

const sizeOf = (content: ContentStore, digest: string): number => {
  if (!digestRule.test(digest)) throw new HttpError(400, `${digest} is not a digest`);
  const sizeBytes = content.sizeOf(digest);
  if (sizeBytes === undefined) throw new HttpError(404, `this node does not hold ${digest}`);
  return sizeBytes;
};
