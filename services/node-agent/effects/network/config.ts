export type NetworkConfig = {
  /** Holds the namespaces of the containers and what each was given. Emptied by a reboot, as they are. */
  runDir: string;
  /** Of the nft tables, the node's and every container's. */
  tableName: string;
  /** Begins the name of every interface that is made on the node; at most four characters. */
  bridgePrefix: string;
  /** Path of the network namespace that is the node; the process's own when it is missing. */
  netns?: string;
};
