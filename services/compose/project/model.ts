/** A compose file after interpolation, merging and defaults: what is wanted, with nothing left to look up. It survives JSON. */
export type Model = {
  name: string;
  services: Record<string, Service>;
  networks: Record<string, Network>;
  volumes: Record<string, Volume>;
};

export type Service = {
  /** `<project>-<service>` for one that is built and has no name of its own. */
  image: string;
  /** Undefined: the image's own. An empty list: none, even when the image has one. */
  command?: string[];
  entrypoint?: string[];
  /** Undefined values were given without one and take nothing: compose leaves them out. */
  environment: Record<string, string>;
  labels: Record<string, string>;
  workingDir: string;
  user: string;
  hostname: string;
  domainname: string;
  /** Empty for `<project>-<service>-<slot>`. */
  containerName: string;
  ports: Port[];
  /** `<port>/<protocol>` */
  expose: string[];
  mounts: Mount[];
  /** `bridge` when `networks` says where it is attached, else `host`, `none`, `service:<name>` or `container:<name>`. */
  networkMode: string;
  networks: Attachment[];
  dependsOn: Dependency[];
  healthcheck?: Healthcheck;
  restart: { condition: 'no' | 'always' | 'unless-stopped' | 'on-failure'; attemptsMax: number };
  replicas: number;
  resources: Resources;
  placement: { constraints: string[]; replicasPerNodeMax: number };
  capAdd: string[];
  capDrop: string[];
  privileged: boolean;
  readOnly: boolean;
  init: boolean;
  tty: boolean;
  stdinOpen: boolean;
  /** Empty for the image's, else SIGTERM. */
  stopSignal: string;
  /** Milliseconds between the stop signal and SIGKILL. */
  stopGraceMs: number;
  securityOpt: string[];
  groupAdd: string[];
  sysctls: Record<string, string>;
  ulimits: { name: string; soft: number; hard: number }[];
  devices: { hostPath: string; containerPath: string; permissions: string }[];
  /** `name:address` */
  extraHosts: string[];
  dns: string[];
  dnsSearch: string[];
  dnsOptions: string[];
  pidMode: string;
  ipcMode: string;
  /** 0 for Docker's 64 MiB. */
  shmSizeBytes: number;
  oomScoreAdj: number;
  platform: string;
  /** `build`: made anew each time. */
  pullPolicy: 'always' | 'missing' | 'never' | 'build' | 'every';
  /** With `every`. */
  pullEveryMs?: number;
  build?: Build;
  logging: { driver: string; sizeMaxBytes: number; filesMax: number };
};

/** How the image of a service is made. Paths are absolute, on the machine where the file was read. */
export type Build = {
  /** A folder, or a URL. */
  context: string;
  /** Relative to the context; empty for `Dockerfile`. */
  dockerfile: string;
  dockerfileInline?: string;
  arguments: Record<string, string>;
  target: string;
  /** Further names of the image. */
  tags: string[];
  labels: Record<string, string>;
  platforms: string[];
  network: string;
  secrets: BuildSecret[];
  ssh: string[];
  /** By name: a folder, a URL, or `service:NAME`. */
  contexts: Record<string, string>;
  cacheFrom: string[];
  cacheTo: string[];
  noCache: boolean;
  noCacheFilter: string[];
  pull: boolean;
  extraHosts: string[];
  shmSizeBytes: number;
  ulimits: { name: string; soft: number; hard: number }[];
  entitlements: string[];
};

/** One of `file` and `environment` is empty. */
export type BuildSecret = { id: string; file: string; environment: string };

export type Port = {
  protocol: 'tcp' | 'udp';
  containerPort: number;
  /** 0 for any free one. */
  hostPort: number;
  /** Empty for every address of the node. */
  hostAddress: string;
  /** `ingress`: answered on every node. `host`: on the container's node only. */
  mode: 'ingress' | 'host';
};

export type Mount = {
  type: 'bind' | 'volume' | 'tmpfs';
  /** Absolute host path, key of `Model.volumes`, or empty for tmpfs and anonymous volumes. */
  source: string;
  target: string;
  readOnly: boolean;
  /** bind only; empty for rprivate. */
  propagation: string;
  noCopy: boolean;
  createHostPath: boolean;
  tmpfsSizeBytes: number;
  tmpfsMode: number;
  subpath: string;
};

/** `network` is a key of `Model.networks`. */
export type Attachment = { network: string; aliases: string[]; address: string; mac: string };

export type Dependency = { service: string; condition: 'service_started' | 'service_healthy' | 'service_completed_successfully'; required: boolean; restart: boolean };

/** `test` is `['NONE']`, `['CMD', …]` or `['CMD-SHELL', line]`; empty keeps the image's. Zeros take Docker's defaults. */
export type Healthcheck = { test: string[]; intervalMs: number; timeoutMs: number; startPeriodMs: number; startIntervalMs: number; retries: number };

/** Zeros mean no limit. */
export type Resources = { memoryBytes: number; memoryReservationBytes: number; memorySwapBytes: number; nanoCpus: number; cpuShares: number; cpuset: string; pidsMax: number };

/** `name` is the network's on the platform: `<project>_<key>`, or as the file says. External ones must be there already. */
export type Network = { name: string; external: boolean; driver: string; internal: boolean; attachable: boolean; labels: Record<string, string>; options: Record<string, string>; subnet: string; gateway: string };

export type Volume = { name: string; external: boolean; driver: string; labels: Record<string, string>; options: Record<string, string> };
