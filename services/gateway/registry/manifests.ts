import type { Readable } from 'node:stream';
import { getManifest, putManifest, removeManifest } from '#endpoints/image.ts';
import { foundBlob, openBlob } from './blob-source.ts';
import { isDigest } from './digest.ts';
import { headerOf, type Exchange } from './exchange.ts';
import { RegistryError } from './registry-error.ts';

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests: at least that much is to be taken. */
const manifestMaxBytes = 4 * 2 ** 20;
/** Together with a manifest it must fit into one message of the log. */
const configMaxBytes = 3 * 2 ** 20;

const configTypes = new Set(['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json']);

/** `GET` and `HEAD /v2/<name>/manifests/<reference>` */
export const giveManifest = async ({ gateway, request, reply, context }: Exchange, name: string, reference: string): Promise<unknown> => {
  const { message } = await gateway.platform.bus.call(getManifest, { repository: name, reference }, context);
  const { digest = '', mediaType = '', body = new Uint8Array() } = message.manifest ?? {};
  reply.headers({ 'Docker-Content-Digest': digest, ETag: `"${digest}"`, 'Content-Type': mediaType });
  if (headerOf(request, 'if-none-match') === `"${digest}"`) return reply.code(304).send();
  return request.method === 'HEAD' ? reply.header('Content-Length', body.length).send() : reply.send(Buffer.from(body));
};

/** `PUT /v2/<name>/manifests/<reference>` */
export const takeManifest = async (exchange: Exchange, name: string, reference: string): Promise<unknown> => {
  const { gateway, request, reply, context } = exchange;
  const body = await manifestIn(exchange);
  const mediaType = (headerOf(request, 'content-type') ?? '').split(';')[0]?.trim() ?? '';
  const configJson = await configFor(exchange, body);
  const { message } = await gateway.platform.bus.call(putManifest, { repository: name, reference, mediaType: mediaType || typeIn(body), body, configJson }, context);
  if (message.subject !== '') reply.header('OCI-Subject', message.subject);
  return reply.code(201).headers({ Location: `/v2/${name}/manifests/${isDigest(reference) ? reference : message.digest}`, 'Docker-Content-Digest': message.digest }).send();
};

/** `DELETE /v2/<name>/manifests/<reference>` */
export const deleteManifest = async ({ gateway, reply, context }: Exchange, name: string, reference: string): Promise<unknown> => {
  await gateway.platform.bus.call(removeManifest, { repository: name, reference }, context);
  return reply.code(202).send();
};

const tooLarge = (): RegistryError => new RegistryError(413, 'MANIFEST_INVALID', `manifest invalid: it is larger than ${manifestMaxBytes} bytes`);

const manifestIn = async ({ request }: Exchange): Promise<Buffer> => {
  if (Number(headerOf(request, 'content-length') ?? 0) > manifestMaxBytes) throw tooLarge();
  const body = request.body as Readable | undefined;
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > manifestMaxBytes) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

type Sketch = { mediaType?: unknown; config?: { mediaType?: unknown; digest?: unknown } };

// What a manifest must be like says the image service. Here only what is needed to ask it.
const sketchOf = (body: Buffer): Sketch => {
  try {
    return (JSON.parse(body.toString('utf8')) ?? {}) as Sketch;
  } catch {
    return {};
  }
};

const typeIn = (body: Buffer): string => String(sketchOf(body).mediaType ?? '');

/** The configuration of an image, which the image service reads; empty for what is no image, and for one that was not pushed. */
const configFor = async ({ gateway, context }: Exchange, body: Buffer): Promise<string> => {
  const { mediaType, digest } = sketchOf(body).config ?? {};
  if (!configTypes.has(String(mediaType)) || !isDigest(String(digest))) return '';
  try {
    const found = await foundBlob(gateway, String(digest), context);
    if (found.sizeBytes > configMaxBytes) throw new RegistryError(413, 'MANIFEST_INVALID', `manifest invalid: its configuration has ${found.sizeBytes} bytes, at most ${configMaxBytes} are taken`);
    const pieces: Buffer[] = [];
    for await (const piece of await openBlob(gateway, found)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  } catch (error) {
    // The image service says of all that is missing at once.
    if (error instanceof RegistryError && error.code === 'BLOB_UNKNOWN') return '';
    throw error;
  }
};
