import type { FastifyInstance } from 'fastify';
import * as endpoints from '#endpoints/container.ts';
import { listNetworks } from '#endpoints/network.ts';
import type { Context } from '#kernel/context.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Container } from '#proto/container.ts';
import { awaitCondition, containerBy, type Gateway } from '../app/gateway.ts';
import { isYes } from '../http/query.ts';
import { contextOf, stepOf } from '../http/request-context.ts';
import { NodeRefusal } from '../http/status.ts';
import { momentAsked } from './as-of-header.ts';
import { reviewOn } from './create/review.ts';
import { platformOf } from './create/platform.ts';
import { specOf } from './create/spec.ts';
import { isBelow, splitVersion } from './api-version.ts';
import { inspectView } from './inspect/container.ts';
import { detailsOf, noDetails } from './inspect/details.ts';

type Id = { Params: { id: string }; Querystring: Record<string, string | undefined> };

/** Create, look at, start, stop and remove containers. */
export const containerRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  app.post<{ Querystring: { name?: string; platform?: string } }>('/containers/create', async (request, reply) => {
    const context = contextOf(request);
    if (request.headers['content-length'] === '0') throw new Rejection('INVALID', 'invalid JSON: got EOF while reading request body');
    const { spec, warnings } = specOf(request.body, platformOf(request.query.platform));
    const ofNode = await reviewOn(gateway.nodes, gateway.config.localNodeId, spec);
    const { message } = await bus.call(endpoints.createContainer, { name: (request.query.name ?? '').replace(/^\//, ''), spec, nodeId: gateway.config.localNodeId, containerId: '' }, context).catch(tellMissingNetwork);
    return reply.code(201).send({ Id: message.containerId, Warnings: [...warnings, ...ofNode, ...message.warnings] });
  });

  app.get<Id>('/containers/:id/json', async (request) => {
    const context = contextOf(request);
    const moment = momentAsked(request);
    const [container, { message: known }] = await Promise.all([containerBy(gateway, request.params.id, context, moment), bus.call(listNetworks, { labels: [], ...moment }, context)]);
    // Of the past the node knows nothing.
    const isPast = moment.asOfSequence > 0 || moment.asOfMs > 0;
    const details = isPast ? noDetails : await detailsOf(gateway, container, isYes(request.query.size));
    return inspectView(container, known.networks, details, isBelow(splitVersion(request.originalUrl).version, '1.45'));
  });

  app.post<Id>('/containers/:id/start', async (request, reply) => {
    const context = contextOf(request);
    const { message, sequence } = await bus.call(endpoints.startContainer, { container: request.params.id }, context);
    if (!message.changed) return reply.code(304).send();
    refuseFailedStart(await awaitCondition(gateway, message.containerId, 'started', message.run, stepOf(context, 'started'), { minSequence: sequence }), message.run);
    return reply.code(204).send();
  });

  app.post<Id>('/containers/:id/stop', async (request, reply) => {
    const context = contextOf(request);
    const { message, sequence } = await bus.call(endpoints.stopContainer, { container: request.params.id, signal: request.query.signal, graceMs: graceOf(request.query.t) }, context);
    if (!message.changed && (await containerBy(gateway, message.containerId, context)).state !== 'stopping') return reply.code(304).send();
    await awaitCondition(gateway, message.containerId, 'not-running', 0, stepOf(context, 'stopped'), { minSequence: sequence });
    return reply.code(204).send();
  });

  app.post<Id>('/containers/:id/restart', async (request, reply) => {
    const context = contextOf(request);
    const grace = graceOf(request.query.t);
    const before = await containerBy(gateway, request.params.id, context);
    const { message, sequence } = await bus.call(endpoints.restartContainer, { container: request.params.id, graceMs: grace, ...(request.query.signal ? { signal: request.query.signal } : {}) }, context);
    const run = Math.max(before.run + 1, message.run);
    refuseFailedStart(await runStarted(gateway, message.containerId, run, context, sequence), run);
    return reply.code(204).send();
  });

  app.post<Id>('/containers/:id/kill', async (request, reply) => {
    const context = contextOf(request);
    const signal = request.query.signal || 'SIGKILL';
    const { message, sequence } = await bus.call(endpoints.killContainer, { container: request.params.id, signal }, context);
    if (['SIGKILL', 'KILL', '9'].includes(signal.toUpperCase())) await awaitCondition(gateway, message.containerId, 'not-running', 0, stepOf(context, 'killed'), { minSequence: sequence });
    return reply.code(204).send();
  });

  app.post<Id>('/containers/:id/rename', async (request, reply) => {
    const context = contextOf(request);
    const name = (request.query.name ?? '').replace(/^\//, '');
    if (name === '') throw new Rejection('INVALID', 'Neither old nor new names may be empty');
    if ((await containerBy(gateway, request.params.id, context)).name === name) throw new Rejection('INVALID', 'Renaming a container with the same name as its current name');
    await bus.call(endpoints.renameContainer, { container: request.params.id, name }, context);
    return reply.code(204).send();
  });
  app.post<Id>('/containers/:id/pause', async (request, reply) => {
    const context = contextOf(request);
    const { message, sequence } = await bus.call(endpoints.pauseContainer, { container: request.params.id }, context);
    await awaitCondition(gateway, message.containerId, 'paused', 0, stepOf(context, 'paused'), { minSequence: sequence, gone: () => reply.raw.destroyed });
    return reply.code(204).send();
  });
  app.post<Id>('/containers/:id/unpause', async (request, reply) => {
    const context = contextOf(request);
    const { message, sequence } = await bus.call(endpoints.unpauseContainer, { container: request.params.id }, context);
    await awaitCondition(gateway, message.containerId, 'unpaused', 0, stepOf(context, 'unpaused'), { minSequence: sequence, gone: () => reply.raw.destroyed });
    return reply.code(204).send();
  });

  app.delete<Id>('/containers/:id', async (request, reply) => {
    const context = contextOf(request);
    const { message, sequence } = await bus.call(endpoints.removeContainer, { container: request.params.id, force: isYes(request.query.force), volumes: isYes(request.query.v), graceful: false }, context);
    if (!message.changed) await containerBy(gateway, message.containerId, stepOf(context, 'gone'));
    await awaitCondition(gateway, message.containerId, 'removed', 0, stepOf(context, 'removed'), { minSequence: sequence });
    return reply.code(204).send();
  });

  app.post<Id>('/containers/:id/wait', async (request, reply) => {
    const context = contextOf(request);
    const container = await containerBy(gateway, request.params.id, context);
    const condition = request.query.condition ?? 'not-running';
    if (!['not-running', 'next-exit', 'removed'].includes(condition)) throw new Rejection('INVALID', `invalid condition: "${condition}"`);
    // Clients start the container only once they see this head: what ends at once would else be missed.
    reply.hijack();
    reply.raw.writeHead(200, { 'Content-Type': 'application/json' });
    reply.raw.flushHeaders();
    const over = await awaitCondition(gateway, container.containerId, condition, container.run, context, { gone: () => reply.raw.destroyed }).catch(() => undefined);
    reply.raw.end(`${JSON.stringify({ StatusCode: over?.exitCode ?? 125, ...(over?.message && over.state === 'created' ? { Error: { Message: over.message } } : {}) })}\n`);
  });

  app.get<Id>('/containers/:id/top', async (request) => {
    const { containerId, nodeId, state } = await containerBy(gateway, request.params.id, contextOf(request));
    if (state !== 'running' && state !== 'paused') throw new Rejection('CONTAINER_NOT_RUNNING', `container ${containerId} is not running`);
    const { titles, processes } = await gateway.nodes.json<{ titles: string[]; processes: string[][] }>(nodeId, 'GET', `/v1/containers/${containerId}/top?${new URLSearchParams({ arguments: request.query.ps_args ?? '' })}`);
    gateway.tell({ kind: 'container', id: containerId, action: 'top', attributes: {} });
    return { Titles: titles, Processes: processes };
  });
};

/** Negative is without end; ten years stand for that. */
const endlessMs = 10 * 365 * 86_400_000;

// dockerd finds that out at the start. Not 404: the docker client takes that for a missing image, and pulls it.
const tellMissingNetwork = (error: unknown): never => {
  throw error instanceof Rejection && error.code === 'NETWORK_NOT_FOUND' ? new Rejection('INVALID', `failed to set up container networking: ${error.message}`) : error;
};

const graceOf = (seconds: string | undefined): number | undefined => {
  if (seconds === undefined || seconds === '') return undefined;
  if (!/^-?\d{1,9}$/.test(seconds)) throw new Rejection('INVALID', `invalid timeout "${seconds}": give seconds, or -1 to wait without end`);
  return Number(seconds) < 0 ? endlessMs : Number(seconds) * 1_000;
};

/** A restart's start comes after a stop: the run that is waited for may not have been asked for yet. */
const runStarted = async (gateway: Gateway, containerId: string, run: number, context: Context, minSequence: number): Promise<Container | undefined> => {
  for (let tries = 0; ; tries++) {
    const container = await awaitCondition(gateway, containerId, tries === 0 ? 'next-exit' : 'started', run - 1, stepOf(context, `restart-${tries}`), { minSequence });
    if (!container || container.run >= run || container.state === 'removed') return awaitCondition(gateway, containerId, 'started', run, stepOf(context, 'started'));
  }
};

/** What the docker client looks for to make 126 or 127 of it, whatever the runtime called it. */
const clientWords: Readonly<Record<number, string>> = { 126: 'permission denied', 127: 'executable file not found in $PATH' };

/** In Docker's words and codes. */
const refuseFailedStart = (container: Container | undefined, run: number): void => {
  if (!container || container.run !== run || container.startedAtMs > 0 || container.message === '') return;
  if (container.message.includes('port is already allocated')) throw new NodeRefusal(500, container.message);
  const words = clientWords[container.exitCode];
  if (words !== undefined) throw new NodeRefusal(400, `failed to create task for container: ${container.message}${container.message.includes(words) ? '' : `: ${words}`}`);
  throw new NodeRefusal(500, container.message);
};
