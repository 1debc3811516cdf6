import type { Blob } from '#proto/image.ts';
import { UploadError, type Uploads } from '../effects/content/uploads.ts';
import { HttpError, sendJson, type Route } from './server.ts';

const path = /^\/v1\/uploads\/([^/]+)$/;
const digestRule = /^sha256:[0-9a-f]{64}$/;
const statusOf = { unknown: 404, place: 416, busy: 409, altered: 400, many: 429 } as const;

/** Blobs that come in piece by piece. `stored` is told of each before its client is. */
export const uploadRoutes = (uploads: Uploads, stored: (blob: Blob) => Promise<void>): Route[] => [
  { method: 'POST', path: /^\/v1\/uploads$/, answer: async (_request, response) => sendJson(response, { id: await told(uploads.begin) }, 201) },
  { method: 'GET', path, answer: async ({ match: [, id = ''] }, response) => sendJson(response, { sizeBytes: await told(() => uploads.sizeOf(id)) }) },
  {
    method: 'PATCH',
    path,
    answer: async ({ url, raw, match: [, id = ''] }, response) => sendJson(response, { sizeBytes: await told(() => uploads.append(id, raw, startIn(url))) }),
  },
  {
    method: 'PUT',
    path,
    answer: async ({ url, raw, match: [, id = ''] }, response) => {
      const digest = url.searchParams.get('digest') ?? '';
      if (!digestRule.test(digest)) throw new HttpError(400, `"${digest.slice(0, 100)}" is no digest: give sha256: and 64 hexadecimal digits`);
      const blob = await told(async () => {
        await uploads.append(id, raw, startIn(url));
        return uploads.finish(id, digest);
      });
      await stored(blob);
      sendJson(response, blob, 201);
    },
  },
  {
    method: 'DELETE',
    path,
    answer: async ({ match: [, id = ''] }, response) => {
      await told(() => uploads.cancel(id));
      sendJson(response, {});
    },
  },
];

const startIn = (url: URL): number | undefined => {
  const start = url.searchParams.get('start');
  if (start === null) return undefined;
  if (!/^\d{1,15}$/.test(start)) throw new HttpError(400, 'start is no number of bytes');
  return Number(start);
};

const told = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UploadError) throw new HttpError(statusOf[error.reason], error.message);
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') throw new HttpError(400, 'the upload was cut: go on where it ends');
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) throw new HttpError(507, 'the disk of this node is full: free some space and go on with the upload');
    throw error;
  }
};
