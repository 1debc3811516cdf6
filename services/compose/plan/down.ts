import type { Model } from '../project/model.ts';
import { inDependencyOrder } from './order.ts';
import { planBuilder, type Plan } from './steps.ts';

/** Names on the platform of what belongs to the project. */
export type Remains = { services: readonly string[]; networks: readonly string[]; volumes: readonly string[] };

/** Everything of a project goes, what depends on others first. */
export const planDown = (model: Model | undefined, { services, networks, volumes }: Remains): Plan => {
  const { add, plan } = planBuilder();
  const dependents = (name: string): string[] => services.filter((other) => model?.services[other]?.dependsOn.some(({ service }) => service === name));
  const order = model ? inDependencyOrder(model).toReversed() : [];
  const gone = new Map<string, number>();
  for (const service of [...order.filter((name) => services.includes(name)), ...services.filter((name) => !order.includes(name))]) {
    const removal = add({ op: 'remove-service', service }, 'down', dependents(service).map((name) => gone.get(name)));
    gone.set(service, add({ op: 'await-removed', service }, 'what it uses becomes free', [removal]));
  }
  for (const name of networks) add({ op: 'remove-network', name }, 'down', [...gone.values()]);
  for (const name of volumes) add({ op: 'remove-volume', name }, 'asked for', [...gone.values()]);
  return plan();
};
