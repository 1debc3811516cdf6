import type { Model } from '../project/model.ts';

/** Services, each after those it depends on; names decide where dependencies leave it open. The model has no cycle. */
export const inDependencyOrder = ({ services }: Pick<Model, 'services'>): string[] => {
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    const service = services[name];
    if (!service || ordered.has(name)) return;
    for (const dependency of service.dependsOn.map((one) => one.service).toSorted()) visit(dependency);
    ordered.add(name);
  };
  for (const name of Object.keys(services).toSorted()) visit(name);
  return [...ordered];
};

/** These services and everything they depend on; all of them when none is named. */
export const withDependencies = ({ services }: Pick<Model, 'services'>, named: readonly string[]): Set<string> => {
  const wanted = new Set<string>();
  const visit = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const { service } of services[name]?.dependsOn ?? []) if (services[service]) visit(service);
  };
  for (const name of named.length > 0 ? named : Object.keys(services)) visit(name);
  return wanted;
};
