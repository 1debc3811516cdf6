import type { Container, ContainerSpec } from '#proto/container.ts';
import type { Network } from '#proto/network.ts';
import { endpointsOf, networkMode } from './inspect/endpoints.ts';
import { mountPoints } from './inspect/mount-points.ts';

/** Docker's words for states: it knows fewer. */
export const dockerState = (state: string): string => {
  switch (state) {
    case 'starting':
    case 'abandoned':
      return 'created';
    case 'stopping':
      return 'running';
    case 'removed':
      return 'dead';
    default:
      return state;
  }
};

const span = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.floor(seconds / 60);
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  if (hours === 1) return 'About an hour';
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
};

export const statusText = ({ state, health, exitCode, startedAtMs, finishedAtMs }: Container, nowMs: number): string => {
  const suffix = health === '' ? '' : ` (${health === 'starting' ? 'health: starting' : health})`;
  switch (dockerState(state)) {
    case 'running':
      return `Up ${span(nowMs - startedAtMs)}${suffix}`;
    case 'paused':
      return `Up ${span(nowMs - startedAtMs)} (Paused)`;
    case 'exited':
      return `Exited (${exitCode}) ${span(nowMs - finishedAtMs)} ago`;
    case 'restarting':
      return `Restarting (${exitCode}) ${span(nowMs - finishedAtMs)} ago`;
    case 'removing':
      return 'Removal In Progress';
    default:
      return 'Created';
  }
};

export const wholeCommand = ({ entrypoint, command }: ContainerSpec): string[] => [...entrypoint, ...command];

// A word with a space is shown as one word.
const shownCommand = (spec: ContainerSpec): string => wholeCommand(spec).map((word, place) => (place > 0 && word.includes(' ') ? `'${word}'` : word)).join(' ');

/** One row of `GET /containers/json`. */
export const listRow = (container: Container, networks: readonly Network[], nowMs: number) => {
  const spec = specOf(container);
  return {
    Id: container.containerId,
    Names: [`/${container.name}`],
    Image: spec.image,
    ImageID: spec.imageId,
    Command: shownCommand(spec),
    Created: Math.floor(container.createdAtMs / 1_000),
    Ports: [
      ...container.ports.map(({ protocol, containerPort, hostPort, hostAddress }) => ({ IP: hostAddress || '0.0.0.0', PrivatePort: containerPort, PublicPort: hostPort, Type: protocol })),
      ...spec.exposedPorts
        .filter((key) => !container.ports.some(({ containerPort, protocol }) => `${containerPort}/${protocol}` === key))
        .map((key) => ({ PrivatePort: Number(key.split('/')[0]), Type: key.split('/')[1] ?? 'tcp' })),
    ],
    Labels: spec.labels,
    State: dockerState(container.state),
    Status: statusText(container, nowMs),
    HostConfig: { NetworkMode: networkMode(spec, networks) },
    NetworkSettings: { Networks: endpointsOf(container, networks) },
    Mounts: mountPoints(spec),
  };
};

export const specOf = ({ spec }: Container): ContainerSpec => {
  if (!spec) throw new Error('a container without a specification');
  return spec;
};
