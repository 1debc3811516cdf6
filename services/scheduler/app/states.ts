import { aggregates, type Aggregates } from '#kernel/aggregates.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { nodeCodec, portCodec, serviceCodec } from '../codec/events.ts';
import { nodeDecider, type Node, type NodeCommand, type NodeEvent } from '../domain/node.ts';
import { portDecider, type PortCommand } from '../domain/port-claim.ts';
import { serviceDecider, type Service, type ServiceCommand, type ServiceEvent } from '../domain/service.ts';

export type States = {
  services: Aggregates<Service, ServiceEvent>;
  nodes: Aggregates<Node, NodeEvent>;
  handleService: Handle<Service, ServiceCommand>;
  handleNode: Handle<Node, NodeCommand>;
  handlePort: Handle<unknown, PortCommand>;
};

/** What this service decides on: services, nodes, and who has which port. */
export const openStates = (platform: Platform): States => {
  const services = aggregates(serviceDecider, serviceCodec);
  const nodes = aggregates(nodeDecider, nodeCodec);
  const ports = aggregates(portDecider, portCodec);
  platform.fromLog((stored) => {
    if (stored.aggregate.startsWith('scheduler.port.')) ports.apply(stored);
    else if (stored.aggregate.startsWith('scheduler.')) services.apply(stored);
    else if (stored.aggregate.startsWith('node.')) nodes.apply(stored);
  });
  return {
    services,
    nodes,
    handleService: handler(serviceDecider, serviceCodec, services, platform),
    handleNode: handler(nodeDecider, nodeCodec, nodes, platform),
    handlePort: handler(portDecider, portCodec, ports, platform),
  };
};

/** A service's name in subjects: a dot would divide it. */
export const serviceIdOf = (project: string, name: string): string => `${project}_${name}`.replaceAll('.', '=');
export const serviceAggregate = (serviceId: string): string => `scheduler.${serviceId}`;
export const nodeAggregate = (nodeId: string): string => `node.${nodeId}`;
export const portAggregate = (protocol: string, port: number): string => `scheduler.port.${protocol}.${port}`;
