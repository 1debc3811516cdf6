import { createInterface } from 'node:readline';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { orderLengthBytes, type BuildProgress } from '#endpoints/build-progress.ts';
import { CommandError, type Api } from '../api.ts';
import type { Show } from './show-progress.ts';
import type { SshAgents } from './ssh-agents.ts';

/** How a build ended. */
export type Ended = Extract<BuildProgress, { type: 'ended' }>;

const cancelledCode = 130;

/** Sends an order with its context and shows what happens, until it is over. Ctrl-C cancels: the connection is closed, and with it the build. */
export const runBuild = async (api: Api, order: object, body: Readable, show: Show, agents?: SshAgents): Promise<Ended> => {
  const { sent, unreadable } = withOrder(order, body);
  // A file that can't be read cuts the request off: that is what went wrong, not the cut.
  const response = await api.open('POST', '/api/v1/builds', sent, { 'content-type': 'application/octet-stream' }).catch((error: unknown) => {
    throw unreadable() ?? error;
  });
  const { socket } = response;
  const cancel = (): void => void response.destroy(new CommandError('cancelled', cancelledCode));
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  let ended: Ended | undefined;
  let buildId = '';
  try {
    for await (const line of createInterface({ input: response, crlfDelay: Infinity })) {
      if (line === '') continue;
      const progress = JSON.parse(line) as BuildProgress;
      if (progress.type === 'begun') ({ buildId } = progress);
      if (progress.type === 'ended') ended = progress;
      // One that can't be joined ends: the command hears so, and says it.
      if (progress.type === 'ssh-asked') void joinAgent(api, buildId, progress, agents).catch(() => {});
      show.tell(progress);
    }
    if (response.errored) throw response.errored;
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
    show.close();
    agents?.close();
    sent.destroy();
    // Of a context that was not sent to its end the connection would stay, and with it this process.
    socket.destroy();
  }
  if (!ended) throw unreadable() ?? new CommandError('the build was cut off: see "lading build history" for what became of it');
  return ended;
};

const joinAgent = async (api: Api, buildId: string, { id, connection }: Extract<BuildProgress, { type: 'ssh-asked' }>, agents: SshAgents | undefined): Promise<void> => {
  const command = await api.hijack(`/api/v1/builds/${buildId}/ssh/${connection}`);
  const agent = agents?.connect(id);
  if (!agent) return void command.destroy();
  pipeline(command, agent, () => {});
  pipeline(agent, command, () => {});
};

const withOrder = (order: object, body: Readable): { sent: Readable; unreadable: () => Error | undefined } => {
  const text = Buffer.from(JSON.stringify(order));
  const length = Buffer.alloc(orderLengthBytes);
  length.writeUInt32BE(text.length);
  const whole = new PassThrough();
  whole.write(Buffer.concat([length, text]));
  let failure: Error | undefined;
  body.once('error', (error) => (failure ??= error));
  pipeline(body, whole, () => {});
  return { sent: whole, unreadable: () => failure };
};
