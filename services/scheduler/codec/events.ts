import { eventCodec } from '#kernel/event-codec.ts';
import * as node from '#proto/node.ts';
import * as pb from '#proto/scheduler.ts';
import type { NodeEvent } from '../domain/node.ts';
import type { JoinTokenEvent } from '../domain/join-token.ts';
import type { PortEvent } from '../domain/port-claim.ts';
import type { ServiceEvent } from '../domain/service.ts';

export const nodeCodec = eventCodec<NodeEvent>({
  NodeJoined: node.NodeJoined, NodeLost: node.NodeLost, NodeReturned: node.NodeReturned, NodeDrained: node.NodeDrained, NodeActivated: node.NodeActivated, NodeRemoved: node.NodeRemoved,
});

// `as never`: the domain reads a part of the template, the message carries it whole.
export const serviceCodec = eventCodec<ServiceEvent>({
  ServiceCreated: pb.ServiceCreated as never,
  ServiceTemplateChanged: pb.ServiceTemplateChanged as never,
  ServiceScaled: pb.ServiceScaled,
  ReplicaPlaced: pb.ReplicaPlaced,
  ReplicaReleased: pb.ReplicaReleased,
  ReplicaNotPlaced: pb.ReplicaNotPlaced,
  ServiceRemoveRequested: pb.ServiceRemoveRequested,
  ServiceRemoved: pb.ServiceRemoved,
});

export const portCodec = eventCodec<PortEvent>({ PortClaimed: pb.PortClaimed, PortReleased: pb.PortReleased });

export const joinTokenCodec = eventCodec<JoinTokenEvent>({ NodeTokenIssued: node.NodeTokenIssued, NodeTokenRedeemed: node.NodeTokenRedeemed });
