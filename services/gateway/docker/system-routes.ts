import { arch, cpus, release, totalmem } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { listContainers } from '#endpoints/container.ts';
import { listImages } from '#endpoints/image.ts';
import { listNodes } from '#endpoints/node.ts';
import type { Gateway } from '../app/gateway.ts';
import { contextOf } from '../http/request-context.ts';
import { apiVersion, apiVersionMin } from './api-version.ts';
import { momentAsked } from './as-of-header.ts';
import { dockerState } from './container-views.ts';
import { hostFacts } from './host-facts.ts';

const architecture = arch() === 'x64' ? 'amd64' : arch() === 'arm64' ? 'arm64' : arch();
/** The engine whose API this is. */
export const engineVersion = '28.5.2';
const commit = { ID: '', Expected: '' };

/** `docker version` and `docker info`, and whether anybody is there at all. `followers` counts who follows the events. */
export const systemRoutes = (app: FastifyInstance, gateway: Gateway, version: string, followers: () => number): void => {
  const { bus } = gateway.platform;
  app.route({
    method: ['GET', 'HEAD'],
    url: '/_ping',
    handler: async (_request, reply) => reply.headers({ 'Builder-Version': '1', Swarm: 'inactive', 'Cache-Control': 'no-cache, no-store, must-revalidate', Pragma: 'no-cache' }).type('text/plain; charset=utf-8').send('OK'),
  });
  app.get('/version', async () => {
    const engine = { ApiVersion: apiVersion, MinAPIVersion: apiVersionMin, GitCommit: '', GoVersion: '', Os: 'linux', Arch: architecture, KernelVersion: release(), BuildTime: '' };
    return {
      Platform: { Name: `Lading ${version}` },
      Components: [{ Name: 'Engine', Version: engineVersion, Details: { ...engine, Experimental: 'false' } }, { Name: 'lading', Version: version, Details: { GitCommit: '', NodeVersion: process.versions.node } }],
      Version: engineVersion,
      ...engine,
    };
  });
  app.get('/info', async (request) => {
    const context = contextOf(request);
    const moment = momentAsked(request);
    const [{ message: listed }, { message: images }, { message: nodes }] = await Promise.all([
      bus.call(listContainers, { all: true, project: '', serviceId: '', nodeId: '', labels: [], removed: false, ...moment }, context),
      bus.call(listImages, moment, context),
      bus.call(listNodes, moment, context),
    ]);
    const states = listed.containers.map(({ state }) => dockerState(state));
    const running = states.filter((state) => state === 'running' || state === 'restarting').length;
    const paused = states.filter((state) => state === 'paused').length;
    return {
      ID: gateway.config.localNodeId, Containers: states.length, ContainersRunning: running, ContainersPaused: paused, ContainersStopped: states.length - running - paused, Images: images.images.length,
      Driver: 'overlay2', DriverStatus: [['Nodes', String(nodes.nodes.length)], ['Nodes Ready', String(nodes.nodes.filter(({ state }) => state === 'ready').length)]], Plugins: { Volume: ['local'], Network: ['bridge', 'host', 'null'], Authorization: null, Log: ['json-file', 'local', 'none'] },
      ...hostFacts(), Debug: false, NGoroutines: process.getActiveResourcesInfo().length, SystemTime: new Date().toISOString(), LoggingDriver: 'json-file', CgroupDriver: 'cgroupfs', NEventsListener: followers(), KernelVersion: release(),
      OSType: 'linux', Architecture: architecture === 'amd64' ? 'x86_64' : architecture === 'arm64' ? 'aarch64' : architecture, IndexServerAddress: 'https://index.docker.io/v1/',
      RegistryConfig: { InsecureRegistryCIDRs: ['::1/128', '127.0.0.0/8'], IndexConfigs: { 'docker.io': { Name: 'docker.io', Mirrors: [], Secure: true, Official: true } }, Mirrors: null },
      NCPU: cpus().length, MemTotal: totalmem(), GenericResources: null, DockerRootDir: '/var/lib/lading', HttpProxy: process.env.HTTP_PROXY ?? '', HttpsProxy: process.env.HTTPS_PROXY ?? '', NoProxy: process.env.NO_PROXY ?? '',
      Name: gateway.config.localNodeId, Labels: [], ExperimentalBuild: false, ServerVersion: engineVersion, Runtimes: { crun: { path: 'crun' } }, DefaultRuntime: 'crun',
      Swarm: { NodeID: '', NodeAddr: '', LocalNodeState: 'inactive', ControlAvailable: false, Error: '', RemoteManagers: null },
      LiveRestoreEnabled: true, Isolation: '', InitBinary: 'tini-static', ContainerdCommit: commit, RuncCommit: commit, InitCommit: commit, CDISpecDirs: [], Warnings: null,
    };
  });
  app.get('/plugins', async () => []);
};
