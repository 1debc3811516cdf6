import { Rejection } from '#kernel/rejection.ts';
import { NodeRefusal, type Nodes } from '#kernel/nodes.ts';
import type { ContainerSpec, Resources } from '#proto/container.ts';

/** What only the node can judge: processors, capabilities, ulimits, paths to bind. A specification without any of it is not sent there. */
const asksOfMachine = (spec: ContainerSpec): boolean =>
  spec.capAdd.length > 0 || spec.capDrop.length > 0 || spec.ulimits.length > 0 || spec.securityOpt.length > 0 || spec.oomScoreAdj < 0 || spec.init ||
  spec.mounts.some(({ type, createHostPath }) => type === 'bind' && !createHostPath) || limitsSomething(spec.resources);

const limitsSomething = (resources: Resources | undefined): boolean =>
  resources !== undefined && Object.values(resources).some((value) => (Array.isArray(value) ? value.length > 0 : value !== 0 && value !== '' && value !== false));

/** Warnings of the node that is to have the container. Throws INVALID where it can't be had there. */
export const reviewOn = async (nodes: Nodes, nodeId: string, spec: ContainerSpec): Promise<readonly string[]> => (asksOfMachine(spec) ? ask(nodes, nodeId, '/v1/reviews', spec) : []);

/** The same of limits alone. */
export const reviewResources = async (nodes: Nodes, nodeId: string, resources: Resources): Promise<readonly string[]> =>
  limitsSomething(resources) ? ask(nodes, nodeId, '/v1/reviews/resources', { resources }) : [];

const ask = async (nodes: Nodes, nodeId: string, path: string, body: unknown): Promise<readonly string[]> => {
  try {
    return (await nodes.json<{ warnings: string[] }>(nodeId, 'POST', path, body)).warnings;
  } catch (error) {
    throw error instanceof NodeRefusal && error.status === 400 ? new Rejection('INVALID', error.message) : error;
  }
};
