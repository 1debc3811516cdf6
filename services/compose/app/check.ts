import { listContainers } from '#endpoints/container.ts';
import { listNetworks } from '#endpoints/network.ts';
import { listServices } from '#endpoints/scheduler.ts';
import { listVolumes } from '#endpoints/volume.ts';
import type { Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Container } from '#proto/container.ts';
import type { Service as Scheduled } from '#proto/scheduler.ts';
import type { Model } from '../project/model.ts';
import type { FoundImages, Images, Wanted } from './images.ts';

const now = { asOfSequence: 0, asOfMs: 0 };

/** Finds what a file can't show: whether all it refers to is there, and all it claims is free. Throws before anything is done; gives image ids by service, and which images have to be pulled or built. */
export const check = async (platform: Platform, images: Images, model: Model, wanted: Wanted, context: Context): Promise<Pick<FoundImages, 'ids' | 'pulls' | 'builds'>> => {
  const { bus } = platform;
  const options = { minSequence: platform.position() };
  const [found, { message: networks }, { message: volumes }, { message: scheduled }, { message: made }] = await Promise.all([
    images.find(model, wanted, context),
    bus.call(listNetworks, { labels: [], ...now }, context, options),
    bus.call(listVolumes, { labels: [], nodeId: '', ...now }, context, options),
    bus.call(listServices, { project: '', ...now }, context, options),
    bus.call(listContainers, { all: true, project: '', serviceId: '', nodeId: '', labels: [], removed: false, ...now }, context, options),
  ]);
  const problems = [
    ...found.problems,
    ...missing('network', model.networks, new Set(networks.networks.map(({ name }) => name))),
    ...missing('volume', model.volumes, new Set(volumes.volumes.map(({ name }) => name))),
    ...takenPorts(model, scheduled.services, made.containers),
    ...takenNames(model, made.containers),
  ];
  if (problems.length > 0) throw new Rejection(found.problems.length > 0 ? 'IMAGE_NOT_FOUND' : 'PROJECT_REFUSED', problems.join('\n'));
  return found;
};

const missing = (kind: 'network' | 'volume', wanted: Record<string, { name: string; external: boolean }>, there: ReadonlySet<string>): string[] =>
  Object.entries(wanted).flatMap(([key, { name, external }]) =>
    external && !there.has(name) ? [`${kind}s.${key}: the file says that ${kind} ${name} is there already (external), and it is not: create it first, or leave "external" out`] : [],
  );

const takenPorts = (model: Model, scheduled: readonly Scheduled[], made: readonly Container[]): string[] =>
  Object.entries(model.services).flatMap(([name, service]) =>
    service.ports.flatMap(({ hostPort, protocol }) => {
      if (hostPort === 0) return [];
      const other = scheduled.find((one) => (one.project !== model.name || one.name !== name) && !isGoing(model, one) && one.template?.spec?.ports.some((port) => port.hostPort === hostPort && port.protocol === protocol));
      const container = made.find(({ spec, ports }) => !spec?.replicaOf && ports.some((port) => port.hostPort === hostPort && port.protocol === protocol));
      const holder = other ? `service ${other.name} of project ${other.project}` : container ? `container ${container.name}` : undefined;
      return holder === undefined ? [] : [`services.${name}.ports: host port ${hostPort}/${protocol} is taken by ${holder}: publish another one, or take that down first`];
    }),
  );

// A service of this project that is not in the file any more gives its port up before.
const isGoing = (model: Model, { project, name }: Scheduled): boolean => project === model.name && !model.services[name];

const takenNames = (model: Model, made: readonly Container[]): string[] =>
  Object.entries(model.services).flatMap(([service, { containerName }]) => {
    const other = made.find(({ name, spec }) => containerName !== '' && name === containerName && (spec?.replicaOf?.project !== model.name || spec.replicaOf.serviceName !== service));
    return other ? [`services.${service}.container_name: the name ${containerName} is in use by container ${other.containerId.slice(0, 12)}: choose another, or remove that container`] : [];
  });
