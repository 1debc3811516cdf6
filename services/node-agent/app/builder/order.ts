import type { RegistryLogin } from '#endpoints/transfer-lines.ts';
import { Resources, type Ulimit } from '#proto/container.ts';

/** What is to be built, and how: what a client asked for, after the platform has resolved names. */
export type BuildOrder = {
  /** Canonical; what the image is called afterwards. */
  references: readonly string[];
  /** Path in the context. */
  dockerfile: string;
  /** Text of a Dockerfile that is not in the context; counts before `dockerfile`. */
  dockerfileText?: string;
  /** Empty for the last stage. */
  target: string;
  /** `os/arch[/variant]`; empty for that of this node. */
  platform: string;
  arguments: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
  noCache: boolean;
  /** Stages that are built without the cache. */
  noCacheFilter: readonly string[];
  /** Asks registries for the base images even where they are here. */
  pull: boolean;
  /** `default`, `none` or `host`. */
  network: 'default' | 'none' | 'host';
  /** Network of commands, where it is `default`. */
  networkId: string;
  /** URL of a git repository, an archive or a Dockerfile, in place of a context that is sent. */
  remote: string;
  /** Folder in the archive that is sent which is the context; empty for its top. */
  contextFolder: string;
  /** Named contexts: a URL, `docker-image://…`, or `sent:` and a folder in the archive. */
  contexts: Readonly<Record<string, string>>;
  /** By id, base64. Never written to a log, to the disk or into a key. */
  secrets: Readonly<Record<string, string>>;
  /** Of registries, by host. As secret as secrets are. */
  logins: Readonly<Record<string, RegistryLogin>>;
  /** Ids of ssh agents that the client offers. */
  ssh: readonly string[];
  extraHosts: readonly string[];
  shmSizeBytes: number;
  ulimits: readonly Ulimit[];
  resources: Resources;
  /** Images whose layers may stand for steps, and where the cache is to be kept afterwards. */
  cacheFrom: readonly string[];
  cacheTo: readonly string[];
  /** Images of `cacheFrom` that are here are taken as they are: Docker asks no registry for them. */
  cacheFromHere: boolean;
  /** What commands may beyond the usual: `network.host`, `security.insecure`. */
  entitlements: readonly string[];
};

const noOrder: BuildOrder = {
  references: [], dockerfile: 'Dockerfile', target: '', platform: '', arguments: {}, labels: {}, noCache: false, noCacheFilter: [], pull: false, network: 'default', networkId: '', remote: '', contextFolder: '', contexts: {},
  secrets: {}, logins: {}, ssh: [], extraHosts: [], shmSizeBytes: 0, ulimits: [], resources: Resources.decode(new Uint8Array()), cacheFrom: [], cacheTo: [], cacheFromHere: false, entitlements: [],
};

/** The gateway writes it, and leaves out what is as usual. */
export const decodeOrder = (json: string): BuildOrder => ({ ...noOrder, ...(JSON.parse(json) as Partial<BuildOrder>) });
