import { unreachable } from '#kernel/rejection.ts';
import { openSocketInside } from './bound-socket.ts';
import { answer, mayForward, serverFailure, type Asker } from './dns/answer.ts';
import type { NameIndex } from './dns/name-index.ts';
import { serveDns } from './dns/server.ts';
import { openUpstream } from './dns/upstream.ts';

export const RESOLVER_ADDRESS = '127.0.0.11';
/** The resolver's own port in a container's namespace; port 53 is led to it, and stays free for the container. */
export const RESOLVER_PORT = 10_053;

/** Questions of one container that wait for an answer from outside; more fail at once, so that it can't use up everybody's. */
const FORWARDS_MAX = 32;

/** A resolver in every container's namespace: who asks is told by the socket, and can't be forged. */
export type Resolvers = {
  /** Opens a container's, or tells the one it has who asks now. */
  open: (containerId: string, netns: string, asker: Asker) => void;
  close: (containerId: string) => void;
  useNames: (index: NameIndex) => void;
};

type OpenResolver = { asker: Asker; forwards: number; close: () => void };

export const openResolvers = (): Resolvers => {
  const upstream = openUpstream();
  const open = new Map<string, OpenResolver>();
  let index: NameIndex | undefined;
  let turn = 0;

  const forward = async (resolver: OpenResolver, query: Buffer, transport: 'udp' | 'tcp', names: NameIndex): Promise<Buffer | undefined> => {
    if (!mayForward(names, resolver.asker) || resolver.forwards >= FORWARDS_MAX) return serverFailure(query);
    resolver.forwards += 1;
    try {
      return (await upstream.ask(query, transport)) ?? serverFailure(query);
    } finally {
      resolver.forwards -= 1;
    }
  };

  const resolve = (resolver: OpenResolver, query: Buffer, transport: 'udp' | 'tcp'): Buffer | undefined | Promise<Buffer | undefined> => {
    if (index === undefined) return serverFailure(query);
    turn += 1;
    const result = answer(query, index, resolver.asker, { transport, turn });
    switch (result.kind) {
      case 'response':
        return result.message;
      case 'forward':
        return forward(resolver, query, transport, index);
      case 'ignore':
        return undefined;
      default:
        return unreachable(result);
    }
  };

  return {
    open: (containerId, netns, asker) => {
      const present = open.get(containerId);
      if (present !== undefined) return void (present.asker = asker);
      const at = { address: RESOLVER_ADDRESS, port: RESOLVER_PORT };
      const udp = openSocketInside(netns, { ...at, transport: 'udp' });
      const tcp = openSocketInside(netns, { ...at, transport: 'tcp' });
      const resolver: OpenResolver = { asker, forwards: 0, close: () => server.close() };
      const server = serveDns(udp, tcp, (query, transport) => resolve(resolver, query, transport));
      open.set(containerId, resolver);
    },
    close: (containerId) => {
      open.get(containerId)?.close();
      open.delete(containerId);
    },
    useNames: (names) => {
      index = names;
    },
  };
};
