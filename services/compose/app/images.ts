import { beginTransfer, resolveImage } from '#endpoints/image.ts';
import { listNodes } from '#endpoints/node.ts';
import type { TransferLine, TransferOrder } from '#endpoints/transfer-lines.ts';
import type { Context } from '#kernel/context.ts';
import { NodeRefusal, type Nodes } from '#kernel/nodes.ts';
import type { Platform } from '#kernel/platform.ts';
import { canonical, parseReference } from '#kernel/reference.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Operation } from '../plan/steps.ts';
import type { Pull } from '../plan/up.ts';
import type { Model, Service } from '../project/model.ts';
import type { Performing } from './perform.ts';

type Found = { imageId: string; pull?: Pull };

/** What asks for a plan waits for it. */
const registryMaxMs = 8_000;

/** The image of each service by what its name means: here, or at its registry for those that are missing or always pulled. */
export const findImages = async (platform: Platform, nodes: Nodes, { services }: Model, context: Context): Promise<{ ids: Record<string, string>; pulls: Record<string, Pull>; problems: string[] }> => {
  const ids: Record<string, string> = {};
  const pulls: Record<string, Pull> = {};
  const problems: string[] = [];
  const asked = new Map<string, Promise<Found>>();
  const once = (service: Service): Promise<Found> => {
    const key = `${service.image} ${service.platform} ${service.pullPolicy}`;
    const found = asked.get(key) ?? find(platform, nodes, service, context);
    asked.set(key, found);
    return found;
  };
  await Promise.all(
    Object.entries(services).map(async ([name, service]) => {
      try {
        const { imageId, pull } = await once(service);
        ids[name] = imageId;
        if (pull) pulls[name] = pull;
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        problems.push(`services.${name}.image: ${error.message}`);
      }
    }),
  );
  return { ids, pulls, problems: problems.toSorted() };
};

const find = async (platform: Platform, nodes: Nodes, service: Service, context: Context): Promise<Found> => {
  const { image, pullPolicy } = service;
  const here = await platform.bus.call(resolveImage, { image }, context).then(
    ({ message }) => message,
    (error: unknown) => {
      if (error instanceof Rejection && error.code === 'IMAGE_NOT_FOUND') return undefined;
      throw error;
    },
  );
  if (here && pullPolicy !== 'always') return { imageId: here.imageId };
  if (pullPolicy === 'never') throw new Rejection('IMAGE_NOT_FOUND', `${image} is not here, and pull_policy is never: import it with "lading image import FILE", or let it be pulled`);
  const there = await atRegistry(platform, nodes, service, context);
  // What the name means there is what it means here.
  if (here?.referenceDigests.includes(there.manifestDigest) && here.imageId === there.imageId) return { imageId: here.imageId };
  return { imageId: there.imageId, pull: { digest: there.manifestDigest, because: here ? 'pull_policy is always' : 'missing' } };
};

const atRegistry = async (platform: Platform, nodes: Nodes, { image, platform: wanted }: Service, context: Context): Promise<{ imageId: string; manifestDigest: string }> => {
  const parsed = parseReference(image);
  const nodeId = await readyNode(platform, context);
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new NodeRefusal(504, `${parsed.domain} does not answer within ${registryMaxMs / 1_000} s`)), registryMaxMs).unref());
  try {
    return await Promise.race([nodes.json<{ imageId: string; manifestDigest: string }>(nodeId, 'POST', '/v1/registry/resolve', { reference: canonical(parsed), platform: wanted }), late]);
  } catch (error) {
    if (!(error instanceof NodeRefusal)) throw error;
    throw new Rejection('IMAGE_NOT_FOUND', `${image} is not here, and could not be asked for at its registry: ${error.message}; or import it with "lading image import FILE"`);
  }
};

const readyNode = async ({ bus }: Platform, context: Context): Promise<string> => {
  const { message } = await bus.call(listNodes, { asOfSequence: 0, asOfMs: 0 }, context);
  const node = message.nodes.find(({ state }) => state === 'ready');
  if (!node) throw new Rejection('NODE_NOT_READY', 'no node is ready to ask its registry: see "lading node ls"');
  return node.nodeId;
};

/** Has a node pull what was planned, and says what came. Each try is a transfer of its own; what an earlier one brought is not fetched again. */
export const pullImage = async ({ platform, nodes, goesOn }: Performing, { image, digest, platform: wanted }: Extract<Operation, { op: 'pull' }>, context: (more?: string) => Context): Promise<string> => {
  const parsed = parseReference(image);
  // With a tag and the digest, the tag is what it is called then. One that the file pins itself is called as it is there.
  const reference = canonical(parsed.digest === '' ? { ...parsed, digest } : { ...parsed, tag: '' });
  const commandId = platform.ids.uuid();
  const { message: begun } = await platform.bus.call(beginTransfer, { direction: 'pull', reference, nodeId: '', platform: wanted }, { ...context(), commandId });
  const order: TransferOrder = { direction: 'pull', reference: begun.reference, platform: wanted, imageId: '', manifestDigest: '', mountFrom: [] };
  const { lines, cancel } = await nodes.lines<TransferLine>(begun.nodeId, `/v1/transfers/${begun.transferId}`, order);
  const look = setInterval(() => void (goesOn() || cancel()), lookEveryMs);
  try {
    for await (const line of lines) {
      if (line.event === 'done') return '';
      if (line.event === 'failed') throw new Rejection(line.code, line.message);
    }
  } finally {
    clearInterval(look);
    cancel();
  }
  if (!goesOn()) return '';
  throw new Error(`node ${begun.nodeId} went away while it pulled ${image}`);
};

/** Whether the revision is still wanted. */
const lookEveryMs = 500;
