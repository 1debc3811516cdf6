import type { Platform } from '#kernel/platform.ts';
import type { Closable, Keep } from '#kernel/service.ts';
import type { DaemonConfig } from './config.ts';

/** A service that was constructed: it has registered for the log and answers once `serve` is called. */
export type Constructed = { serve: () => undefined | void | Promise<void | Closable> };

/** Every service by name. Imported when asked for: one that runs alone loads only itself. */
export const services = {
  image: async (platform, { contentGraceMs }) => (await import('../../services/image/main.ts')).imageService(platform, { graceMs: contentGraceMs }),
  volume: async (platform) => (await import('../../services/volume/main.ts')).volumeService(platform),
  network: async (platform) => (await import('../../services/network/main.ts')).networkService(platform),
  container: async (platform) => (await import('../../services/container/main.ts')).containerService(platform),
  scheduler: async (platform) => (await import('../../services/scheduler/main.ts')).schedulerService(platform),
  compose: async (platform, { agent, servicesTls }) => (await import('../../services/compose/main.ts')).composeService(platform, { localNodeId: agent.nodeId, ...(servicesTls ? { agentTls: servicesTls } : {}) }),
  gateway: async (platform, { paths, agent, docker, servicesTls, join, registry }) =>
    (await import('../../services/gateway/main.ts')).gatewayService(platform, {
      socketPath: paths.socket,
      socketGroup: 'lading',
      localNodeId: agent.nodeId,
      ...(docker ? { listen: docker } : {}),
      ...(servicesTls ? { agentTls: servicesTls } : {}),
      ...(join ? { join } : {}),
      ...(registry ? { registry } : {}),
    }),
} as const satisfies Record<string, (platform: Platform, config: DaemonConfig) => Promise<Constructed>>;

/** Lets a constructed service answer, and closes what it opened when the process stops. */
export const begin = async (service: Constructed, keep: Keep): Promise<void> => {
  const opened = await service.serve();
  if (opened !== undefined) keep(opened as Closable);
};

export type ServiceName = keyof typeof services;

export const isServiceName = (name: string): name is ServiceName => name in services;
