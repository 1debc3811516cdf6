import { createHash } from 'node:crypto';
import { aggregates, type Aggregates } from '#kernel/aggregates.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { joinTokenCodec, nodeCodec, portCodec, serviceCodec } from '../codec/events.ts';
import { joinTokenDecider, type JoinTokenCommand } from '../domain/join-token.ts';
import { nodeDecider, type Node, type NodeCommand, type NodeEvent } from '../domain/node.ts';
import { portDecider, type PortCommand } from '../domain/port-claim.ts';
import { serviceDecider, type Service, type ServiceCommand, type ServiceEvent } from '../domain/service.ts';

export type States = {
  services: Aggregates<Service, ServiceEvent>;
  nodes: Aggregates<Node, NodeEvent>;
  handleService: Handle<Service, ServiceCommand>;
  handleNode: Handle<Node, NodeCommand>;
  handlePort: Handle<unknown, PortCommand>;
  handleJoinToken: Handle<unknown, JoinTokenCommand>;
};

/** What this service decides on: services, nodes, and who has which port. */
export const openStates = (platform: Platform): States => {
  const services = aggregates(serviceDecider, serviceCodec);
  const nodes = aggregates(nodeDecider, nodeCodec);
  const ports = aggregates(portDecider, portCodec);
  const joinTokens = aggregates(joinTokenDecider, joinTokenCodec);
  platform.fromLog((stored) => {
    if (stored.aggregate.startsWith('scheduler.port.')) ports.apply(stored);
    else if (stored.aggregate.startsWith('scheduler.')) services.apply(stored);
    else if (stored.aggregate.startsWith('node.token.')) joinTokens.apply(stored);
    else if (stored.aggregate.startsWith('node.')) nodes.apply(stored);
  }, { services: services.kept, nodes: nodes.kept, servicePorts: ports.kept, joinTokens: joinTokens.kept });
  return {
    services,
    nodes,
    handleService: handler(serviceDecider, serviceCodec, services, platform),
    handleNode: handler(nodeDecider, nodeCodec, nodes, platform),
    handlePort: handler(portDecider, portCodec, ports, platform),
    handleJoinToken: handler(joinTokenDecider, joinTokenCodec, joinTokens, platform),
  };
};

/** A service's name in subjects: a dot would divide it. */
export const serviceIdOf = (project: string, name: string): string => `${project}_${name}`.replaceAll('.', '=');
export const serviceAggregate = (serviceId: string): string => `scheduler.${serviceId}`;
export const nodeAggregate = (nodeId: string): string => `node.${nodeId}`;
export const portAggregate = (protocol: string, port: number): string => `scheduler.port.${protocol}.${port}`;
/** Half of the hash is enough to find it by; a secret itself is kept nowhere. */
export const joinTokenAggregate = (secret: string): string => `node.token.${createHash('sha256').update(secret).digest('hex').slice(0, 32)}`;
