import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NetworkConfig } from './config.ts';
import { ensureInterfaces, prepareNamespace } from './container-links.ts';
import type { InterfaceNames } from './names.ts';
import { dropNamespace, isNamespace, makeNamespace, namespaceFolder, namespacesIn } from './namespace.ts';
import type { Netlink } from './netlink/socket.ts';
import type { Attach } from './port.ts';
import { openRecords } from './records.ts';
import type { Resolvers } from './resolvers.ts';

/** The network namespaces of this node's containers. */
export type Containers = {
  /** Opens the resolvers of those that were here before. */
  resume: () => void;
  attach: (request: Attach) => { netns: string };
  detach: (containerId: string) => void;
  list: () => { containerId: string; netns: string }[];
};

/** An id names files: it is hexadecimal in the platform, and nothing may lead out of the folder. */
const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

export const openContainers = (config: NetworkConfig, names: InterfaceNames, node: Netlink, resolvers: Resolvers, bridgeOf: (networkId: string) => number): Containers => {
  const folder = namespaceFolder(config.runDir);
  const records = openRecords(config.runDir);
  const pathOf = (containerId: string): string => {
    if (!SAFE_ID.test(containerId)) throw new Error(`container id "${containerId}" can't name a file: use letters, digits, ".", "_" and "-"`);
    return join(folder, containerId);
  };
  const serve = ({ containerId, interfaces, hostname }: Attach): void =>
    resolvers.open(containerId, pathOf(containerId), {
      networkIds: interfaces.map(({ networkId }) => networkId),
      addresses: interfaces.map(({ address }) => address),
      hostname,
    });
  const detach = (containerId: string): void => {
    resolvers.close(containerId);
    dropNamespace(pathOf(containerId));
    records.remove(containerId);
  };
  const make = (request: Attach, netns: string): void => {
    makeNamespace(netns);
    try {
      prepareNamespace(netns, config.tableName);
      ensureInterfaces(node, names, netns, request.interfaces, bridgeOf);
      serve(request);
    } catch (error) {
      detach(request.containerId);
      throw error;
    }
  };

  return {
    resume: () => {
      for (const file of readdirSync(folder)) if (!isNamespace(join(folder, file))) rmSync(join(folder, file));
      for (const containerId of namespacesIn(folder)) {
        const record = records.read(containerId);
        if (record !== undefined) serve(record);
      }
    },
    attach: (request) => {
      const netns = pathOf(request.containerId);
      for (const { networkId } of request.interfaces) bridgeOf(networkId);
      if (isNamespace(netns) && records.read(request.containerId) !== undefined) {
        ensureInterfaces(node, names, netns, request.interfaces, bridgeOf);
        serve(request);
      } else {
        // One without a record was being made when netd ended; nobody was told of it.
        detach(request.containerId);
        make(request, netns);
      }
      records.write(request);
      return { netns };
    },
    detach,
    list: () => namespacesIn(folder).map((containerId) => ({ containerId, netns: join(folder, containerId) })),
  };
};
