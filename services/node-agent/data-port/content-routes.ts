import type { ContentStore } from '../effects/content/port.ts';
import { HttpError, sendJson, type Route } from './server.ts';
import { copy } from './streams.ts';

const digestRule = /^sha256:[0-9a-f]{64}$/;

/** Blobs for other nodes, and images that come in as archives. */
export const contentRoutes = (content: ContentStore): Route[] => [
  {
    method: 'GET',
    path: /^\/v1\/blobs\/([^/]+)$/,
    forPeers: true,
    answer: async ({ raw, match: [, digest = ''] }, response) => {
      if (!digestRule.test(digest)) throw new HttpError(400, `${digest} is not a digest`);
      if (!(await content.hasBlob(digest))) throw new HttpError(404, `this node does not hold ${digest}`);
      const start = Number(/^bytes=(\d+)-$/.exec(raw.headers.range ?? '')?.[1] ?? 0);
      const { stream, sizeBytes } = await content.openBlob(digest, { start });
      response.writeHead(start > 0 ? 206 : 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': sizeBytes - start,
        ...(start > 0 ? { 'Content-Range': `bytes ${start}-${sizeBytes - 1}/${sizeBytes}` } : {}),
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
