import { createInterface } from 'node:readline';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { orderLengthBytes, type BuildProgress } from '#endpoints/build-progress.ts';
import { abandonBuild, beginBuild } from '#endpoints/image.ts';
import { getNetwork } from '#endpoints/network.ts';
import type { Context } from '#kernel/context.ts';
import { stepOf } from '../http/request-context.ts';
import type { Gateway } from './gateway.ts';

/** What a client asks for. What it leaves out is as usual. */
export type BuildRequest = {
  references: readonly string[];
  dockerfile: string;
  target: string;
  platform: string;
  arguments: Readonly<Record<string, string>>;
  /** `default`, `none`, `host` or a network's name or id. */
  network: string;
  project: string;
  /** Empty for a node that the platform chooses. */
  nodeId: string;
  /** Everything else, as the agent reads it. */
  more: Readonly<Record<string, unknown>>;
};

/** A build that goes on: what happens, a line of JSON each. Who destroys the lines cancels it. */
export type StartedBuild = { buildId: string; nodeId: string; lines: Readable };

const modes = new Set(['default', 'none', 'host']);

/** Has a node build what `body`, an archive with the context, brings. */
export const startBuild = async ({ platform: { bus }, nodes, config }: Gateway, request: BuildRequest, body: Readable, context: Context): Promise<StartedBuild> => {
  const { dockerfile, target, platform, project, nodeId: asked, more } = request;
  const mode = modes.has(request.network) ? request.network : 'default';
  const [{ message: build }, { message: network }] = await Promise.all([
    bus.call(beginBuild, { references: request.references, dockerfile, target, platform, project, argumentNames: Object.keys(request.arguments), nodeId: asked, nearNodeId: config.localNodeId }, context),
    bus.call(getNetwork, { network: modes.has(request.network) ? 'bridge' : request.network }, stepOf(context, 'network')),
  ]);
  const order = { references: build.references, dockerfile, target, platform, arguments: request.arguments, network: mode, networkId: network.networkId, ...more };
  try {
    const lines = await nodes.open(build.nodeId, 'POST', `/v1/builds/${build.buildId}`, withOrder(order, body));
    return { ...build, lines };
  } catch (error) {
    await bus.call(abandonBuild, { buildId: build.buildId, message: error instanceof Error ? error.message : String(error) }, stepOf(context, 'abandon'));
    throw error;
  }
};

const withOrder = (order: object, body: Readable): Readable => {
  const text = Buffer.from(JSON.stringify(order));
  const length = Buffer.alloc(orderLengthBytes);
  length.writeUInt32BE(text.length);
  const whole = new PassThrough();
  whole.write(Buffer.concat([length, text]));
  // What fails here is seen by who reads: the connection to the agent is cut.
  pipeline(body, whole, () => {});
  return whole;
};

export const progressOf = async function* ({ lines }: StartedBuild): AsyncGenerator<BuildProgress> {
  for await (const line of createInterface({ input: lines, crlfDelay: Infinity })) if (line !== '') yield JSON.parse(line) as BuildProgress;
};
