import type { Attach, Network, NetworkView } from './port.ts';

/** What the fake has made of a machine; kept apart, so that it can outlive the fake as a kernel outlives netd. */
export type FakeMachine = {
  attached: Map<string, Attach>;
  view?: NetworkView;
  /** `address:port` of host ports that another program has. */
  busyPorts: Set<string>;
};

export const fakeMachine = (): FakeMachine => ({ attached: new Map(), busyPorts: new Set() });

/** A node's network in memory, for hollow nodes and tests of the agent: no packet moves. */
export const fakeNetwork = (machine: FakeMachine = fakeMachine(), folder = '/run/netns'): Network => {
  let closed = false;
  const open = (): void => {
    if (closed) throw new Error('the network of this node is closed: open it again');
  };
  const netnsOf = (containerId: string): string => `${folder}/${containerId}`;
  return {
    apply: async (view) => {
      open();
      machine.view = view;
      const taken = view.published.map(({ hostAddress = '0.0.0.0', hostPort }) => `${hostAddress}:${hostPort}`).filter((port) => machine.busyPorts.has(port));
      if (taken.length > 0) throw new Error(taken.map((port) => `host port ${port} is in use by another program: stop that program, or publish another port`).join('; '));
    },
    attach: async (request) => {
      open();
      for (const { networkId } of request.interfaces) {
        if (machine.view?.networks.some(({ id }) => id === networkId) !== true) throw new Error(`network ${networkId} is not on this node: apply a view that has it first`);
      }
      machine.attached.set(request.containerId, request);
      return { netns: netnsOf(request.containerId) };
    },
    detach: async (containerId) => {
      open();
      machine.attached.delete(containerId);
    },
    list: async () => {
      open();
      return [...machine.attached.keys()].map((containerId) => ({ containerId, netns: netnsOf(containerId) }));
    },
    close: async () => {
      closed = true;
    },
  };
};
