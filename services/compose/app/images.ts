import { beginTransfer, getTagHistory, resolveImage } from '#endpoints/image.ts';
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

/** Images of services: what their names mean, and how the missing ones come. */
export type Images = {
  /** The image of each service, here or at its registry for those that are missing or always pulled; by service. `wanted` as in an UpProject. */
  find: (model: Model, wanted: Wanted, context: Context) => Promise<FoundImages>;
  /** Has a node pull what was planned. Each try is a transfer of its own; what an earlier one brought is not fetched again. Left when it is not wanted any more. */
  pull: (operation: Extract<Operation, { op: 'pull' }>, context: Context, goesOn: () => boolean) => Promise<void>;
};

export type Wanted = { builds: string; pull: string };

/** By service: image ids (empty for one that is yet to be made), what has to be pulled, and why something has to be built. */
export type FoundImages = { ids: Record<string, string>; pulls: Record<string, Pull>; builds: Record<string, string>; problems: readonly string[] };

type Found = { imageId: string; pull?: Pull; /** Why it has to be built. */ build?: string };
type At = { platform: Platform; nodes: Nodes; localNodeId: string };

/** What asks for a plan waits for it. */
const registryMaxMs = 8_000;
const lookWhetherWantedEveryMs = 500;

/** `localNodeId` is asked first: names such as localhost mean something there. */
export const openImages = (platform: Platform, nodes: Nodes, localNodeId: string): Images => {
  const at: At = { platform, nodes, localNodeId };
  return {
    find: async ({ services }, { builds, pull: over }, context) => {
      refuseUnknown(over);
      const found: FoundImages = { ids: {}, pulls: {}, builds: {}, problems: [] };
      const problems: string[] = [];
      const asked = new Map<string, Promise<Found>>();
      const once = (service: Service): Promise<Found> => {
        const key = `${service.image} ${service.platform} ${service.pullPolicy} ${service.pullEveryMs ?? ''} ${service.build !== undefined}`;
        const answer = asked.get(key) ?? find(at, over === '' ? service : { ...service, pullPolicy: over }, { builds, said: over === '' ? 'pull_policy' : '--pull' }, context);
        asked.set(key, answer);
        return answer;
      };
      const findFor = (name: string, service: Service): Promise<Found | undefined> =>
        once(service).catch((error: unknown) => {
          if (!(error instanceof Rejection)) throw error;
          problems.push(`services.${name}.image: ${error.message}`);
          return undefined;
        });
      const names = Object.entries(services);
      const answers = await Promise.all(names.map(([name, service]) => findFor(name, service)));
      // In the order of the file, whichever was answered first: the same file gives the same plan.
      for (const [place, [name]] of names.entries()) {
        const { imageId, pull, build } = answers[place] ?? {};
        if (imageId !== undefined) found.ids[name] = imageId;
        if (pull) found.pulls[name] = pull;
        if (build !== undefined) found.builds[name] = build;
      }
      return { ...found, problems: problems.toSorted() };
    },
    pull: (operation, context, goesOn) => pull(at, operation, context, goesOn),
  };
};

const find = async (at: At, service: Service, { builds, said }: { builds: string; /** Where the policy is from. */ said: string }, context: Context): Promise<Found> => {
  const { image, pullPolicy } = service;
  const here = await at.platform.bus.call(resolveImage, { image }, context).then(
    ({ message }) => message,
    (error: unknown) => {
      if (error instanceof Rejection && error.code === 'IMAGE_NOT_FOUND') return undefined;
      throw error;
    },
  );
  if (service.build) {
    const build = whyBuild(here !== undefined, pullPolicy, builds);
    return { imageId: here?.imageId ?? '', ...(build === undefined ? {} : { build }) };
  }
  const isDue = pullPolicy === 'always' || (here !== undefined && pullPolicy === 'every' && (await isOlder(at, service, context)));
  if (here && !isDue) return { imageId: here.imageId };
  if (pullPolicy === 'never') throw new Rejection('IMAGE_NOT_FOUND', `${image} is not here, and ${said} is never: import it with "lading image import FILE", or let it be pulled`);
  const there = await atRegistry(at, service, context);
  // What the name means there is what it means here.
  if (here?.imageId === there.imageId && here.referenceDigests.includes(there.manifestDigest)) return { imageId: here.imageId };
  return { imageId: there.imageId, pull: { digest: there.manifestDigest, because: here ? (pullPolicy === 'every' ? 'its name was set longer ago than pull_policy says' : `${said} is always`) : 'missing' } };
};

