import type { BoundPort, ContainerSpec, Endpoint, NetworkAttachment, RestartPolicy } from './spec.ts';

/** What has happened to one container, in the order it was recorded. The fields are told in proto/container/v1/events.proto. */
export type ContainerEvent =
  | { type: 'ContainerCreated'; containerId: string; nodeId: string; name: string; spec: ContainerSpec }
  | { type: 'ContainerStartRequested'; run: number; notBeforeMs: number }
  | { type: 'ContainerStarted'; run: number; pid: number; endpoints: readonly Endpoint[]; ports: readonly BoundPort[] }
  | { type: 'ContainerStartFailed'; run: number; exitCode: number; message: string }
  | { type: 'ContainerStopRequested'; signal: string; killAtMs: number; thenStart: boolean }
  | { type: 'ContainerSignalRequested'; number: number; signal: string }
  | { type: 'ContainerExited'; run: number; exitCode: number; oomKilled: boolean; message: string }
  | { type: 'ContainerHealthChanged'; run: number; health: string; failingStreak: number; output: string }
  | { type: 'ContainerPauseRequested' }
  | { type: 'ContainerPaused' }
  | { type: 'ContainerUnpauseRequested' }
  | { type: 'ContainerUnpaused' }
  | { type: 'ContainerRenamed'; name: string; previousName: string }
  | { type: 'ContainerNetworkConnected'; attachment: NetworkAttachment }
  | { type: 'ContainerNetworkDisconnected'; networkId: string; message: string }
  | { type: 'ContainerEndpointsChanged'; run: number; endpoints: readonly Endpoint[] }
  | { type: 'ContainerRemoveRequested'; volumes: boolean; graceful: boolean }
  | { type: 'ContainerRemoved' }
  | { type: 'ContainerAbandoned' }
  | { type: 'ContainerResourcesChanged'; resources?: object | undefined; restart?: RestartPolicy | undefined };
