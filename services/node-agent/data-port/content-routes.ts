import type { ContentStore } from '../effects/content/port.ts';
import { HttpError, sendJson, type Route } from './server.ts';
import { copy } from './streams.ts';

const digestRule = /^sha256:[0-9a-f]{64}$/;

const blobPath = /^\/v1\/blobs\/([^/]+)$/;

/** Blobs for other nodes and the gateway, and images that come in as archives. */
export const contentRoutes = (content: ContentStore): Route[] => [
  {
    method: 'HEAD',
    path: blobPath,
    answer: async ({ match: [, digest = ''] }, response) => {
      await held(content, digest);
      const { stream, sizeBytes } = await content.openBlob(digest);
      stream.destroy();
      response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': sizeBytes });
      response.end();
    },
  },
  {
    method: 'GET',
    path: blobPath,
    forPeers: true,
    answer: async ({ raw, match: [, digest = ''] }, response) => {
      await held(content, digest);
      const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(raw.headers.range ?? '') ?? [];
      const { stream, sizeBytes } = await content.openBlob(digest, from === '' ? {} : { start: Number(from), ...(to === '' ? {} : { end: Number(to) }) });
      const start = Number(from);
      if (start > 0 && start >= sizeBytes) {
        stream.destroy();
        throw new HttpError(416, `${digest} has ${sizeBytes} bytes`);
      }
      const end = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
      response.writeHead(from === '' ? 200 : 206, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': end + 1 - start,
        ...(from === '' ? {} : { 'Content-Range': `bytes ${start}-${end}/${sizeBytes}` }),
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
      const image = await content.importArchive(raw, { kind, ...(reference === '' ? {} : { reference }) });
      sendJson(response, image, 201);
    },
  },
];

const held = async (content: ContentStore, digest: string): Promise<void> => {
  if (!digestRule.test(digest)) throw new HttpError(400, `${digest} is not a digest`);
  if (!(await content.hasBlob(digest))) throw new HttpError(404, `this node does not hold ${digest}`);
};
