export type Interface = { networkId: string; ifname: string; address: string; prefix: number; mac: string; gateway?: string; mtu: number };

export type Attach = { containerId: string; interfaces: readonly Interface[]; hostname: string };

export type PublishedPort = {
  protocol: 'tcp' | 'udp';
  /** Every IPv4 address of the node when it is missing. */
  hostAddress?: string;
  hostPort: number;
  backends: readonly { address: string; port: number; local: boolean }[];
};

export type NodeNetwork = {
  id: string;
  name: string;
  subnet: string;
  gateway: string;
  /** This node's own unique address in the network, used as SNAT source towards remote containers; its MAC is the bridge's. */
  nodeAddress: string;
  vni: number;
  mtu: number;
  internal: boolean;
  overlay: boolean;
};

export type Endpoint = {
  networkId: string;
  containerId: string;
  address: string;
  mac: string;
  nodeId: string;
  /** Underlay address of the node that has it. */
  nodeUnderlay: string;
  /** Every name it answers to on this network. */
  names: readonly string[];
  reachable: boolean;
};

export type PeerNode = { networkId: string; nodeUnderlay: string; nodeAddress: string; mac: string };

export type NetworkView = {
  nodeId: string;
  underlay: string;
  networks: readonly NodeNetwork[];
  endpoints: readonly Endpoint[];
  peers: readonly PeerNode[];
  published: readonly PublishedPort[];
};

/** The network of one node. Two implementations pass one suite: `netd-client.ts` and `fake.ts`. */
export type Network = {
  /**
   * Makes the node as the view says: bridges, vxlan, FDB and neighbours, nft table, ports, names. Idempotent; cuts no connection
   * that is right. Removes what is no longer in the view. Rejects with every host port that another program has, as
   * `address:port`, once all the rest is done.
   */
  apply: (view: NetworkView) => Promise<void>;
  /**
   * Makes the container's network namespace with its interfaces and resolver; gives its path. Idempotent; an interface that is no
   * longer asked for is removed. Its networks must be in the view that was applied last.
   */
  attach: (request: Attach) => Promise<{ netns: string }>;
  /** No error when it is gone. */
  detach: (containerId: string) => Promise<void>;
  /** What exists, read from the machine (survives a restart of netd). */
  list: () => Promise<readonly { containerId: string; netns: string }[]>;
  close: () => Promise<void>;
};
