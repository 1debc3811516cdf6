import type { Context } from '#kernel/context.ts';
import { metricsContentType, renderMetrics } from '#kernel/metrics.ts';
import { openNodes } from '#kernel/nodes.ts';
import type { Platform } from '#kernel/platform.ts';
import { openEventFeed } from './app/event-feed.ts';
import type { Gateway, GatewayConfig } from './app/gateway.ts';
import { openOccurrences } from './app/occurrences.ts';
import { archiveRoutes } from './docker/archive-routes.ts';
import { refuseChangesOfThePast } from './docker/as-of-header.ts';
import { buildRoutes } from './docker/build-routes.ts';
import { containerListRoutes } from './docker/container-list-routes.ts';
import { containerRoutes } from './docker/container-routes.ts';
import { diskUseRoutes } from './docker/disk-use-routes.ts';
import { eventRoutes } from './docker/event-routes.ts';
import { execRoutes } from './docker/exec-routes.ts';
import { imageArchiveRoutes } from './docker/image-archive-routes.ts';
import { networkConnectRoutes } from './docker/network-connect-routes.ts';
import { networkRoutes } from './docker/network-routes.ts';
import { imageRoutes } from './docker/object-routes.ts';
import { remoteRegistryRoutes } from './docker/registry-routes.ts';
import { pruneRoutes } from './docker/prune-routes.ts';
import { streamRoutes } from './docker/stream-routes.ts';
import { volumeRoutes } from './docker/volume-routes.ts';
import { systemRoutes } from './docker/system-routes.ts';
import { updateRoutes } from './docker/update/routes.ts';
import { contextOf } from './http/request-context.ts';
import { openHttp } from './http/server.ts';
import { nativeBuildRoutes } from './native/build-routes.ts';
import { eventStream } from './native/event-stream.ts';
import { nativeRoutes } from './native/routes.ts';
import { tagRoutes } from './native/tag-routes.ts';
import { transferRoutes } from './native/transfer-routes.ts';
import { listenForRegistry } from './registry/listen.ts';
import { registryRoutes } from './registry/routes.ts';

const version = '0.1.0';

/** HTTP in front of everything: the native API and Docker's, on one socket. No rules of its own. */
export const gatewayService = (platform: Platform, config: GatewayConfig): { serve: () => Promise<{ close: () => Promise<void> }> } => {
  const own = (): Context => {
    const commandId = platform.ids.uuid();
    return { commandId, actor: 'service:gateway', reason: '', causationId: '', correlationId: commandId, traceparent: '' };
  };
  const occurrences = openOccurrences(platform);
  const gateway: Gateway = { platform, config, nodes: openNodes(platform, config.agentTls, own), tell: occurrences.tell };
  const feed = openEventFeed(platform, occurrences);
  return {
    serve: async () => {
      const { listen } = await openHttp(platform.log, {
        native: (app) => {
          nativeRoutes(app, gateway);
          tagRoutes(app, gateway);
          transferRoutes(app, gateway);
          app.register(async (scope) => nativeBuildRoutes(scope, gateway));
          eventStream(app, gateway, feed);
        },
        docker: (app) => {
          refuseChangesOfThePast(app);
          systemRoutes(app, gateway, version, feed.followers);
          containerListRoutes(app, gateway);
          containerRoutes(app, gateway);
          updateRoutes(app, gateway);
          streamRoutes(app, gateway);
          execRoutes(app, gateway);
          app.register(async (scope) => archiveRoutes(scope, gateway));
          app.register(registryRoutes(gateway, contextOf));
          remoteRegistryRoutes(app, gateway);
          imageArchiveRoutes(app, gateway);
          app.register(async (scope) => buildRoutes(scope, gateway));
          imageRoutes(app, gateway);
          networkRoutes(app, gateway);
          networkConnectRoutes(app, gateway);
          volumeRoutes(app, gateway);
          pruneRoutes(app, gateway);
          diskUseRoutes(app, gateway);
          eventRoutes(app, gateway, feed);
          app.get('/metrics', async (_request, reply) => reply.type(metricsContentType).send(renderMetrics()));
          app.get('/healthz', async () => ({ status: 'ok' }));
          app.get('/readyz', async () => ({ status: 'ok', sequence: platform.position() }));
        },
      });
      const socket = await listen(config.socketPath, config.socketGroup, config.listen);
      const registry = config.registry && (await listenForRegistry(gateway, config.registry));
      return {
        close: async () => {
          await registry?.close();
          await socket.close();
        },
      };
    },
  };
};
