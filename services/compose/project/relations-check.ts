import type { Model } from './model.ts';
import type { Problem } from './problem.ts';
import { hint } from './suggest.ts';
import type { Tree } from './tree.ts';

/** Finds what is wrong between services, networks and volumes, each of which may be right by itself. */
export const checkRelations = (model: Model, tree: Tree | undefined): Problem[] => {
  const placed = (path: readonly string[]) => (message: string): Problem => ({ place: placeOf(tree, path), path: path.join('.'), message });
  return [
    ...Object.entries(model.services).flatMap(([name, service]) => [
      ...service.networks.filter(({ network }) => !model.networks[network]).map(({ network }) => placed(['services', name, 'networks'])(`no network ${network} is defined${hint(network, Object.keys(model.networks))}: add it below the top-level "networks"`)),
      ...service.mounts
        .filter(({ type, source }) => type === 'volume' && source !== '' && !model.volumes[source])
        .map(({ source }) => placed(['services', name, 'volumes'])(`no volume ${source} is defined${hint(source, Object.keys(model.volumes))}: add it below the top-level "volumes"`)),
      ...service.dependsOn
        .filter((dependency) => dependency.required && !model.services[dependency.service])
        .map((dependency) => placed(['services', name, 'depends_on'])(`depends on ${dependency.service}, and there is no such service${hint(dependency.service, Object.keys(model.services))}`)),
      ...(service.containerName !== '' && service.replicas > 1 ? [placed(['services', name, 'container_name'])(`${service.replicas} containers can't have one name: remove container_name, or run one replica`)] : []),
      ...(/^(service|container):/.test(service.networkMode) ? [placed(['services', name, 'network_mode'])(`${service.networkMode} is not possible yet: use networks`)] : []),
      ...(service.dependsOn.some((dependency) => dependency.service === name) ? [placed(['services', name, 'depends_on'])('depends on itself: remove that')] : []),
    ]),
    ...checkPorts(model, placed),
    ...checkCycle(model, placed),
  ];
};

type Placed = (path: readonly string[]) => (message: string) => Problem;

const placeOf = (tree: Tree | undefined, path: readonly string[]): Tree['place'] | undefined => {
  let at = tree;
  let place = tree?.place;
  for (const key of path) {
    const entry = at?.kind === 'mapping' ? at.entries.get(key) : undefined;
    if (!entry) break;
    place = entry.key;
    at = entry.value;
  }
  return place;
};

const checkPorts = (model: Model, placed: Placed): Problem[] => {
  const holders = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [name, { ports }] of Object.entries(model.services))
    for (const { protocol, hostPort, hostAddress } of ports) {
      const key = `${hostAddress}:${hostPort}/${protocol}`;
      const holder = hostPort === 0 ? undefined : (holders.get(key) ?? holders.get(`:${hostPort}/${protocol}`));
      if (holder !== undefined) problems.push(placed(['services', name, 'ports'])(`host port ${hostPort}/${protocol} is published ${holder === name ? 'twice' : `by service ${holder} already`}: choose another`));
      else if (hostPort !== 0) holders.set(key, name);
    }
  return problems;
};

const checkCycle = ({ services }: Model, placed: Placed): Problem[] => {
  const done = new Set<string>();
  const find = (name: string, above: readonly string[]): readonly string[] | undefined => {
    if (above.includes(name)) return [...above.slice(above.indexOf(name)), name];
    if (done.has(name)) return undefined;
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
