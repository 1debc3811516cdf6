import { startContainer } from '#endpoints/container.ts';
import { createNetwork, removeNetwork } from '#endpoints/network.ts';
import { applyService, removeService } from '#endpoints/scheduler.ts';
import { removeVolume } from '#endpoints/volume.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';
import type { StoredModel } from '../codec/stored-json.ts';
import type { Step } from '../plan/steps.ts';
import { awaitRemoved, awaitService, type Awaiting } from './await-service.ts';
import type { Images } from './images.ts';
import { hasCompleted, isRunning, wantedReplicas } from './seen.ts';
import { templateOf } from './template.ts';

export type Performing = Awaiting & { platform: Platform; images: Images; project: string; revision: number; model: StoredModel | undefined; cause: { id: string; correlationId: string; traceparent: string } };

/** Carries one step out and says what came of it. A step may be carried out again: what was done already stays as it is. */
export const perform = async (on: Performing, { step, operation, because }: Step): Promise<string> => {
  const { platform, images, project, revision, model, cause, goesOn } = on;
  const { bus } = platform;
  const context = (more = ''): Context => following(cause, `${project}/${revision}/${step}${more}`, 'service:compose', because);
  switch (operation.op) {
    case 'build':
      // A revision with such a step is not accepted.
      throw new Rejection('BUILD_NEEDED', `${operation.image} has to be built first`);
    case 'pull':
      await images.pull(operation, context(), goesOn);
      return '';
    case 'create-network': {
      const network = model?.networks[operation.network];
      if (!network) return '';
      const labels = { ...network.labels, 'com.docker.compose.project': project, 'com.docker.compose.network': operation.network };
      const { driver, subnet, gateway, internal, attachable, options, name } = network;
      await bus.call(createNetwork, { name, driver, subnet, gateway, ipRange: '', internal, attachable, labels, options, networkId: '', ifMissing: true }, context());
      return '';
    }
    case 'apply':
      if (model) await bus.call(applyService, { project, name: operation.service, template: templateOf(model, operation.service), replicas: operation.replicas }, context());
      return '';
    case 'start':
      await startStopped(on, operation.service, context);
      return '';
    case 'await':
      await awaitService(on, operation.service, operation.condition);
      return '';
    case 'remove-service':
      await bus.call(removeService, { project, name: operation.service }, context());
      return '';
    case 'await-removed':
      await awaitRemoved(on, operation.service);
      return '';
    case 'remove-network':
      return unlessGone('NETWORK_NOT_FOUND', () => bus.call(removeNetwork, { network: operation.name }, context()));
    case 'remove-volume':
      return unlessGone('VOLUME_NOT_FOUND', () => bus.call(removeVolume, { name: operation.name, force: true }, context()));
    default:
      return unreachable(operation);
  }
};

const startStopped = async ({ platform, look }: Performing, name: string, context: (more?: string) => Context): Promise<void> => {
  const seen = (await look()).find(({ service }) => service.name === name);
  const stopped = seen ? wantedReplicas(seen).filter((container) => container !== undefined && !isRunning(container) && !hasCompleted(container)) : [];
  await Promise.all(stopped.flatMap((container) => (container ? [platform.bus.call(startContainer, { container: container.containerId }, context(`/${container.containerId}`))] : [])));
};

// What others use stays, and is no failure of taking this project down: so Compose does it.
const unlessGone = async (code: string, remove: () => Promise<unknown>): Promise<string> => {
  try {
    await remove();
    return '';
  } catch (error) {
    if (error instanceof Rejection && error.code === code) return '';
    if (error instanceof Rejection && /IN_USE/.test(error.code)) return `stays: ${error.message}`;
    throw error;
  }
};
