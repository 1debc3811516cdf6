import {
  AbandonContainer, AwaitContainer, AwaitContainerReply, ConnectContainer, Container, ContainerReply, CreateContainer, CreateContainerReply, DisconnectContainer, GetContainer, KillContainer,
  ListContainers, ListContainersReply, ListWork, PauseContainer, RemoveContainer, RenameContainer, ReportContainer, RestartContainer, StartContainer,
  StopContainer, UnpauseContainer, UpdateContainer, Work,
} from '#proto/container.ts';
import { Done, endpoint, nodeEndpoint } from './endpoint.ts';

export const createContainer = endpoint('cmd.container.create', CreateContainer, CreateContainerReply);
export const startContainer = endpoint('cmd.container.start', StartContainer, ContainerReply);
export const stopContainer = endpoint('cmd.container.stop', StopContainer, ContainerReply);
export const restartContainer = endpoint('cmd.container.restart', RestartContainer, ContainerReply);
export const killContainer = endpoint('cmd.container.kill', KillContainer, ContainerReply);
export const pauseContainer = endpoint('cmd.container.pause', PauseContainer, ContainerReply);
export const unpauseContainer = endpoint('cmd.container.unpause', UnpauseContainer, ContainerReply);
export const renameContainer = endpoint('cmd.container.rename', RenameContainer, ContainerReply);
export const updateContainer = endpoint('cmd.container.update', UpdateContainer, ContainerReply);
export const connectContainer = endpoint('cmd.container.connect', ConnectContainer, ContainerReply);
export const disconnectContainer = endpoint('cmd.container.disconnect', DisconnectContainer, ContainerReply);
export const removeContainer = endpoint('cmd.container.remove', RemoveContainer, ContainerReply);
export const abandonContainer = endpoint('cmd.container.abandon', AbandonContainer, ContainerReply);

export const listContainers = endpoint('qry.container.list', ListContainers, ListContainersReply);
export const getContainer = endpoint('qry.container.get', GetContainer, Container);
export const awaitContainer = endpoint('qry.container.await', AwaitContainer, AwaitContainerReply);

export const reportContainer = nodeEndpoint('container', ReportContainer, Done);
export const listWork = nodeEndpoint('work', ListWork, Work);
/** Pushed on `work.<node_id>.containers`. */
export const containerWork = { kind: 'containers', message: Work };
