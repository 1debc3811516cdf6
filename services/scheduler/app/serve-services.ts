import * as endpoints from '#endpoints/scheduler.ts';
import { asOf, isPast } from '#kernel/as-of.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { ServiceTemplate } from '#proto/scheduler.ts';
import { serviceCodec } from '../codec/events.ts';
import { serviceDecider, type Template } from '../domain/service.ts';
import { serviceView } from '../views/service-view.ts';
import { portAggregate, serviceAggregate, serviceIdOf, type States } from './states.ts';
import { templateOf } from './world.ts';

type PublicPort = { protocol: string; hostPort: number };

/** Ports that every node answers: one service has each. */
const publicPorts = (template: ServiceTemplate | undefined): PublicPort[] => (template?.spec?.ports ?? []).filter(({ mode, hostPort }) => mode === 'ingress' && hostPort > 0);

export const serveServices = (platform: Platform, states: States): void => {
  const { bus } = platform;
  const present = (serviceId: string) => {
    const { state } = states.services.get(serviceAggregate(serviceId));
    return state.phase === 'present' ? state : undefined;
  };

  const eachPort = async (type: 'claim' | 'release', ports: readonly PublicPort[], serviceId: string, service: string, cause: (name: string) => Context): Promise<void> => {
    for (const { protocol, hostPort } of ports) {
      const aggregate = portAggregate(protocol, hostPort);
      const command = type === 'claim' ? ({ type: 'ClaimPort', port: `${hostPort}/${protocol}`, serviceId, service } as const) : ({ type: 'ReleasePort', serviceId } as const);
      await states.handlePort(aggregate, command, cause(`${type}/${aggregate}`));
    }
  };

  bus.serve(endpoints.applyService, async ({ project, name, template, replicas }, { context }) => {
    if (!template?.spec) throw new Rejection('INVALID', 'no template: say what each replica is made from');
    const serviceId = serviceIdOf(project, name);
    const cause = (verb: string): Context => following({ id: context.commandId, ...context }, `${context.commandId}/${verb}`, 'service:scheduler');
    const before = present(serviceId);
    const had = publicPorts(before && templateOf(before));
    const wants = publicPorts(template);
    const isIn = (list: readonly PublicPort[]) => (port: PublicPort) => list.some((one) => one.protocol === port.protocol && one.hostPort === port.hostPort);
    try {
      await eachPort('claim', wants, serviceId, name, cause);
      const { changed, sequence } = await states.handleService(serviceAggregate(serviceId), { type: 'ApplyService', serviceId, name, project, template: template as Template, replicas }, context);
      await eachPort('release', had.filter((port) => !isIn(wants)(port)), serviceId, name, cause);
      return { message: { serviceId, changed }, sequence };
    } catch (error) {
      if (error instanceof Rejection) await eachPort('release', wants.filter((port) => !isIn(had)(port)), serviceId, name, (verb) => cause(`undo/${verb}`));
      throw error;
    }
  });

  bus.serve(endpoints.scaleService, async ({ project, name, replicas }, { context }) => {
    const serviceId = serviceIdOf(project, name);
    const { changed, sequence } = await states.handleService(serviceAggregate(serviceId), { type: 'ScaleService', replicas }, context);
    return { message: { serviceId, changed }, sequence };
  });

  bus.serve(endpoints.removeService, async ({ project, name }, { context }) => {
    const serviceId = serviceIdOf(project, name);
    const before = present(serviceId);
    const { changed, sequence } = await states.handleService(serviceAggregate(serviceId), { type: 'RemoveService' }, context);
    const cause = (verb: string): Context => following({ id: context.commandId, ...context }, `${context.commandId}/${verb}`, 'service:scheduler');
    await eachPort('release', publicPorts(before && templateOf(before)), serviceId, name, cause);
    return { message: { serviceId, changed }, sequence };
  });

  bus.serve(endpoints.listServices, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    const known = isPast(request) ? await asOf(platform.store, 'scheduler.*', request, serviceDecider, serviceCodec) : states.services;
    const views = [...known.entries()].map(([, folded]) => serviceView(folded)).filter((view) => view !== undefined);
    return { message: { services: views.filter(({ project }) => request.project === '' || project === request.project) }, sequence: platform.position() };
  });
};
