/** What the rules of a container's life read of its specification; everything else rides along. */
export type ContainerSpec = {
  readonly image: string;
  readonly stopSignal: string;
  readonly stopGraceMs?: number | undefined;
  readonly restart?: RestartPolicy | undefined;
  readonly healthcheck?: object | undefined;
  readonly resources?: object | undefined;
  readonly autoRemove: boolean;
  readonly networkMode: string;
  readonly networks: readonly NetworkAttachment[];
};

/** `network` is an id. */
export type NetworkAttachment = { readonly network: string; readonly aliases: readonly string[]; readonly address: string; readonly mac: string };

export type RestartPolicy = { readonly condition: string; readonly attemptsMax: number };

export type Endpoint = { readonly networkId: string; readonly address: string; readonly mac: string; readonly names: readonly string[] };

export type BoundPort = { readonly protocol: string; readonly containerPort: number; readonly hostPort: number; readonly hostAddress: string };
