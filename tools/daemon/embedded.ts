import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { natsBus } from '#kernel/bus/bus.ts';
import { keepHighWater, refuseShorterLog } from '#kernel/high-water.ts';
import { openLog } from '#kernel/log.ts';
import { connectTo, openPlatform } from '#kernel/platform.ts';
import type { Keep } from '#kernel/service.ts';
import { ports, type DaemonConfig } from './config.ts';
import { keyOf } from './keys.ts';
import type { NatsConfig, NatsUser } from './nats-config.ts';
import { openAuthority, type Authority } from './pki/authority.ts';
import { readAgents, serveJoining } from './join-server.ts';
import { servicesName } from '../../services/node-agent/data-port/server.ts';
import { openNatsServer } from './nats-server.ts';
import { begin, services } from './services.ts';

/** The whole platform on one machine: nats-server beside it, every service and the agent in this process. */
export const startEmbedded = async (given: DaemonConfig, keep: Keep): Promise<void> => {
  const authority = given.cluster === '' ? undefined : openAuthority(given.paths.keys, Date.now);
  const config = authority ? clustered(given, authority) : given;
  const { paths, agent } = config;
  for (const folder of [paths.state, paths.snapshots]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Others must reach the API's socket through this folder; what else is in it guards itself.
  mkdirSync(paths.run, { recursive: true, mode: 0o711 });
  const log = openLog('lading', config.logLevel);

  const seeds = { services: keyOf(paths.keys, 'services'), clients: keyOf(paths.keys, 'clients'), agent: keyOf(paths.keys, `node-${agent.nodeId}`) };
  const users: NatsConfig = {
    name: agent.nodeId,
    listen: config.natsListen,
    store: paths.natsStore,
    durability: config.durability,
    pidFile: paths.natsPid,
    logBytesMax: config.logBytesMax,
    services: seeds.services.publicKey,
    clients: seeds.clients.publicKey,
    agents: [{ nodeId: agent.nodeId, publicKey: seeds.agent.publicKey }, ...readAgents(paths.agents)],
    // The client takes the server of a bare address for localhost. No node's certificate has that name.
    ...(authority ? { tls: authority.own('nats', [config.cluster, 'localhost']).files } : {}),
  };
  const nats = keep(await openNatsServer(config.natsServer, paths.natsConfig, users, log));

  const platform = await openPlatform({ natsUrl: agent.natsUrl, natsSeed: seeds.services.seed, natsCa: agent.natsCa, replicas: 1, logBytesMax: config.logBytesMax, snapshots: paths.snapshots }, log, keep);
  refuseShorterLog(paths.highWater, await platform.store.last());
  const constructed = await Promise.all(Object.values(services).map((construct) => construct(platform, config)));
  await platform.begin();
  keep(keepHighWater(paths.highWater, platform.position));
  for (const service of constructed) await begin(service, keep);

  if (authority) {
    const onAgents = (agents: readonly NatsUser[]): void => nats.reload({ ...users, agents: [{ nodeId: agent.nodeId, publicKey: seeds.agent.publicKey }, ...agents] });
    keep(await serveJoining(platform, { authority, address: config.cluster, port: ports.join, natsUrl: agent.natsUrl, agentsFile: paths.agents, onAgents }, log));
  }

  const agentConnection = await connectTo(agent.natsUrl, seeds.agent.seed, agent.nodeId, { inbox: `_INBOX_${agent.nodeId}`, ca: agent.natsCa });
  keep({ close: () => agentConnection.drain() });
  const { startNodeAgent } = await import('../../services/node-agent/main.ts');
  await startNodeAgent(agent, natsBus(agentConnection, log), log.child({ node: agent.nodeId }), keep);

  writeFileSync(paths.daemonPid, String(process.pid));
  keep({ close: () => rmSync(paths.daemonPid, { force: true }) });
  log.info({ socket: paths.socket, pid: process.pid, ms: Math.round(performance.now()) }, 'ready');
};

/** With certificates for what listens to other machines. */
const clustered = (config: DaemonConfig, authority: Authority): DaemonConfig => {
  const { files: _, ...tls } = authority.own(`node-${config.agent.nodeId}`, [config.cluster]);
  const { files: __, ...servicesTls } = authority.own(servicesName, []);
  return { ...config, agent: { ...config.agent, tls, natsCa: authority.cert }, servicesTls, join: { address: `${config.cluster}:${ports.join}`, fingerprint: authority.fingerprint } };
};
