import type { Endpoint, NodeNetwork } from '../port.ts';

/** Who answers to which name, for every network of a node. */
export type NameIndex = ReadonlyMap<string, NetworkNames>;

export type NetworkNames = {
  name: string;
  internal: boolean;
  addresses: ReadonlyMap<string, readonly NamedAddress[]>;
  /** By address. */
  primaryNames: ReadonlyMap<string, string>;
};

type GrowingNames = Pick<NetworkNames, 'name' | 'internal'> & { addresses: Map<string, NamedAddress[]>; primaryNames: Map<string, string> };

export type NamedAddress = { address: string; reachable: boolean };

export const nameIndex = (networks: readonly NodeNetwork[], endpoints: readonly Endpoint[]): NameIndex => {
  const index = new Map<string, GrowingNames>();
  for (const { id, name, internal } of networks) index.set(id, { name: name.toLowerCase(), internal, addresses: new Map(), primaryNames: new Map() });
  for (const { networkId, address, names, reachable } of endpoints) {
    const network = index.get(networkId);
    if (network === undefined) continue;
    for (const name of new Set(names.map((each) => each.toLowerCase()))) {
      const named = network.addresses.get(name);
      if (named === undefined) network.addresses.set(name, [{ address, reachable }]);
      else named.push({ address, reachable });
    }
    if (names[0] !== undefined) network.primaryNames.set(address, names[0].toLowerCase());
  }
  return index;
};

const found = (named: readonly NamedAddress[] | undefined): { addresses: string[]; reachable: boolean } | undefined => {
  if (named === undefined) return undefined;
  const reachable = named.filter((each) => each.reachable);
  // One that is not reachable is better than none: the client then learns that it can't connect, not that nothing has the name.
  return { addresses: (reachable.length > 0 ? reachable : named).map(({ address }) => address), reachable: reachable.length > 0 };
};

/**
 * The addresses of a name as a container on these networks sees it: by the first network where somebody reachable has it, `name`
 * or `name.network`. Undefined when nobody has it.
 */
export const addressesOf = (index: NameIndex, networkIds: readonly string[], name: string): readonly string[] | undefined => {
  let unreachable: readonly string[] | undefined;
  for (const networkId of networkIds) {
    const network = index.get(networkId);
    if (network === undefined) continue;
    const suffix = `.${network.name}`;
    const hit = found(network.addresses.get(name)) ?? (name.endsWith(suffix) ? found(network.addresses.get(name.slice(0, -suffix.length))) : undefined);
    if (hit?.reachable === true) return hit.addresses;
    unreachable ??= hit?.addresses;
  }
  return unreachable;
};

/** `name.network` of an address, as Docker gives it. */
export const nameOf = (index: NameIndex, networkIds: readonly string[], address: string): string | undefined => {
  for (const networkId of networkIds) {
    const network = index.get(networkId);
    const name = network?.primaryNames.get(address);
    if (network !== undefined && name !== undefined) return `${name}.${network.name}`;
  }
  return undefined;
};
