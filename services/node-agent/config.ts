import { hostname } from 'node:os';
import type { PeerSettings } from './app/blob-sources.ts';
import type { ContentSettings } from './app/content-work.ts';
import type { RegistryHosts } from './effects/registry/endpoints.ts';

export type AgentConfig = {
  /** Letters, digits, `-` and `_`: it is part of subjects. */
  nodeId: string;
  name: string;
  /** Address between machines. */
  address: string;
  dataUrl: string;
  /** `host:port` of the data port for other machines; empty for the local socket only. */
  dataListen: string;
  dataSocket: string;
  stateDirectory: string;
  runDirectory: string;
  /** Names on the machine, so that several nodes fit on one in tests. */
  cgroupParent: string;
  tableName: string;
  bridgePrefix: string;
  labels: Record<string, string>;
  content: ContentSettings;
  peers: PeerSettings;
  version: string;
  registries: RegistryHosts;
  /** Docker's config.json with the logins of this node. */
  dockerConfig: string;
  /** For proxies to registries, and helpers that know logins. */
  environment: NodeJS.ProcessEnv;
  natsUrl: string;
  natsSeed: string;
  /** PEM of the authority of the NATS server's certificate; empty without TLS. */
  natsCa: string;
  /** PEM texts for the data port between machines. */
  tls?: { cert: string; key: string; ca: string };
};

/** From the environment, with the defaults of a single machine. */
export const agentConfig = (environment: NodeJS.ProcessEnv): AgentConfig => {
  const runDirectory = environment.LADING_RUN ?? '/run/lading';
  const nodeId = environment.LADING_NODE ?? hostname().replace(/[^A-Za-z0-9_-]/g, '-');
  const dataSocket = environment.LADING_DATA_SOCKET ?? `${runDirectory}/agent.sock`;
  return {
    nodeId,
    name: environment.LADING_NODE_NAME ?? nodeId,
    address: environment.LADING_ADDRESS ?? '127.0.0.1',
    dataUrl: environment.LADING_DATA_URL ?? `unix:${dataSocket}`,
    dataListen: environment.LADING_DATA_LISTEN ?? '',
    dataSocket,
    stateDirectory: environment.LADING_STATE ?? '/var/lib/lading',
    runDirectory,
    cgroupParent: environment.LADING_CGROUP ?? '/lading',
    tableName: environment.LADING_TABLE ?? 'lading',
    bridgePrefix: environment.LADING_BRIDGE_PREFIX ?? 'ld',
    content: {
      imageSettledMs: Number(environment.LADING_IMAGE_SETTLED_MS ?? 60_000),
      blobRetiredMs: Number(environment.LADING_BLOB_RETIRED_MS ?? 10_000),
    },
    peers: {
      sideBySideMax: Number(environment.LADING_PEER_BLOBS_MAX ?? 3),
      peersMax: Number(environment.LADING_PEERS_MAX ?? 3),
      segmentBytes: Number(environment.LADING_PEER_SEGMENT_BYTES ?? 4 * 2 ** 20),
      segmentsMax: Number(environment.LADING_PEER_SEGMENTS_MAX ?? 4),
      bytesPerSecondMax: Number(environment.LADING_PEER_BYTES_PER_SECOND_MAX ?? 250_000_000),
    },
    labels: JSON.parse(environment.LADING_LABELS ?? '{}') as Record<string, string>,
    version: environment.LADING_VERSION ?? '0.1.0',
    registries: { mirrors: mirrorsIn(environment.LADING_REGISTRY_MIRRORS ?? ''), insecure: wordsIn(environment.LADING_INSECURE_REGISTRIES ?? '') },
    dockerConfig: `${environment.DOCKER_CONFIG || '/root/.docker'}/config.json`,
    environment,
    natsUrl: environment.LADING_NATS ?? 'nats://127.0.0.1:4222',
    natsSeed: environment.LADING_NATS_SEED ?? '',
    natsCa: '',
  };
};

const wordsIn = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

// `docker.io=https://mirror.lan docker.io=https://other.lan ghcr.io=https://mirror.lan/ghcr`
const mirrorsIn = (text: string): Record<string, string[]> => {
  const mirrors: Record<string, string[]> = {};
  for (const word of wordsIn(text)) {
    const [, domain = '', url = ''] = /^([^=]+)=(https?:\/\/[^=]+)$/.exec(word) ?? [];
    if (domain === '' || URL.parse(url) === null) throw new Error(`LADING_REGISTRY_MIRRORS: "${word}" is no mirror: write it like docker.io=https://mirror.example`);
    (mirrors[domain] ??= []).push(url);
  }
  return mirrors;
};
