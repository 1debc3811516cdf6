import { eventCodec } from '#kernel/event-codec.ts';
import * as pb from '#proto/container.ts';
import type { ContainerEvent } from '../domain/events.ts';
import type { NameEvent } from '../domain/name.ts';

// `as never` twice: the domain reads a part of the specification, the message carries it whole.
export const containerCodec = eventCodec<ContainerEvent>({
  ContainerCreated: pb.ContainerCreated as never,
  ContainerStartRequested: pb.ContainerStartRequested,
  ContainerStarted: pb.ContainerStarted,
  ContainerStartFailed: pb.ContainerStartFailed,
  ContainerStopRequested: pb.ContainerStopRequested,
  ContainerSignalRequested: pb.ContainerSignalRequested,
  ContainerExited: pb.ContainerExited,
  ContainerHealthChanged: pb.ContainerHealthChanged,
  ContainerPauseRequested: pb.ContainerPauseRequested,
  ContainerPaused: pb.ContainerPaused,
  ContainerUnpauseRequested: pb.ContainerUnpauseRequested,
  ContainerUnpaused: pb.ContainerUnpaused,
  ContainerRenamed: pb.ContainerRenamed,
  ContainerNetworkConnected: pb.ContainerNetworkConnected as never,
  ContainerNetworkDisconnected: pb.ContainerNetworkDisconnected,
  ContainerEndpointsChanged: pb.ContainerEndpointsChanged,
  ContainerRemoveRequested: pb.ContainerRemoveRequested,
  ContainerRemoved: pb.ContainerRemoved,
  ContainerAbandoned: pb.ContainerAbandoned,
  ContainerResourcesChanged: pb.ContainerResourcesChanged as never,
});

export const nameCodec = eventCodec<NameEvent>({
  ContainerNameClaimed: pb.ContainerNameClaimed,
  ContainerNameReleased: pb.ContainerNameReleased,
});
