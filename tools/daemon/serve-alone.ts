import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { natsBus } from '#kernel/bus/bus.ts';
import { openLog } from '#kernel/log.ts';
import { connectTo, openPlatform } from '#kernel/platform.ts';
import { openTelemetry } from '#kernel/telemetry.ts';
import type { Keep } from '#kernel/service.ts';
import type { DaemonConfig } from './config.ts';
import { begin, services, type ServiceName } from './services.ts';

/** One service as a process of its own. Any number of them share the work: requests go to one, the log goes to all. */
export const serveAlone = async (name: ServiceName, config: DaemonConfig, seed: string, keep: Keep): Promise<void> => {
  const log = openLog(name, config.logLevel);
  const platform = await openPlatform({ natsUrl: config.agent.natsUrl, natsSeed: seed, natsCa: config.agent.natsCa, replicas: config.logReplicas, logBytesMax: config.logBytesMax }, log, keep);
  mkdirSync(config.paths.run, { recursive: true, mode: 0o711 });
  const service = await services[name](platform, config);
  await platform.begin();
  await begin(service, keep);
  log.info({ pid: process.pid }, 'ready');
};

/** The agent of one machine as a process of its own. */
export const serveAgent = async (config: DaemonConfig, seed: string, keep: Keep): Promise<void> => {
  const { agent } = config;
  const log = openLog('node-agent', config.logLevel).child({ node: agent.nodeId });
  mkdirSync(config.paths.state, { recursive: true, mode: 0o700 });
  mkdirSync(config.paths.run, { recursive: true, mode: 0o711 });
  keep(await openTelemetry('node-agent'));
  const connection = await connectTo(agent.natsUrl, seed, agent.nodeId, { inbox: `_INBOX_${agent.nodeId}`, ca: agent.natsCa });
  keep({ close: () => connection.drain() });
  const { startNodeAgent } = await import('../../services/node-agent/main.ts');
  await startNodeAgent(agent, natsBus(connection, log), log, keep);
  writeFileSync(config.paths.daemonPid, String(process.pid));
  keep({ close: () => rmSync(config.paths.daemonPid, { force: true }) });
  log.info({ pid: process.pid }, 'ready');
};
