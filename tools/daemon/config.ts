import { existsSync } from 'node:fs';
import { agentConfig, type AgentConfig } from '../../services/node-agent/config.ts';
import { pathsOf, type Paths } from './paths.ts';

export type DaemonConfig = {
  paths: Paths;
  natsServer: string;
  /** `address:port` of the built-in nats-server. Loopback unless other machines are to join. */
  natsListen: string;
  /** `always`: an acknowledged change survives a power cut. `relaxed`: the last seconds may be lost, appends are faster. */
  durability: 'always' | 'relaxed';
  logBytesMax: number;
  logLevel: string;
  agent: AgentConfig;
  /** Only started when asked for: `host:port` of the API for other machines. */
  listen: string;
};

const ownNatsServer = '/usr/local/lib/lading/nats-server';
/** The log is refused beyond this size rather than filling the disk. */
const logBytesMax = 8 * 2 ** 30;

export const daemonConfig = (environment: NodeJS.ProcessEnv): DaemonConfig => {
  const paths = pathsOf(environment.LADING_STATE ?? '/var/lib/lading', environment.LADING_RUN ?? '/run/lading');
  const natsListen = environment.LADING_NATS_LISTEN ?? '127.0.0.1:14333';
  const natsPort = natsListen.split(':').at(-1);
  return {
    paths,
    natsServer: environment.LADING_NATS_SERVER ?? (existsSync(ownNatsServer) ? ownNatsServer : 'nats-server'),
    natsListen,
    durability: environment.LADING_DURABILITY === 'relaxed' ? 'relaxed' : 'always',
    logBytesMax: Number(environment.LADING_LOG_BYTES_MAX ?? logBytesMax),
    logLevel: environment.LOG_LEVEL ?? 'info',
    agent: { ...agentConfig(environment), natsUrl: environment.LADING_NATS ?? `nats://127.0.0.1:${natsPort}` },
    listen: environment.LADING_LISTEN ?? '',
  };
};
