import { hint } from '#kernel/suggest.ts';
import type { Model, Port, Service } from './model.ts';
import type { Problem } from './problem.ts';
import type { Tree } from './tree.ts';

/** Finds what is wrong between services, networks and volumes, each of which may be right by itself. `inactive` are the services without an active profile. */
export const checkRelations = (model: Model, tree: Tree | undefined, inactive: ReadonlySet<string>): Problem[] => {
  const { services } = model;
  const placed: Placed = (path) => (message) => ({ place: placeOf(tree, path), path: path.join('.'), message });
  return [
    ...Object.entries(services).flatMap(([name, service]) => {
      const at = (...keys: string[]) => placed(['services', name, ...keys]);
      return [
        ...missing(service.networks.map(({ network }) => network), model.networks).map((network) => at('networks')(`no network ${network} is defined${hint(network, Object.keys(model.networks))}: add it below the top-level "networks"`)),
        ...missing(namedVolumes(service), model.volumes).map((volume) => at('volumes', volume)(`no volume ${volume} is defined${hint(volume, Object.keys(model.volumes))}: add it below the top-level "volumes"`)),
        ...missing(service.dependsOn.filter(({ required }) => required).map((one) => one.service), services).map((other) => at('depends_on', other)(noService(other, services, inactive))),
        ...missing(servicesBuiltOn(service), services).map((other) => at('build', 'additional_contexts')(noService(other, services, inactive))),
        ...checkReplicas(service, at),
        ...(service.dependsOn.some((dependency) => dependency.service === name) ? [at('depends_on', name)('depends on itself: remove that')] : []),
      ];
    }),
    ...checkPorts(services, placed),
    ...checkCycle(services, placed),
  ];
};

const servicesBuiltOn = ({ build }: Service): string[] => Object.values(build?.contexts ?? {}).flatMap((context) => (context.startsWith('service:') ? [context.slice('service:'.length)] : []));

type Placed = (path: readonly string[]) => (message: string) => Problem;

const missing = (wanted: readonly string[], there: object): string[] => [...new Set(wanted)].filter((name) => !Object.hasOwn(there, name));

const namedVolumes = ({ mounts }: Service): string[] => mounts.flatMap(({ type, source }) => (type === 'volume' && source !== '' ? [source] : []));

const noService = (name: string, services: Model['services'], inactive: ReadonlySet<string>): string =>
  inactive.has(name)
    ? `depends on ${name}, which is in no active profile: choose its profile with --profile, or say "required: false"`
    : `depends on ${name}, and there is no such service${hint(name, [...Object.keys(services), ...inactive])}: correct the name, or add the service`;

const checkReplicas = ({ containerName, replicas, networks }: Service, at: (...keys: string[]) => (message: string) => Problem): Problem[] => {
  if (replicas <= 1) return [];
  const fixed = networks.find(({ address }) => address !== '');
  return [
    ...(containerName === '' ? [] : [at('container_name')(`${replicas} containers can't have one name: remove container_name, or run one replica`)]),
    ...(fixed ? [at('networks', fixed.network, 'ipv4_address')(`${replicas} containers can't have one address: remove ipv4_address, or run one replica`)] : []),
  ];
};

// As near to the key as the file has it.
const placeOf = (tree: Tree | undefined, path: readonly string[]): Tree['place'] | undefined => {
  let at = tree;
  let place = tree?.place;
  for (const key of path) {
    const entry = at?.kind === 'mapping' ? at.entries.get(key) : undefined;
    const item = at?.kind === 'sequence' ? at.items.find((one) => one.kind === 'scalar' && (one.text === key || one.text.startsWith(`${key}:`))) : undefined;
    if (!entry && !item) break;
    place = entry?.key ?? item?.place;
    at = entry?.value;
  }
  return place;
};

// Two services may use the same port of different nodes, one service may not use it twice.
const checkPorts = (services: Model['services'], placed: Placed): Problem[] => {
  const held: { name: string; port: Port }[] = [];
  const problems: Problem[] = [];
  for (const [name, { ports }] of Object.entries(services))
    for (const port of ports) {
      const holder = held.find((one) => collide(one.port, port) && (one.name === name || (one.port.mode === 'ingress' && port.mode === 'ingress')));
      if (holder) problems.push(placed(['services', name, 'ports'])(`host port ${port.hostPort}/${port.protocol} is published ${holder.name === name ? 'twice' : `by service ${holder.name} already`}: choose another`));
      else held.push({ name, port });
    }
  return problems;
};

const collide = (one: Port, other: Port): boolean =>
  one.hostPort !== 0 && one.hostPort === other.hostPort && one.protocol === other.protocol && (one.hostAddress === other.hostAddress || one.hostAddress === '' || other.hostAddress === '');

const checkCycle = (services: Model['services'], placed: Placed): Problem[] => {
  const done = new Set<string>();
  const find = (name: string, above: readonly string[]): readonly string[] | undefined => {
    if (above.includes(name)) return [...above.slice(above.indexOf(name)), name];
    if (done.has(name) || !Object.hasOwn(services, name)) return undefined;
    for (const { service } of services[name]?.dependsOn ?? []) {
      const cycle = service === name ? undefined : find(service, [...above, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of Object.keys(services)) {
    const cycle = find(name, []);
    if (cycle) return [placed(['services', cycle[0] ?? name, 'depends_on'])(`services depend on each other in a circle: ${cycle.join(' → ')}; remove one of these`)];
  }
  return [];
};
