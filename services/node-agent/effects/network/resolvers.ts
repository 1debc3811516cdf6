import { openSocketInside } from './bound-socket.ts';
import { answer, mayForward, serverFailure, type Asker } from './dns/answer.ts';
import type { NameIndex } from './dns/name-index.ts';
import { serveDns } from './dns/server.ts';
import { openUpstream } from './dns/upstream.ts';

export const RESOLVER_ADDRESS = '127.0.0.11';
/** The resolver's own port in a container's namespace; port 53 is led to it, and stays free for the container. */
export const RESOLVER_PORT = 10_053;

/** A resolver in every container's namespace: who asks is told by the socket, and can't be forged. */
export type Resolvers = {
  /** Opens a container's, or tells the one it has who asks now. */
  open: (containerId: string, netns: string, asker: Asker) => void;
  close: (containerId: string) => void;
  useNames: (index: NameIndex) => void;
};

export const openResolvers = (): Resolvers => {
  const upstream = openUpstream();
  const open = new Map<string, { asker: Asker; close: () => void }>();
  let index: NameIndex | undefined;
  let turn = 0;

  const forward = async (query: Buffer, asker: Asker, transport: 'udp' | 'tcp', names: NameIndex): Promise<Buffer | undefined> =>
    (mayForward(names, asker) ? await upstream.ask(query, transport) : undefined) ?? serverFailure(query);

  const resolve = (containerId: string, query: Buffer, transport: 'udp' | 'tcp'): Buffer | undefined | Promise<Buffer | undefined> => {
    const asker = open.get(containerId)?.asker;
    if (asker === undefined || index === undefined) return serverFailure(query);
    turn += 1;
    const result = answer(query, index, asker, { transport, turn });
    switch (result.kind) {
      case 'response':
        return result.message;
      case 'forward':
        return forward(query, asker, transport, index);
      case 'ignore':
        return undefined;
    }
  };

  return {
    open: (containerId, netns, asker) => {
      const present = open.get(containerId);
      if (present !== undefined) return void (present.asker = asker);
      const at = { address: RESOLVER_ADDRESS, port: RESOLVER_PORT };
      const udp = openSocketInside(netns, { ...at, transport: 'udp' });
      const tcp = openSocketInside(netns, { ...at, transport: 'tcp' });
      const server = serveDns(udp, tcp, (query, transport) => resolve(containerId, query, transport));
      open.set(containerId, { asker, close: server.close });
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
