import { readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { listContainers } from '#endpoints/container.ts';
import { listImages } from '#endpoints/image.ts';
import { listNodes } from '#endpoints/node.ts';
import type { Gateway } from '../app/gateway.ts';
import { contextOf } from '../http/request-context.ts';
import { apiVersion, apiVersionMin } from './api-version.ts';

const architecture = arch() === 'x64' ? 'amd64' : arch() === 'arm64' ? 'arm64' : arch();
export const engineVersion = '28.5.2';

export const systemRoutes = (app: FastifyInstance, gateway: Gateway, version: string): void => {
  const { bus } = gateway.platform;
  app.route({
    method: ['GET', 'HEAD'],
    url: '/_ping',
    handler: async (_request, reply) => reply.headers({ 'Builder-Version': '1', Swarm: 'inactive', 'Cache-Control': 'no-cache, no-store, must-revalidate', Pragma: 'no-cache' }).type('text/plain; charset=utf-8').send('OK'),
  });
  app.get('/version', async () => ({
    Platform: { Name: `Lading ${version}` },
    Components: [{ Name: 'Engine', Version: engineVersion, Details: { ApiVersion: apiVersion, MinAPIVersion: apiVersionMin, Os: 'linux', Arch: architecture } }, { Name: 'lading', Version: version, Details: {} }],
    Version: engineVersion, ApiVersion: apiVersion, MinAPIVersion: apiVersionMin, GitCommit: '', GoVersion: '', Os: 'linux', Arch: architecture, KernelVersion: release(), BuildTime: '',
  }));
  app.get('/info', async (request) => {
    const context = contextOf(request);
    const [{ message: containers }, { message: images }, { message: nodes }] = await Promise.all([
      bus.call(listContainers, { all: true, project: '', serviceId: '', nodeId: '', labels: [], asOfSequence: 0, asOfMs: 0, removed: false }, context),
      bus.call(listImages, { asOfSequence: 0, asOfMs: 0 }, context),
      bus.call(listNodes, { asOfSequence: 0, asOfMs: 0 }, context),
    ]);
    const count = (...states: string[]): number => containers.containers.filter(({ state }) => states.includes(state)).length;
    return {
      ID: gateway.config.localNodeId, Containers: containers.containers.length, ContainersRunning: count('running', 'stopping'), ContainersPaused: count('paused'), ContainersStopped: count('exited', 'created'), Images: images.images.length,
      Driver: 'overlay2', DriverStatus: [['Nodes', String(nodes.nodes.length)]], Plugins: { Volume: ['local'], Network: ['bridge', 'host', 'null'], Authorization: null, Log: ['json-file', 'local', 'none'] },
      MemoryLimit: true, SwapLimit: true, CpuCfsPeriod: true, CpuCfsQuota: true, CPUShares: true, CPUSet: true, PidsLimit: true, IPv4Forwarding: true, Debug: false, NFd: 0, OomKillDisable: false, NGoroutines: 0, SystemTime: new Date().toISOString(),
      LoggingDriver: 'json-file', CgroupDriver: 'cgroupfs', CgroupVersion: cgroupVersion(), NEventsListener: 0, KernelVersion: release(), OperatingSystem: osName(), OSVersion: '', OSType: 'linux', Architecture: architecture === 'amd64' ? 'x86_64' : architecture,
      IndexServerAddress: 'https://index.docker.io/v1/', RegistryConfig: { InsecureRegistryCIDRs: [], IndexConfigs: {}, Mirrors: [] }, NCPU: cpus().length, MemTotal: totalmem(), DockerRootDir: '/var/lib/lading', HttpProxy: '', HttpsProxy: '', NoProxy: '',
      Name: gateway.config.localNodeId, Labels: [], ExperimentalBuild: false, ServerVersion: engineVersion, Runtimes: { crun: { path: 'crun' } }, DefaultRuntime: 'crun', Swarm: { NodeID: '', NodeAddr: '', LocalNodeState: 'inactive', ControlAvailable: false, Error: '', RemoteManagers: null },
      LiveRestoreEnabled: true, Isolation: '', InitBinary: 'tini-static', SecurityOptions: ['name=seccomp,profile=builtin'], Warnings: null,
    };
  });
  app.get('/plugins', async () => []);
  for (const path of ['/swarm', '/services', '/tasks', '/secrets', '/configs', '/nodes'])
    app.get(path, async (_request, reply) => reply.code(503).send({ message: 'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.' }));
};

const cgroupVersion = (): string => {
  try {
    readFileSync('/sys/fs/cgroup/cgroup.controllers');
    return '2';
  } catch {
    return '1';
  }
};

const osName = (): string => /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux';
