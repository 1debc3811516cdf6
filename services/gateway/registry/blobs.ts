import { Readable } from 'node:stream';
import { foundBlob, openBlob } from './blob-source.ts';
import { checkDigest } from './digest.ts';
import { headerOf, type Exchange } from './exchange.ts';
import { spanOf } from './ranges.ts';
import { RegistryError } from './registry-error.ts';

/** What a digest names never changes. */
const cacheControl = 'max-age=31536000';

/** `GET` and `HEAD /v2/<name>/blobs/<digest>`. Blobs are the platform's: any repository gives any of them. */
export const giveBlob = async ({ gateway, request, reply, context }: Exchange, reference: string): Promise<unknown> => {
  const digest = checkDigest(reference);
  const found = await foundBlob(gateway, digest, context);
  const headers = { 'Docker-Content-Digest': digest, 'Accept-Ranges': 'bytes', 'Cache-Control': cacheControl, ETag: `"${digest}"`, 'Content-Type': 'application/octet-stream' };
  if (headerOf(request, 'if-none-match') === `"${digest}"`) return reply.code(304).headers(headers).send();
  if (request.method === 'HEAD') return reply.headers({ ...headers, 'Content-Length': found.sizeBytes }).send();
  const span = spanOf(headerOf(request, 'range'), found.sizeBytes);
  const { start, end } = span ?? { start: 0, end: found.sizeBytes };
  const pieces = await openBlob(gateway, found, { start, end });
  if (span) reply.code(206).header('Content-Range', `bytes ${start}-${end - 1}/${found.sizeBytes}`);
  return reply.headers({ ...headers, 'Content-Length': end - start }).send(Readable.from(pieces, { objectMode: false }));
};

/** `DELETE /v2/<name>/blobs/<digest>`: the specification lets a registry refuse it. */
export const refuseToDelete = (): never => {
  throw new RegistryError(405, 'UNSUPPORTED', 'blobs are not deleted one by one: delete the manifests that refer to them, and they are freed after a while');
};
