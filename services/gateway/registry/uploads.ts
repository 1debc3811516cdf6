import type { Readable } from 'node:stream';
import { listNodes } from '#endpoints/node.ts';
import type { Gateway } from '../app/gateway.ts';
import { NodeRefusal } from '../http/status.ts';
import { foundBlob } from './blob-source.ts';
import { checkDigest, isDigest } from './digest.ts';
import { headerOf, type Exchange } from './exchange.ts';
import { chunkStart } from './ranges.ts';
import { RegistryError } from './registry-error.ts';

/** An upload lies on one node's disk; its name tells which, so that any gateway goes on with it. */
type Upload = { nodeId: string; id: string };

const uploadRule = /^([A-Za-z0-9_-]{1,128})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** `POST /v2/<name>/blobs/uploads/`: begins an upload, takes a whole blob at once (`?digest=`), or finds one that is here already (`?mount=`). */
export const beginUpload = async (exchange: Exchange, name: string): Promise<unknown> => {
  const { gateway, reply, query, context } = exchange;
  const mount = query.get('mount');
  if (mount !== null && isDigest(mount) && (await foundBlob(gateway, mount, context).catch(notUnknown))) return created(exchange, name, mount);
  const digest = query.get('digest');
  if (digest !== null) checkDigest(digest);
  const nodeId = await nodeFor(exchange);
  const { id } = await told(() => gateway.nodes.json<{ id: string }>(nodeId, 'POST', '/v1/uploads'));
  if (digest !== null) return finish(exchange, name, { nodeId, id }, digest);
  return progress(reply.code(202), name, { nodeId, id }, 0).send();
};

const notUnknown = (error: unknown): undefined => {
  if (!(error instanceof RegistryError && error.code === 'BLOB_UNKNOWN')) throw error;
};

/** `PATCH`, `PUT`, `GET` and `DELETE` of an upload's own location. */
export const continueUpload = async (exchange: Exchange, name: string, reference: string): Promise<unknown> => {
  const { gateway, request, reply, query } = exchange;
  const [, nodeId, id] = uploadRule.exec(reference) ?? [];
  if (nodeId === undefined || id === undefined) throw new RegistryError(404, 'BLOB_UPLOAD_UNKNOWN', `upload ${JSON.stringify(reference.slice(0, 100))} is not known: begin the upload again`);
  const upload = { nodeId, id };
  switch (request.method) {
    case 'PATCH':
      return progress(reply.code(202), name, upload, await send(exchange, name, upload, 'PATCH', '')).send();
    case 'PUT':
      return finish(exchange, name, upload, checkDigest(query.get('digest') ?? ''));
    case 'GET':
    case 'HEAD':
      return progress(reply.code(204), name, upload, (await told(() => gateway.nodes.json<{ sizeBytes: number }>(nodeId, 'GET', `/v1/uploads/${id}`))).sizeBytes).send();
    case 'DELETE':
      await told(() => gateway.nodes.json(nodeId, 'DELETE', `/v1/uploads/${id}`));
      return reply.code(204).send();
    default:
      throw new RegistryError(405, 'UNSUPPORTED', `${request.method} is not for an upload`);
  }
};

const finish = async (exchange: Exchange, name: string, upload: Upload, digest: string): Promise<unknown> => {
  await send(exchange, name, upload, 'PUT', `digest=${digest}`);
  return created(exchange, name, digest);
};

const created = ({ reply }: Exchange, name: string, digest: string): unknown => reply.code(201).headers({ Location: `/v2/${name}/blobs/${digest}`, 'Docker-Content-Digest': digest }).send();

/** Passes the request's body on to the node, and gives how much there is then. */
const send = async ({ gateway, request }: Exchange, name: string, upload: Upload, method: string, query: string): Promise<number> => {
  const start = chunkStart(headerOf(request, 'content-range'), headerOf(request, 'content-length'));
  const parameters = [query, start === undefined ? '' : `start=${start}`].filter((one) => one !== '').join('&');
  const length = headerOf(request, 'content-length');
  const body = (request.body ?? undefined) as Readable | undefined;
  const response = await told(
    () => gateway.nodes.open(upload.nodeId, method, `/v1/uploads/${upload.id}?${parameters}`, body, body === undefined || length === undefined ? {} : { 'content-length': length }),
    () => whereItEnds(gateway, name, upload),
  );
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return (JSON.parse(Buffer.concat(pieces).toString('utf8')) as { sizeBytes: number }).sizeBytes;
};

const location = (name: string, { nodeId, id }: Upload): string => `/v2/${name}/blobs/uploads/${nodeId}.${id}`;

// Docker's registry says 0-0 of an empty upload, too.
const rangeOf = (sizeBytes: number): string => `0-${Math.max(0, sizeBytes - 1)}`;

const progress = (reply: Exchange['reply'], name: string, upload: Upload, sizeBytes: number): Exchange['reply'] =>
  reply.headers({ Location: location(name, upload), Range: rangeOf(sizeBytes), 'Docker-Upload-UUID': upload.id });

const whereItEnds = async ({ nodes }: Gateway, name: string, upload: Upload): Promise<Record<string, string>> => {
  const { sizeBytes } = await nodes.json<{ sizeBytes: number }>(upload.nodeId, 'GET', `/v1/uploads/${upload.id}`);
  return { Location: location(name, upload), Range: rangeOf(sizeBytes), 'Docker-Upload-UUID': upload.id };
};

const codes: Readonly<Record<number, string>> = { 400: 'DIGEST_INVALID', 404: 'BLOB_UPLOAD_UNKNOWN', 409: 'BLOB_UPLOAD_INVALID', 416: 'RANGE_INVALID', 429: 'TOOMANYREQUESTS' };

/** Says in a registry's words what a node refuses. */
const told = async <Result>(work: () => Promise<Result>, place?: () => Promise<Record<string, string>>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof NodeRefusal ? codes[error.status] : undefined;
    if (!(error instanceof NodeRefusal) || code === undefined) throw error;
    throw new RegistryError(error.status, code, error.message, error.status === 416 && place ? await place() : {});
  }
};

/** This machine's own node where it is up, else the first that is. */
const nodeFor = async ({ gateway, context }: Exchange): Promise<string> => {
  const { localNodeId } = gateway.config;
  const { message } = await gateway.platform.bus.call(listNodes, { asOfSequence: 0, asOfMs: 0 }, context);
  const ready = message.nodes.filter(({ state }) => state === 'ready').map(({ nodeId }) => nodeId);
  const [first] = ready;
  if (first === undefined) throw new RegistryError(503, 'UNAVAILABLE', 'no node is ready to take a blob: see "lading node ls"');
  return ready.includes(localNodeId) ? localNodeId : first;
};
