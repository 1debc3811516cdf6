import type { Dependency, Model, Service } from '../project/model.ts';
import { difference } from './difference.ts';
import { inDependencyOrder, withDependencies } from './order.ts';
import { planBuilder, type Condition, type Plan } from './steps.ts';

/** What is there of the project. */
export type Seen = {
  /** By name within the project. `hash` tells what the replicas are made from. `settled`: all of them run as wanted. */
  services: ReadonlyMap<string, { hash: string; replicas: number; removing: boolean; settled: boolean }>;
  /** Names on the platform of the networks that exist. */
  networks: ReadonlySet<string>;
};

export type UpOptions = {
  /** Only these and what they depend on; empty for all. */
  only: readonly string[];
  forceRecreate: boolean;
  removeOrphans: boolean;
  hashOf: (service: Service) => string;
  /** The model before this one, to name what has changed. */
  before: Model | undefined;
  /** By service: the image that has to come from its registry first, and why. */
  pulls: Readonly<Record<string, Pull>>;
  /** By service: why its image has to be built first. */
  builds: Readonly<Record<string, string>>;
};

export type Pull = { digest: string; because: string };

/** What has to be done so that the model is what runs. Empty when it does. */
export const planUp = (model: Model, seen: Seen, options: UpOptions): Plan => {
  const { add, plan } = planBuilder();
  const wanted = withDependencies(model, options.only);
  const built = new Map(Object.entries(options.builds).flatMap(([name, because]) => (wanted.has(name) ? [[name, add({ op: 'build', service: name, image: model.services[name]?.image ?? '' }, because)] as const] : [])));
  const gone = new Map(orphans(model, seen, options).map((service) => [service, add({ op: 'remove-service', service }, 'no longer in the file')]));
  for (const [service, step] of gone) add({ op: 'await-removed', service }, 'its name and ports become free', [step]);
  const networks = new Map(missingNetworks(model, seen, wanted).map(([network, name]) => [network, add({ op: 'create-network', network, name }, 'missing')]));
  const changed = new Map<string, number>();
  const pulled = new Map<string, number>();
  const awaited = new Map<string, number>();

  const awaitStep = (name: string, condition: Condition, because: string): number => {
    const key = `${name} ${condition}`;
    const step = awaited.get(key) ?? add({ op: 'await', service: name, condition }, because, [changed.get(name)]);
    awaited.set(key, step);
    return step;
  };

  // One image for several services comes once.
  const pullStep = (name: string, { image, platform }: Service): number | undefined => {
    const pull = options.pulls[name];
    if (!pull) return undefined;
    const key = `${image} ${platform}`;
    const step = pulled.get(key) ?? add({ op: 'pull', image, digest: pull.digest, platform }, pull.because);
    pulled.set(key, step);
    return step;
  };

  for (const name of inDependencyOrder(model)) {
    const service = model.services[name];
    if (!service || !wanted.has(name)) continue;
    const change = changeOf(name, service, seen, options);
    const stopped = !change && service.replicas > 0 && !seen.services.get(name)?.settled;
    if (stopped) changed.set(name, add({ op: 'start', service: name }, 'not all of its replicas run'));
    if (change) {
      const dependencies = dependenciesOf(service, model).map(({ service: needed, condition }) => awaitStep(needed, conditions[condition], `${name} depends on it`));
      const attached = service.networks.map(({ network }) => networks.get(network));
      const image = built.get(name) ?? pullStep(name, service);
      changed.set(name, add({ op: 'apply', service: name, replicas: service.replicas, verb: change.verb }, change.because, [image, ...dependencies, ...attached, ...gone.values()]));
    }
  }
  // Who depends on a service waits for it anyway; for the others the command does.
  for (const [name] of changed) if ((model.services[name]?.replicas ?? 0) > 0 && ![...awaited.keys()].some((key) => key.startsWith(`${name} `))) awaitStep(name, isJob(model, name) ? 'completed' : 'started', 'was changed');
  return plan();
};

const conditions = { service_started: 'started', service_healthy: 'healthy', service_completed_successfully: 'completed' } as const satisfies Record<Dependency['condition'], Condition>;

// One that has none of its replicas can't fulfil a condition: Compose leaves it out, too.
const dependenciesOf = ({ dependsOn }: Service, { services }: Model): Dependency[] => dependsOn.filter(({ service }) => (services[service]?.replicas ?? 0) > 0);

const isJob = ({ services }: Model, name: string): boolean =>
  Object.values(services).some(({ dependsOn }) => dependsOn.some(({ service, condition }) => service === name && condition === 'service_completed_successfully'));

const changeOf = (name: string, service: Service, { services }: Seen, { hashOf, forceRecreate, before, only }: UpOptions): { verb: 'create' | 'recreate' | 'scale'; because: string } | undefined => {
  const there = services.get(name);
  if (!there || there.removing) return { verb: 'create', because: 'missing' };
  if (there.hash !== hashOf(service)) return { verb: 'recreate', because: changedKeys(before?.services[name], service) };
  if (forceRecreate && (only.length === 0 || only.includes(name))) return { verb: 'recreate', because: 'asked for' };
  if (there.replicas !== service.replicas) return { verb: 'scale', because: `has ${there.replicas}` };
  return undefined;
};

const changedKeys = (before: Service | undefined, after: Service): string => {
  const keys = before ? difference(before, after) : [];
  return keys.length > 0 ? `changed: ${keys.join(', ')}` : 'changed';
};

const orphans = (model: Model, { services }: Seen, { only, removeOrphans, before }: UpOptions): string[] =>
  only.length > 0 ? [] : [...services].filter(([name, { removing }]) => !model.services[name] && !removing && (removeOrphans || before?.services[name])).map(([name]) => name).toSorted();

const missingNetworks = ({ services, networks }: Model, seen: Seen, wanted: ReadonlySet<string>): [network: string, name: string][] => {
  const used = new Set(Object.entries(services).flatMap(([name, service]) => (wanted.has(name) ? service.networks.map(({ network }) => network) : [])));
  return Object.entries(networks).flatMap(([key, { name, external }]) => (used.has(key) && !external && !seen.networks.has(name) ? [[key, name] as [string, string]] : [])).toSorted();
};
