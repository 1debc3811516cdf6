import { existsSync } from 'node:fs';
import { agentConfig, type AgentConfig } from '../../services/node-agent/config.ts';
import { dockerListen, type DockerListen } from './docker-listen.ts';
import { pathsOf, type Paths } from './paths.ts';
import { registryListen, type RegistryListen } from './registry-listen.ts';

export type DaemonConfig = {
  paths: Paths;
  natsServer: string;
  /** `address:port` of the built-in nats-server. Loopback unless other machines are to join. */
  natsListen: string;
  /** `always`: an acknowledged change survives a power cut. `relaxed`: the last seconds may be lost, appends are faster. */
  durability: 'always' | 'relaxed';
  logBytesMax: number;
  /** Servers that keep each commit: 1, or 3 of a NATS cluster that is there already. */
  logReplicas: 1 | 3;
  /** Blobs that nobody refers to stay so long on their nodes. */
  contentGraceMs: number;
  logLevel: string;
  agent: AgentConfig;
  /** Where Docker's API, and the native one, are served over TCP; nowhere unless asked for. */
  docker?: DockerListen;
  /** Address of this machine that others reach; empty for one machine alone, which then listens on loopback only. */
  cluster: string;
  /** The services' certificate for the data ports of nodes, and how nodes join; set where there is a cluster. */
  servicesTls?: { cert: string; key: string; ca: string };
  join?: { address: string; fingerprint: string };
  /** Where images are pulled from and pushed to over TCP; nowhere unless asked for. */
  registry?: RegistryListen;
};

const ownNatsServer = '/usr/local/lib/lading/nats-server';
/** The log is refused beyond this size rather than filling the disk. */
const logBytesMax = 8 * 2 ** 30;
const contentGraceMs = 3_600_000;

/** Listened on only where LADING_CLUSTER_ADDRESS says on which address; the first on loopback otherwise. */
export const ports = { nats: 14_333, join: 14_334, data: 14_335 } as const;

export const daemonConfig = (environment: NodeJS.ProcessEnv): DaemonConfig => {
  const at = pathsOf(environment.LADING_STATE ?? '/var/lib/lading', environment.LADING_RUN ?? '/run/lading');
  // A second gateway on one machine needs a socket of its own.
  const paths = environment.LADING_SOCKET === undefined ? at : { ...at, socket: environment.LADING_SOCKET };
  const cluster = environment.LADING_CLUSTER_ADDRESS ?? '';
  const natsListen = environment.LADING_NATS_LISTEN ?? `${cluster || '127.0.0.1'}:${ports.nats}`;
  const registry = registryListen(environment);
  const docker = dockerListen(environment);
  return {
    paths,
    natsServer: environment.LADING_NATS_SERVER ?? (existsSync(ownNatsServer) ? ownNatsServer : 'nats-server'),
    natsListen,
    durability: environment.LADING_DURABILITY === 'relaxed' ? 'relaxed' : 'always',
    logBytesMax: Number(environment.LADING_LOG_BYTES_MAX ?? logBytesMax),
    logReplicas: environment.LADING_LOG_REPLICAS === '3' ? 3 : 1,
    contentGraceMs: Number(environment.LADING_CONTENT_GRACE_MS ?? contentGraceMs),
    logLevel: environment.LOG_LEVEL ?? 'info',
    agent: {
      ...agentConfig(environment),
      natsUrl: environment.LADING_NATS ?? `${cluster === '' ? 'nats' : 'tls'}://${natsListen}`,
      ...(cluster === '' ? {} : { address: cluster, dataListen: `${cluster}:${ports.data}`, dataUrl: `https://${cluster}:${ports.data}` }),
    },
    cluster,
    ...(docker ? { docker } : {}),
    ...(registry ? { registry } : {}),
  };
};