const policies = ['always', 'missing', 'never'] as const;
const refuseUnknown: (over: string) => asserts over is '' | (typeof policies)[number] = (over) => {
  if (over !== '' && !policies.some((policy) => policy === over)) throw new Rejection('INVALID', `"${over}" is no way to pull: use ${policies.join(', ')}`);
};

// What came under a name when it was last set is as old as that.
const isOlder = async ({ platform }: At, { image, pullEveryMs = 0 }: Service, context: Context): Promise<boolean> => {
  const { message } = await platform.bus.call(getTagHistory, { reference: image }, context);
  const setAtMs = Math.max(0, ...message.moves.map(({ atMs }) => atMs));
  return platform.clock() - setAtMs > pullEveryMs;
};

const whyBuild = (isHere: boolean, pullPolicy: Service['pullPolicy'], wanted: string): string | undefined => {
  if (!isHere) return 'missing';
  if (wanted === 'done') return undefined;
  return wanted === 'again' ? 'asked for' : pullPolicy === 'build' ? 'pull_policy is build' : undefined;
};

const atRegistry = async (at: At, { image, platform: wanted }: Service, context: Context): Promise<{ imageId: string; manifestDigest: string }> => {
  const parsed = parseReference(image);
  const nodeId = await nodeFor(at, context);
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new NodeRefusal(504, `${parsed.domain} does not answer within ${registryMaxMs / 1_000} s`)), registryMaxMs).unref());
  try {
    return await Promise.race([at.nodes.json<{ imageId: string; manifestDigest: string }>(nodeId, 'POST', '/v1/registry/resolve', { reference: canonical(parsed), platform: wanted }), late]);
  } catch (error) {
    if (!(error instanceof NodeRefusal)) throw error;
    throw new Rejection('IMAGE_NOT_FOUND', `${image} is not here, and its registry does not give it: ${error.message}; or import it with "lading image import FILE"`);
  }
};

const nodeFor = async ({ platform, localNodeId }: At, context: Context): Promise<string> => {
  const { message } = await platform.bus.call(listNodes, { asOfSequence: 0, asOfMs: 0 }, context);
  const ready = message.nodes.filter(({ state }) => state === 'ready').map(({ nodeId }) => nodeId);
  const [first] = ready;
  if (first === undefined) throw new Rejection('NODE_NOT_READY', 'no node is ready to ask a registry: see "lading node ls"');
  return ready.includes(localNodeId) ? localNodeId : first;
};

const pull = async (at: At, { image, digest, platform: wanted }: Extract<Operation, { op: 'pull' }>, context: Context, goesOn: () => boolean): Promise<void> => {
  const parsed = parseReference(image);
  // With a tag and the digest, the tag is what it is called then. One that the file pins itself is called as it is there.
  const reference = canonical(parsed.digest === '' ? { ...parsed, digest } : { ...parsed, tag: '' });
  const nodeId = await nodeFor(at, context);
  const { message: begun } = await at.platform.bus.call(beginTransfer, { direction: 'pull', reference, nodeId, platform: wanted }, { ...context, commandId: at.platform.ids.uuid() });
  const order: TransferOrder = { direction: 'pull', reference: begun.reference, platform: wanted, imageId: '', manifestDigest: '', mountFrom: [] };
  const { lines, cancel } = await at.nodes.lines<TransferLine>(begun.nodeId, `/v1/transfers/${begun.transferId}`, order);
  const look = setInterval(() => void (goesOn() || cancel()), lookWhetherWantedEveryMs);
  try {
    for await (const line of lines) {
      if (line.event === 'done') return;
      if (line.event === 'failed') throw new Rejection(line.code, line.message);
    }
  } finally {
    clearInterval(look);
    cancel();
  }
  if (goesOn()) throw new Error(`node ${begun.nodeId} went away while it pulled ${image}`);
};
