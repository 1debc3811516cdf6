import { listContainers } from '#endpoints/container.ts';
import { listNetworks } from '#endpoints/network.ts';
import { listServices } from '#endpoints/scheduler.ts';
import { listVolumes } from '#endpoints/volume.ts';
import type { Moment } from '#kernel/as-of.ts';
import type { Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import type { Container } from '#proto/container.ts';
import type { Service } from '#proto/scheduler.ts';
import type { Remains } from '../plan/down.ts';
import type { Seen } from '../plan/up.ts';

const now: Moment = { asOfSequence: 0, asOfMs: 0 };
const ofProject = (project: string): string[] => [`com.docker.compose.project=${project}`];

export type ServiceSeen = { service: Service; containers: readonly Container[] };

/** Services of a project with the containers that realise their slots. */
export const seeServices = async ({ bus, position }: Platform, project: string, context: Context, moment = now): Promise<ServiceSeen[]> => {
  const options = { minSequence: position() };
  const [{ message: scheduled }, { message: made }] = await Promise.all([
    bus.call(listServices, { project, ...moment }, context, options),
    bus.call(listContainers, { all: true, project, serviceId: '', nodeId: '', labels: [], removed: false, ...moment }, context, options),
  ]);
  return scheduled.services.map((service) => ({ service, containers: made.containers.filter(({ spec }) => spec?.replicaOf?.serviceId === service.serviceId) }));
};

/** The containers of the slots that are wanted, or nothing where a slot has none of the present template yet. */
export const wantedReplicas = ({ service, containers }: ServiceSeen): (Container | undefined)[] =>
  Array.from({ length: service.replicas }, (_, place) => {
    const slot = service.replicasPlaced.find((one) => one.slot === place + 1 && one.containerId !== '');
    return slot && slot.templateVersion === service.template?.version ? containers.find(({ containerId }) => containerId === slot.containerId) : undefined;
  });

export const isRunning = ({ state }: Container): boolean => state === 'running' || state === 'paused';
/** Ended well and is not meant to come back. */
export const hasCompleted = ({ state, exitCode, run, message }: Container): boolean => state === 'exited' && exitCode === 0 && run > 0 && message === '';

export const seeProject = async (platform: Platform, project: string, context: Context): Promise<Seen> => {
  const [services, { message }] = await Promise.all([seeServices(platform, project, context), platform.bus.call(listNetworks, { labels: [], ...now }, context, { minSequence: platform.position() })]);
  return {
    services: new Map(
      services.map((seen) => {
        const { name, template, replicas, state } = seen.service;
        const settled = wantedReplicas(seen).every((container) => container !== undefined && (isRunning(container) || hasCompleted(container)));
        return [name, { hash: template?.hash.split('+')[0] ?? '', replicas, removing: state === 'removing', settled }];
      }),
    ),
    networks: new Set(message.networks.map(({ name }) => name)),
  };
};

/** Everything that belongs to a project, also what no file names any more. */
export const seeRemains = async (platform: Platform, project: string, withVolumes: boolean, context: Context): Promise<Remains> => {
  const options = { minSequence: platform.position() };
  const [{ message: scheduled }, { message: networks }, { message: volumes }] = await Promise.all([
    platform.bus.call(listServices, { project, ...now }, context, options),
    platform.bus.call(listNetworks, { labels: ofProject(project), ...now }, context, options),
    platform.bus.call(listVolumes, { labels: ofProject(project), nodeId: '', ...now }, context, options),
  ]);
  return {
    services: scheduled.services.map(({ name }) => name).toSorted(),
    networks: networks.networks.map(({ name }) => name).toSorted(),
    volumes: withVolumes ? volumes.volumes.map(({ name }) => name).toSorted() : [],
  };
};
