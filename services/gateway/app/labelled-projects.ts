import type { Project, ServiceStatus } from '#proto/compose.ts';
import type { Container } from '#proto/container.ts';

/** Labels by which docker compose knows what is its own. */
const projectLabel = 'com.docker.compose.project';
const serviceLabel = 'com.docker.compose.service';
const oneOffLabel = 'com.docker.compose.oneoff';

/** A project, and who keeps it: the platform, or a client that only labels its containers. */
export type KeptProject = Project & { managedBy: 'lading' | 'docker compose' };

/** Projects of containers that docker compose made by itself. Pure: in the order of their names. */
export const labelledProjects = (containers: readonly Container[]): KeptProject[] => {
  const byProject = new Map<string, Container[]>();
  for (const container of containers) {
    const name = container.spec?.labels[projectLabel];
    if (name === undefined || container.spec?.replicaOf !== undefined) continue;
    byProject.set(name, [...(byProject.get(name) ?? []), container]);
  }
  return [...byProject].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, own]) => projectOf(name, own));
};

const projectOf = (name: string, own: readonly Container[]): KeptProject => {
  const services = [...new Set(own.filter(isReplica).map(serviceOf))].toSorted().map((service) => statusOf(service, own.filter((one) => isReplica(one) && serviceOf(one) === service)));
  return {
    name,
    state: own.some(runs) ? 'up' : 'stopped',
    revision: 0,
    modelJson: '',
    revisions: [],
    sequence: Math.max(...own.map(({ sequence }) => sequence)),
    services,
    managedBy: 'docker compose',
  };
};

const serviceOf = ({ spec }: Container): string => spec?.labels[serviceLabel] ?? '';
// `docker compose run` makes containers of a service that are none of its replicas.
const isReplica = ({ spec }: Container): boolean => spec?.labels[oneOffLabel]?.toLowerCase() !== 'true';
const runs = ({ state }: Container): boolean => ['running', 'paused', 'restarting', 'stopping', 'starting'].includes(state);

const statusOf = (name: string, replicas: readonly Container[]): ServiceStatus => ({
  name,
  image: replicas[0]?.spec?.image ?? '',
  replicas: replicas.length,
  running: replicas.filter(runs).length,
  healthy: replicas.filter(({ health }) => health === 'healthy').length,
});
