import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { containerBy, type Gateway } from '../app/gateway.ts';
import { hijack } from '../http/hijack.ts';
import { isYes } from '../http/query.ts';
import { contextOf } from '../http/request-context.ts';
import { NodeRefusal } from '../http/status.ts';
import { detachKeys } from './detach-keys.ts';
import { unframed } from './frames.ts';
import { joinNode, multiplexed, raw } from './join-node.ts';
import { momentMs } from './moment.ts';

type Id = { Params: { id: string }; Querystring: Record<string, string | undefined> };

/** A bound in time of `docker logs`, in milliseconds; zero and nothing are none. */
const boundOf = (text: string | undefined, name: string): Record<string, string> => (text === undefined || text === '' || Number(text) === 0 ? {} : { [`${name}Ms`]: String(Math.floor(momentMs(text, Date.now(), name))) });

/** Logs, attach and stats: bytes from the container's node, wherever that is. */
export const streamRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { nodes, tell } = gateway;

  app.get<Id>('/containers/:id/logs', async (request, reply) => {
    const { containerId, nodeId, spec } = await containerBy(gateway, request.params.id, contextOf(request));
    const { follow, stdout, stderr, since, until, tail, timestamps, details } = request.query;
    if (!isYes(stdout) && !isYes(stderr)) throw new NodeRefusal(400, 'Bad parameters: you must choose at least one stream');
    const switches = Object.entries({ follow, stdout, stderr, timestamps, details }).map(([name, value]) => [name, isYes(value) ? '1' : '0']);
    const query = new URLSearchParams({ ...Object.fromEntries(switches), ...boundOf(since, 'since'), ...boundOf(until, 'until'), ...(tail !== undefined && /^\d+$/.test(tail) ? { tail } : {}) });
    const from = await nodes.open(nodeId, 'GET', `/v1/containers/${containerId}/logs?${query}`);
    reply.raw.once('close', () => from.destroy());
    return reply.type(spec?.tty ? raw : multiplexed).send(spec?.tty ? from.pipe(unframed()) : from);
  });

  app.post<Id>('/containers/:id/attach', async (request, reply) => {
    const { containerId, nodeId, spec, state } = await containerBy(gateway, request.params.id, contextOf(request));
    const { stdin, stdout, stderr, stream, logs } = request.query;
    const keys = detachKeys(request.query.detachKeys);
    if (state === 'paused') throw new NodeRefusal(409, `container ${request.params.id} is paused, unpause the container before attach`);
    if (state === 'restarting') throw new NodeRefusal(409, `container ${request.params.id} is restarting, wait until the container is running`);
    const query = new URLSearchParams({ stdin: isYes(stdin) ? '1' : '0', stdout: isYes(stdout) ? '1' : '0', stderr: isYes(stderr) ? '1' : '0' });
    const tty = spec?.tty === true;
    // The node knows of this client before the client goes on to start the container.
    const opened = isYes(stream) ? await nodes.stream(nodeId, `/v1/containers/${containerId}/attach?${query}`) : undefined;
    const past = isYes(logs) ? await nodes.open(nodeId, 'GET', `/v1/containers/${containerId}/logs?${query}`) : undefined;
    const { socket, early } = hijack(request, reply, tty ? raw : multiplexed);
    tell({ kind: 'container', id: containerId, action: 'attach', attributes: {} });
    if (past) for await (const chunk of tty ? past.pipe(unframed()) : past) if (!socket.write(chunk as Buffer)) await drained(socket);
    if (!opened) return void socket.end();
    joinNode(socket, early, opened, tty ? keys : undefined, () => tell({ kind: 'container', id: containerId, action: 'detach', attributes: {} }));
  });

  app.post<Id>('/containers/:id/resize', async (request, reply) => {
    const { containerId, nodeId, state } = await containerBy(gateway, request.params.id, contextOf(request));
    if (!['running', 'paused'].includes(state)) throw new NodeRefusal(409, `container ${containerId} is not running`);
    await nodes.json(nodeId, 'POST', `/v1/containers/${containerId}/resize?h=${request.query.h}&w=${request.query.w}`);
    return reply.code(200).send();
  });

  app.get<Id>('/containers/:id/stats', async (request, reply) => {
    const context = contextOf(request);
    const { containerId, name } = await containerBy(gateway, request.params.id, context);
    const [once, oneShot] = [!isYes(request.query.stream ?? 'true'), isYes(request.query['one-shot'])];
    if (oneShot && !once) throw new NodeRefusal(400, 'cannot have stream=true and one-shot=true');
    const { statsLines } = await import('./stats.ts');
    // What does not run uses nothing, and may run again; with what is removed the stream ends.
    const sample = async (): Promise<unknown> => {
      const { state, nodeId } = await containerBy(gateway, containerId, context);
      return ['running', 'paused'].includes(state) ? nodes.json(nodeId, 'GET', `/v1/containers/${containerId}/stats`) : undefined;
    };
    return streamLines(reply, statsLines({ id: containerId, name, sample, once, oneShot }));
  });
};

const drained = (socket: Duplex): Promise<void> =>
  new Promise((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', resolve);
  });

export const streamLines = async (reply: FastifyReply, lines: AsyncIterable<string>): Promise<void> => {
  reply.hijack();
  reply.raw.writeHead(200, { 'Content-Type': 'application/json' });
  reply.raw.flushHeaders();
  try {
    for await (const line of lines) {
      if (reply.raw.destroyed) return;
      if (!reply.raw.write(line)) await new Promise((resolve) => (reply.raw.once('drain', resolve), reply.raw.once('close', resolve)));
    }
  } finally {
    reply.raw.end();
  }
};
