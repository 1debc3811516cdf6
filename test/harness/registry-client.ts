import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import { contentOf, type Content, type PushedImage } from './pushed.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
export type Sent = { headers?: Record<string, string>; body?: Buffer | string | Readable };

/** A client of a registry that says exactly what a test wants it to say. */
export type RegistryClient = {
  ask: (method: string, path: string, sent?: Sent) => Promise<Answer>;
  /** Uploads a blob in one piece; gives its digest. */
  pushBlob: (name: string, bytes: Buffer | string) => Promise<string>;
  putManifest: (name: string, reference: string, manifest: Content) => Promise<Answer>;
  /** With all that it is made of. */
  pushImage: (name: string, reference: string, image: PushedImage) => Promise<Answer>;
};

/** The codes of an error's body. */
export const codesOf = ({ body }: Answer): string[] => (JSON.parse(body.toString()) as { errors: { code: string }[] }).errors.map(({ code }) => code);
export const messageOf = ({ body }: Answer): string => (JSON.parse(body.toString()) as { errors: { message: string }[] }).errors.map(({ message }) => message).join();
export const jsonOf = <Body>({ body }: Answer): Body => JSON.parse(body.toString()) as Body;

export const registryClient = (target: RequestOptions): RegistryClient => {
  const ask: RegistryClient['ask'] = (method, path, { headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const isWhole = typeof body === 'string' || Buffer.isBuffer(body);
      const sent = httpRequest({ ...target, method, path, headers: { ...(isWhole ? { 'content-length': Buffer.byteLength(body) } : {}), ...headers } }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }));
        response.once('error', reject);
      });
      sent.once('error', reject);
      if (body === undefined || isWhole) sent.end(body);
      else body.pipe(sent);
    });

  const pushBlob: RegistryClient['pushBlob'] = async (name, bytes) => {
    const { digest } = contentOf(bytes, '');
    const begun = await ask('POST', `/v2/${name}/blobs/uploads/`);
    const ended = await ask('PUT', `${begun.headers.location}?digest=${digest}`, { body: bytes });
    if (ended.status !== 201) throw new Error(`the blob was answered ${ended.status}: ${ended.body.toString()}`);
    return digest;
  };
  const putManifest: RegistryClient['putManifest'] = (name, reference, { bytes, mediaType }) => ask('PUT', `/v2/${name}/manifests/${reference}`, { headers: { 'content-type': mediaType }, body: bytes });
  return {
    ask,
    pushBlob,
    putManifest,
    pushImage: async (name, reference, { manifest, config, layer }) => {
      await Promise.all([pushBlob(name, config.bytes), pushBlob(name, layer.bytes)]);
      return putManifest(name, reference, manifest);
    },
  };
};
