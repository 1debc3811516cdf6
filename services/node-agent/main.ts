import { reportBlobs } from '#endpoints/image.ts';
import { randomIds } from '#kernel/ids.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { Keep } from '#kernel/service.ts';
import type { Blob } from '#proto/image.ts';
import { openAgent, type Agent } from './app/agent.ts';
import { openBlobSources } from './app/blob-sources.ts';
import { openBuilder } from './app/builder/open-builder.ts';
import { openCommits } from './app/commit.ts';
import { openContainerFiles, openRootOf } from './app/container-files.ts';
import { openContentWork } from './app/content-work.ts';
import { openDetails } from './app/details.ts';
import { openHoldings } from './app/holdings.ts';
import { openImages } from './app/images.ts';
import { openJobs } from './app/jobs.ts';
import { openNetworks } from './app/networks.ts';
import { openPorts } from './app/ports.ts';
import { openRegistries } from './app/registries.ts';
import { originOf } from './app/transfers/origin.ts';
import { openTransfers } from './app/transfers/transfers.ts';
import { openSave } from './app/save.ts';
import { openWaitingClients } from './app/waiting-clients.ts';
import type { AgentConfig } from './config.ts';
import { archiveRoutes } from './data-port/archive-routes.ts';
import { buildRoutes, buildStreams } from './data-port/build-routes.ts';
import { commitRoutes } from './data-port/commit-routes.ts';
import { containerRoutes } from './data-port/container-routes.ts';
import { contentRoutes, machinePlatform } from './data-port/content-routes.ts';
import { detailsRoutes } from './data-port/details-routes.ts';
import { diskUseRoutes } from './data-port/disk-use-routes.ts';
import { execRoutes } from './data-port/exec-routes.ts';
import { registryRoutes } from './data-port/registry-routes.ts';
import { reviewRoutes } from './data-port/review-routes.ts';
import { serveDataPort } from './data-port/server.ts';
import { transferRoutes } from './data-port/transfer-routes.ts';
import { uploadRoutes } from './data-port/upload-routes.ts';
import { diskContentStore } from './effects/content/disk.ts';
import { diskUploads } from './effects/content/uploads.ts';
import { openNetd } from './effects/network/netd-client.ts';
import type { PeerAccess } from './effects/peers/peer-access.ts';
import { diskRecords } from './effects/records.ts';
import { dockerCertificates } from './effects/registry/certificates.ts';
import { registryClient } from './effects/registry/client.ts';
import { dockerConfigCredentials } from './effects/registry/docker-config.ts';
import { machineClock } from './effects/registry/retry.ts';
import { openTransport } from './effects/registry/transport.ts';
import { crunRuntime } from './effects/runtime/crun.ts';

/** Makes one machine as wanted and tells what it sees. Must run inside the agent's mount namespace. */
export const startNodeAgent = async (config: AgentConfig, bus: Bus, log: Log, keep: Keep): Promise<Agent> => {
  const context = (): Context => {
    const commandId = randomIds.uuid();
    return { commandId, actor: `node:${config.nodeId}`, reason: '', causationId: '', correlationId: commandId, traceparent: '' };
  };
  const content = keep(await diskContentStore({ stateDir: config.stateDirectory, log }));
  const uploads = keep(diskUploads({ stateDir: config.stateDirectory, content, clock: Date.now }));
  // Who pushed a blob may name it in a manifest at once: the log knows of it by then.
  const stored = async (blob: Blob): Promise<void> => void (await bus.callAsNode(config.nodeId, reportBlobs, { stored: [blob], dropped: [], all: false }, context()));
  const runtime = crunRuntime({ stateDir: config.stateDirectory, runDir: config.runDirectory, cgroupParent: config.cgroupParent });
  const network = keep(await openNetd({ runDir: config.runDirectory, tableName: config.tableName, bridgePrefix: config.bridgePrefix }));
  const networks = openNetworks(config.nodeId, config.address, bus, network, context, log);
  const urlOf = (nodeId: string): string | undefined => networks.view().nodes.find((node) => node.nodeId === nodeId)?.dataUrl;
  const peers = (): PeerAccess => ({ urlOf, ...(config.tls ? { tls: config.tls } : {}) });
  const transport = keep(openTransport({ certificates: dockerCertificates, environment: config.environment }));
  const client = registryClient({ transport, clock: machineClock, hosts: config.registries });
  const ownLogins = dockerConfigCredentials(config.dockerConfig, config.environment);
  const sources = openBlobSources({ nodeId: config.nodeId, bus, content, peers, origin: originOf({ client, ownLogins }), context, clock: Date.now, log, settings: config.peers });
  const images = openImages({ nodeId: config.nodeId, bus, content, sources, context });
  const records = diskRecords(`${config.stateDirectory}/containers`);
  const clients = openWaitingClients(runtime);
  const contentWork = openContentWork({ nodeId: config.nodeId, bus, content, images, context, clock: Date.now, log, settings: config.content });
  keep(openHoldings({ nodeId: config.nodeId, bus, content, context, log }));
  const agent = keep(openAgent({ contentWork, ports: openPorts(records), clients, config, bus, log, clock: Date.now, context, runtime, content, network, networks, images, records }));
  const ofContainers = containerRoutes({ runtime, attach: clients.attach, wanted: agent.wanted });
  const placeOf = openContainerFiles({ runtime, content, images, wanted: agent.wanted });
  const ofExecs = execRoutes(runtime);
  const transfers = openTransfers({ nodeId: config.nodeId, bus, content, client, images, ownLogins, clock: Date.now, context });
  const builds = keep(await openBuilder({ config, bus, log, clock: Date.now, context, content, images, network, networks, records, transfers }));
  const registries = openRegistries({ client, ownLogins });
  keep(openJobs({ nodeId: config.nodeId, bus, context, log, running: () => ({ transferIds: transfers.running(), buildIds: builds.running() }) }));
  const commits = openCommits({ nodeId: config.nodeId, bus, content, images, runtime, wanted: agent.wanted, exclusively: agent.exclusively, context, clock: Date.now, platform: machinePlatform });
  const save = openSave({ nodeId: config.nodeId, bus, content, sources, context });
  keep(
    await serveDataPort(
      { socketPath: config.dataSocket, listen: config.dataListen, ...(config.tls ? { tls: config.tls } : {}) },
      [
        ...ofContainers.routes,
        ...ofExecs.routes,
        ...contentRoutes(content),
        ...uploadRoutes(uploads, stored),
        ...reviewRoutes(`${config.runDirectory}/docker.sock`),
        ...detailsRoutes(openDetails({ dirs: { runDir: config.runDirectory, stateDir: config.stateDirectory }, content, healthOf: agent.healthOf })),
        ...diskUseRoutes(content),
        ...archiveRoutes(content, placeOf),
        ...transferRoutes(transfers),
        ...registryRoutes(config.nodeId, registries),
        ...buildRoutes(builds),
        ...commitRoutes({ commits, save, content, rootOf: openRootOf({ content, images, wanted: agent.wanted }) }),
      ],
      [...ofContainers.streams, ...ofExecs.streams, ...buildStreams(builds)],
      log,
    ),
  );
  return agent;
};
