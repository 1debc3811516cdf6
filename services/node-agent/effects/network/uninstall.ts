import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NetworkConfig } from './config.ts';
import { removeOtherBridges } from './bridges.ts';
import { interfaceNames } from './names.ts';
import { dropNamespace, insideNamespace, namespaceFolder, namespacesIn } from './namespace.ts';
import { openNetlink } from './netlink/socket.ts';
import { openNft } from './nft/libnftables.ts';
import { noTable } from './nft/ruleset.ts';

/** Takes everything away that a node's network left in the kernel and on disk. Call it when its netd has ended. No error when nothing is left. */
export const uninstall = (config: NetworkConfig): void => {
  const folder = namespaceFolder(config.runDir);
  for (const containerId of namespacesIn(folder)) dropNamespace(join(folder, containerId));
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['attached', 'compile-cache']) rmSync(join(config.runDir, name), { recursive: true, force: true });
  const removeFromNode = (): void => {
    const netlink = openNetlink();
    const nft = openNft();
    try {
      removeOtherBridges(netlink, interfaceNames(config.bridgePrefix), []);
      nft.run(noTable(config.tableName));
    } finally {
      netlink.close();
      nft.close();
    }
  };
  if (config.netns === undefined) removeFromNode();
  else insideNamespace(config.netns, removeFromNode);
};
