import type { FastifyReply } from 'fastify';
import { awaitRevision } from '#endpoints/compose.ts';
import type { Context } from '#kernel/context.ts';
import type { Gateway } from '../app/gateway.ts';
import { openSse } from './sse.ts';

const askAgainMs = 20_000;

/** A revision each time one of its steps is over, until all are. */
export const streamSteps = async ({ platform }: Gateway, project: string, revision: number, context: Context, reply: FastifyReply): Promise<void> => {
  // The first answer comes before the stream is opened: an unknown revision is an error, not an empty stream.
  const ask = (stepsDone: number, timeoutMs: number) => platform.bus.call(awaitRevision, { project, revision, timeoutMs, stepsDone }, context, { timeoutMs: askAgainMs + 10_000 });
  let { message } = await ask(0, 1);
  const stream = openSse(reply);
  while (!stream.gone()) {
    await stream.send({ event: 'revision', data: message.revision });
    if (message.over) break;
    const done = message.revision?.steps.filter(({ state }) => state === 'done' || state === 'failed').length ?? 0;
    ({ message } = await ask(done, askAgainMs));
  }
  stream.end();
};
