import type { PublishedPort } from '../port.ts';

/** What the node's packet filter has to know. */
export type Rules = {
  bridges: readonly { name: string; nodeAddress: string; internal: boolean }[];
  published: readonly PublishedPort[];
};

/**
 * What of a table changes while the node runs: elements of its sets and maps by set and key, and the chains of ports that are
 * spread over several backends by name. Everything else is written once.
 */
export type TableContent = { elements: ReadonlyMap<string, Element>; chains: ReadonlyMap<string, string> };
type Element = { set: string; key: string; value?: string };

/** The chain and map names of one table; nothing here is an order: the kernel runs a chain when its hook is reached. */
const structure = (table: string): string => `table inet ${table} {
  map ports { type inet_proto . inet_service : ipv4_addr . inet_service; }
  map ports_at { type ipv4_addr . inet_proto . inet_service : ipv4_addr . inet_service; }
  map spread { type inet_proto . inet_service : verdict; }
  map spread_at { type ipv4_addr . inet_proto . inet_service : verdict; }
  map node_address { type ifname : ipv4_addr; }
  set bridges { type ifname; }
  set internal { type ifname; }
  set same { type ifname . ifname; }
  set remote { type ipv4_addr; }
  chain guard {
    type filter hook prerouting priority raw;
    iifname != "lo" ip daddr 127.0.0.0/8 drop
  }
  chain published {
    ip daddr . meta l4proto . th dport vmap @spread_at
    meta l4proto { tcp, udp } dnat ip to ip daddr . meta l4proto . th dport map @ports_at
    meta l4proto . th dport vmap @spread
    meta l4proto { tcp, udp } dnat ip to meta l4proto . th dport map @ports
  }
  chain from_outside {
    type nat hook prerouting priority dstnat;
    fib daddr type local jump published
  }
  chain from_node {
    type nat hook output priority -100;
    fib daddr type local jump published
  }
  chain sources {
    type nat hook postrouting priority srcnat;
    ip saddr 127.0.0.0/8 snat ip to oifname map @node_address
    iifname . oifname @same ct status dnat snat ip to oifname map @node_address
    ct status dnat ip daddr @remote snat ip to oifname map @node_address
    iifname @bridges oifname != @bridges masquerade
  }
  chain input {
    type filter hook input priority filter;
    ct state established,related accept
    iifname @internal fib daddr . iif type != local drop
  }
  chain forwarding {
    type filter hook forward priority filter;
    ct state established,related accept
    iifname . oifname @same accept
    iifname @internal drop
    oifname @internal drop
    ct status dnat accept
    iifname @bridges oifname @bridges drop
    iifname @bridges accept
    oifname @bridges drop
  }
}
`;

const portKey = ({ protocol, hostAddress, hostPort }: PublishedPort): string => `${hostAddress === undefined ? '' : `${hostAddress} . `}${protocol} . ${hostPort}`;

const chainName = ({ protocol, hostAddress, hostPort }: PublishedPort): string => `port_${protocol}_${hostPort}${hostAddress === undefined ? '' : `_${hostAddress.replaceAll('.', '_')}`}`;

const spreadRule = ({ protocol, backends }: PublishedPort): string =>
  `meta l4proto ${protocol} dnat ip to numgen random mod ${backends.length} map { ${backends.map(({ address, port }, slot) => `${slot} : ${address} . ${port}`).join(', ')} }`;

const portElement = (published: PublishedPort, first: PublishedPort['backends'][number]): Element => {
  const suffix = published.hostAddress === undefined ? '' : '_at';
  const key = portKey(published);
  return published.backends.length === 1
    ? { set: `ports${suffix}`, key, value: `${first.address} . ${first.port}` }
    : { set: `spread${suffix}`, key, value: `jump ${chainName(published)}` };
};

/** A port that is published twice goes to the backends of both. */
const merged = (published: readonly PublishedPort[]): PublishedPort[] => {
  const byKey = new Map<string, PublishedPort>();
  for (const port of published) {
    const before = byKey.get(portKey(port));
    byKey.set(portKey(port), before === undefined ? port : { ...port, backends: [...before.backends, ...port.backends] });
  }
  return [...byKey.values()];
};

export const tableContent = ({ bridges, published }: Rules): TableContent => {
  const elements = new Map<string, Element>();
  const chains = new Map<string, string>();
  const add = (element: Element): void => void elements.set(`${element.set} ${element.key}`, element);
  for (const { name, nodeAddress, internal } of bridges) {
    add({ set: 'bridges', key: `"${name}"` });
    add({ set: 'same', key: `"${name}" . "${name}"` });
    add({ set: 'node_address', key: `"${name}"`, value: nodeAddress });
    if (internal) add({ set: 'internal', key: `"${name}"` });
  }
  for (const port of merged(published)) {
    const [first] = port.backends;
    if (first === undefined) continue;
    add(portElement(port, first));
    if (port.backends.length > 1) chains.set(chainName(port), spreadRule(port));
    // Their answers would go to the client past this node, which alone knows who was really asked: hence SNAT.
    for (const { address, local } of port.backends) if (!local) add({ set: 'remote', key: address });
  }
  return { elements, chains };
};

const emptyContent: TableContent = { elements: new Map(), chains: new Map() };

/** One transaction that makes the table from nothing, whatever was there. Connections go on: the kernel tracks them elsewhere. */
export const wholeTable = (table: string, content: TableContent): string =>
  [`table inet ${table}`, `delete table inet ${table}`, structure(table), ...changes(table, emptyContent, content)].join('\n');

/** One transaction from one content to another; undefined when they are the same. */
export const tableChange = (table: string, before: TableContent, after: TableContent): string | undefined => {
  const lines = changes(table, before, after);
  return lines.length === 0 ? undefined : lines.join('\n');
};

// Order matters: a chain must exist before an element jumps to it, and nothing may jump to it when it goes.
const changes = (table: string, before: TableContent, after: TableContent): string[] => {
  const of = (set: string): string => `inet ${table} ${set}`;
  const goneChains = [...before.chains.keys()].filter((name) => !after.chains.has(name));
  const newChains = [...after.chains.keys()].filter((name) => !before.chains.has(name));
  const gone = [...before.elements].filter(([id, { value }]) => !after.elements.has(id) || after.elements.get(id)?.value !== value);
  const fresh = [...after.elements].filter(([id, { value }]) => !before.elements.has(id) || before.elements.get(id)?.value !== value);
  const changed = [...after.chains].filter(([name, rule]) => before.chains.get(name) !== rule);
  return [
    ...gone.map(([, { set, key }]) => `delete element ${of(set)} { ${key} }`),
    ...newChains.map((name) => `add chain ${of(name)}`),
    ...changed.flatMap(([name, rule]) => [`flush chain ${of(name)}`, `add rule ${of(name)} ${rule}`]),
    ...fresh.map(([, { set, key, value }]) => `add element ${of(set)} { ${key}${value === undefined ? '' : ` : ${value}`} }`),
    ...goneChains.flatMap((name) => [`flush chain ${of(name)}`, `delete chain ${of(name)}`]),
  ];
};

/**
 * The table of a container's new namespace: its resolver listens beside port 53, which the container may want for itself.
 * Not `redirect`: that would lead to 127.0.0.1, where the container's own programs are.
 */
export const resolverTable = (table: string, resolver: string, port: number): string => `table ip ${table} {
  chain resolver {
    type nat hook output priority -100;
    ip daddr ${resolver} meta l4proto { tcp, udp } th dport 53 dnat to ${resolver}:${port}
  }
}`;

export const noTable = (table: string): string => `table inet ${table}\ndelete table inet ${table}`;
