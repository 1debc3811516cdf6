import * as endpoints from '#endpoints/container.ts';
import { asOf, isPast } from '#kernel/as-of.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { AwaitContainer, AwaitContainerReply, Container, ListContainers } from '#proto/container.ts';
import { containerCodec } from '../codec/events.ts';
import { containerDecider } from '../domain/decider.ts';
import { containerView } from '../views/container-view.ts';
import { directory, type Directory } from '../views/directory.ts';
import type { Containers } from './containers.ts';

/** Shorter than the bus's own limit: who waits longer asks again. */
const awaitMaxMs = 25_000;

export const serveQueries = (platform: Platform, containers: Containers): void => {
  const { bus } = platform;
  bus.serve(endpoints.listContainers, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    const { all } = isPast(request) ? await past(platform, request) : containers.directory;
    const views = [...all()].map(({ folded }) => containerView(folded)).filter((view) => view !== undefined);
    return { message: { containers: views.filter((view) => isAsked(view, request)).sort((a, b) => b.createdAtMs - a.createdAtMs) }, sequence: platform.position() };
  });
  bus.serve(endpoints.getContainer, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    const { find } = isPast(request) ? await past(platform, request) : containers.directory;
    return { message: viewOf(find(request.container).folded, request.container), sequence: platform.position() };
  });
  bus.serve(endpoints.awaitContainer, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    return { message: await awaitCondition(containers, request), sequence: platform.position() };
  });
};

const past = async (platform: Platform, moment: { asOfSequence: number; asOfMs: number }): Promise<Directory> => {
  const then = directory();
  const folded = await asOf(platform.store, 'container.*.*', moment, containerDecider, containerCodec);
  for (const [aggregate, entry] of folded.entries()) if (!aggregate.startsWith('container.name.')) then.note(aggregate, entry);
  return then;
};

const viewOf = (folded: Parameters<typeof containerView>[0], reference: string): Container => {
  const view = containerView(folded);
  if (!view) throw new Rejection('CONTAINER_NOT_FOUND', `No such container: ${reference}`);
  return view;
};

const isAsked = (view: Container, { all, removed, project, serviceId, nodeId, labels }: ListContainers): boolean => {
  const gone = view.state === 'removed' || view.state === 'abandoned';
  if (gone && !removed) return false;
  if (!gone && !all && !['running', 'paused', 'restarting', 'stopping', 'removing', 'starting'].includes(view.state)) return false;
  if (project !== '' && view.spec?.replicaOf?.project !== project && view.spec?.labels['com.docker.compose.project'] !== project) return false;
  if (serviceId !== '' && view.spec?.replicaOf?.serviceId !== serviceId) return false;
  if (nodeId !== '' && view.nodeId !== nodeId) return false;
  return labels.every((label) => hasLabel(view.spec?.labels ?? {}, label));
};

const hasLabel = (labels: Record<string, string>, asked: string): boolean => {
  const [key = '', ...value] = asked.split('=');
  return key in labels && (value.length === 0 || labels[key] === value.join('='));
};

const awaitCondition = (containers: Containers, { container, condition, run, timeoutMs }: AwaitContainer): Promise<AwaitContainerReply> => {
  const { containerId, aggregate } = containers.directory.find(container);
  const look = (): AwaitContainerReply => {
    const view = viewOf(containers.known.get(aggregate), container);
    return { reached: holds(view, condition, run), container: view };
  };
  const now = look();
  if (now.reached) return Promise.resolve(now);
  return new Promise((resolve) => {
    const end = (answer: AwaitContainerReply): void => {
      clearTimeout(timer);
      forget();
      resolve(answer);
    };
    const timer = setTimeout(() => end(look()), Math.min(timeoutMs || awaitMaxMs, awaitMaxMs));
    const forget = containers.onChange((changed) => {
      if (changed !== containerId) return;
      const then = look();
      if (then.reached) end(then);
    });
  });
};

const holds = ({ state, run, health, finishedAtMs, message, endpoints: on, spec }: Container, condition: string, askedRun: number): boolean => {
  const ended = ['exited', 'removed', 'abandoned'].includes(state) || (state === 'created' && run > 0);
  switch (condition) {
    case 'started':
      return run > askedRun || ['running', 'paused', 'stopping'].includes(state) || ended || message !== '';
    case 'not-running':
      return ended || state === 'created';
    case 'next-exit':
      return (run > askedRun && (ended || finishedAtMs > 0)) || state === 'removed' || state === 'abandoned';
    case 'removed':
      return state === 'removed' || state === 'abandoned';
    case 'paused':
      return state === 'paused' || ended;
    case 'unpaused':
      return state !== 'paused';
    case 'healthy':
      return health === 'healthy' || ended;
    case 'attached':
      return !['running', 'paused'].includes(state) || (on.length === spec?.networks.length && spec.networks.every(({ network }) => on.some(({ networkId }) => networkId === network)));
    default:
      throw new Rejection('INVALID', `unknown condition ${condition}: say started, not-running, next-exit, removed, paused, unpaused, healthy or attached`);
  }
};
