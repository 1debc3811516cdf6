import * as endpoints from '#endpoints/container.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { ContainerReply } from '#proto/container.ts';
import type { ContainerCommand } from '../domain/decide.ts';
import type { Containers } from './containers.ts';
import { createContainer } from './create.ts';
import { serveNetworkCommands } from './serve-network-commands.ts';
import { signalName } from './signal-name.ts';

export const serveCommands = (platform: Platform, containers: Containers): void => {
  const { bus } = platform;
  const on = async (reference: string, command: ContainerCommand, context: Context): Promise<{ message: ContainerReply; sequence: number }> => {
    const { aggregate, containerId } = containers.directory.find(reference);
    const { changed, sequence, state } = await containers.handle(aggregate, command, context);
    return { message: { containerId, changed, run: state.phase === 'present' ? state.run : 0 }, sequence };
  };

  bus.serve(endpoints.createContainer, (request, { context }) => createContainer(platform, containers, request, context));
  bus.serve(endpoints.startContainer, ({ container }, { context }) => on(container, { type: 'StartContainer' }, context));
  bus.serve(endpoints.stopContainer, ({ container, signal, graceMs }, { context }) =>
    on(container, { type: 'StopContainer', signal: signal === undefined ? undefined : signalName(signal), graceMs }, context));
  bus.serve(endpoints.restartContainer, ({ container, graceMs, signal }, { context }) =>
    on(container, { type: 'RestartContainer', signal: signal === undefined ? undefined : signalName(signal), graceMs }, context));
  bus.serve(endpoints.killContainer, ({ container, signal }, { context }) => on(container, { type: 'KillContainer', signal: signalName(signal || 'SIGKILL') }, context));
  bus.serve(endpoints.pauseContainer, ({ container }, { context }) => on(container, { type: 'PauseContainer' }, context));
  bus.serve(endpoints.unpauseContainer, ({ container }, { context }) => on(container, { type: 'UnpauseContainer' }, context));
  bus.serve(endpoints.updateContainer, ({ container, resources, restart }, { context }) => on(container, { type: 'UpdateContainer', resources, restart }, context));
  bus.serve(endpoints.removeContainer, ({ container, force, volumes, graceful }, { context }) => on(container, { type: 'RemoveContainer', force, volumes, graceful }, context));
  bus.serve(endpoints.abandonContainer, ({ container }, { context }) => abandon(containers, container, context));
  serveNetworkCommands(platform, containers);
  bus.serve(endpoints.renameContainer, ({ container, name }, { context }) => rename(containers, container, name, context));
};

const abandon = async (containers: Containers, reference: string, context: Context) => {
  const { aggregate, containerId } = containers.directory.find(reference);
  const { changed, sequence } = await containers.handle(aggregate, { type: 'AbandonContainer' }, context);
  return { message: { containerId, changed, run: 0 }, sequence };
};

// The new name is claimed first: if the rename then fails, the claim is given back; the old one is free only after it.
const rename = async (containers: Containers, reference: string, name: string, context: Context) => {
  const { aggregate, containerId, folded } = containers.directory.find(reference);
  if (folded.state.phase !== 'present') throw new Rejection('CONTAINER_NOT_FOUND', `No such container: ${reference}`);
  const { name: before, nodeId } = folded.state;
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) throw new Rejection('INVALID', `Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`);
  const cause = (verb: string): Context => following({ id: context.commandId, ...context }, `${context.commandId}/${verb}`, 'service:container');
  await containers.claimName(name, containerId, nodeId, cause('claim'));
  const { changed, sequence } = await containers.handle(aggregate, { type: 'RenameContainer', name }, context);
  if (changed) await containers.releaseName(before, containerId, cause('release'));
  return { message: { containerId, changed, run: folded.state.run }, sequence };
};
