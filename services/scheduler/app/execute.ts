import { abandonContainer, createContainer, removeContainer, startContainer } from '#endpoints/container.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';
import type { ContainerSpec } from '#proto/container.ts';
import type { Step } from '../replicas/reconcile.ts';
import { serviceAggregate, type States } from './states.ts';
import { templateOf } from './world.ts';

/** Carries one step out. Every step may be carried out again: what was done already stays as it is. */
export const execute = async (platform: Platform, states: States, { serviceId, operation, because }: Step): Promise<void> => {
  const { bus, ids } = platform;
  const aggregate = serviceAggregate(serviceId);
  const context = (commandId: string): Context => following({ id: '', correlationId: serviceId, traceparent: '' }, commandId, 'service:scheduler', because);
  const decide = (command: Parameters<States['handleService']>[1]) => states.handleService(aggregate, command, context(ids.uuid()));
  const { state } = states.services.get(aggregate);
  if (state.phase === 'absent') return;

  switch (operation.op) {
    case 'place':
      await decide({ type: 'PlaceReplica', slot: operation.slot, containerId: ids.hex64(), nodeId: operation.nodeId, templateVersion: state.template.version, because });
      return;
    case 'create': {
      const { containerId, nodeId, slot } = operation;
      const { spec, containerName } = templateOf(state);
      if (!spec) return;
      const name = containerName || `${state.project}-${state.name}-${slot}`;
      const whole = replicaSpec(spec, { serviceId, serviceName: state.name, project: state.project, slot, templateVersion: state.template.version });
      try {
        await bus.call(createContainer, { name, spec: whole, nodeId, containerId }, context(`${containerId}/create`));
      } catch (error) {
        // Another replica was faster in making the volume, on its own node: the slot goes there.
        if (!(error instanceof Rejection && error.code === 'VOLUME_ELSEWHERE')) throw error;
        await decide({ type: 'ReleaseReplica', slot, containerId, because: error.message });
        return;
      }
      await bus.call(startContainer, { container: containerId }, context(`${containerId}/start`));
      return;
    }
    case 'start':
      await bus.call(startContainer, { container: operation.containerId }, context(`${operation.containerId}/start`));
      return;
    case 'remove': {
      const { containerId: container } = operation;
      await bus.call(removeContainer, { container, force: true, volumes: true, graceful: true }, context(`${container}/remove`));
      return;
    }
    case 'abandon':
      await bus.call(abandonContainer, { container: operation.containerId }, context(`${operation.containerId}/abandon`));
      return;
    case 'release':
      await decide({ type: 'ReleaseReplica', slot: operation.slot, containerId: operation.containerId, because });
      return;
    case 'not-placed':
      await decide({ type: 'ReportNotPlaced', slot: operation.slot, because });
      return;
    case 'finish-removal':
      await decide({ type: 'FinishRemoval' });
      return;
    default:
      return unreachable(operation);
  }
};

const replicaSpec = (spec: ContainerSpec, replicaOf: NonNullable<ContainerSpec['replicaOf']>): ContainerSpec => ({
  ...spec,
  replicaOf,
  labels: { ...spec.labels, 'com.docker.compose.container-number': String(replicaOf.slot) },
});
