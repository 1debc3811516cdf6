import { aggregates, type Aggregates } from '#kernel/aggregates.ts';
import { asOf, isPast } from '#kernel/as-of.ts';
import { handler } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import * as endpoints from '#endpoints/volume.ts';
import type { Volume as VolumeView } from '#proto/volume.ts';
import { openGone } from './app/gone.ts';
import { volumeUsers } from './app/users.ts';
import { volumeCodec } from './codec/events.ts';
import { checkOptions } from './domain/options.ts';
import { volumeDecider, type Volume, type VolumeEvent } from './domain/volume.ts';

const nameRule = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;
const aggregateOf = (name: string): string => `volume.${Buffer.from(name).toString('base64url')}`;

/** Named volumes and where they live. */
export const volumeService = (platform: Platform): { serve: () => void } => {
  const known = aggregates(volumeDecider, volumeCodec);
  const usersOf = volumeUsers(platform);
  const gone = openGone();
  platform.fromLog((stored) => {
    if (!stored.aggregate.startsWith('volume.')) return;
    known.apply(stored);
    gone.look();
  }, { volumes: known.kept });
  const handle = handler(volumeDecider, volumeCodec, known, platform);
  const removing = (nodeId: string): string[] => present(known).filter((volume) => volume.removing && volume.nodeId === nodeId).map(({ name }) => name);

  const serve = (): void => {
    const { bus } = platform;
    bus.serve(endpoints.createVolume, async (request, { context }) => {
      const name = request.name || platform.ids.hex64();
      if (!nameRule.test(name)) throw new Rejection('INVALID', `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`);
      if (known.get(aggregateOf(name)).state.phase === 'absent') checkOptions(name, request.options);
      const { changed, state, sequence } = await handle(aggregateOf(name), { ...request, type: 'CreateVolume', name, driver: request.driver || 'local' }, context);
      // Only a command that is sent again can find that.
      if (state.phase === 'absent') throw new Rejection('VOLUME_NOT_FOUND', `create ${name}: the volume was made and has been removed since`);
      return { message: { name, nodeId: state.nodeId, changed, volume: viewOf(state, usersOf) }, sequence };
    });
    bus.serve(endpoints.removeVolume, async ({ name, force }, { context }) => {
      const { changed, state, sequence } = await handle(aggregateOf(name), { type: 'RemoveVolume', name, force, users: usersOf(name) }, context);
      const nodeId = state.phase === 'present' ? state.nodeId : '';
      if (nodeId !== '') bus.publish(`work.${nodeId}.${endpoints.volumeWork.kind}`, endpoints.volumeWork.message, { remove: removing(nodeId) });
      await gone.wait(() => known.get(aggregateOf(name)).state.phase === 'absent');
      return { message: { name, nodeId, changed, volume: undefined }, sequence };
    });
    bus.serve(endpoints.listVolumes, async (request, { minSequence }) => {
      await platform.applied(minSequence);
      const then = isPast(request) ? await asOf(platform.store, 'volume.*', request, volumeDecider, volumeCodec) : known;
      const asked = present(then).filter(({ nodeId, labels }) => (request.nodeId === '' || nodeId === request.nodeId) && request.labels.every((label) => hasLabel(labels, label)));
      return { message: { volumes: asked.map((volume) => viewOf(volume, usersOf)) }, sequence: platform.position() };
    });
    bus.serve(endpoints.getVolume, async ({ name }, { minSequence }) => {
      await platform.applied(minSequence);
      const { state } = known.get(aggregateOf(name));
      if (state.phase === 'absent') throw new Rejection('VOLUME_NOT_FOUND', `get ${name}: no such volume`);
      return { message: viewOf(state, usersOf), sequence: platform.position() };
    });
    bus.serveNode(endpoints.listVolumeWork, async (_request, { nodeId }) => ({ message: { remove: removing(nodeId) } }));
    bus.serveNode(endpoints.reportVolume, async ({ name, removed }, { nodeId, context }) => {
      const { state } = known.get(aggregateOf(name));
      if (removed && state.phase === 'present' && state.nodeId === nodeId) await handle(aggregateOf(name), { type: 'ReportRemoved' }, context);
      return { message: {} };
    });
  };
  return { serve };
};

type Present = Extract<Volume, { phase: 'present' }>;

const present = (known: Aggregates<Volume, VolumeEvent>): Present[] => [...known.entries()].flatMap(([, { state }]) => (state.phase === 'present' ? [state] : []));

const hasLabel = (labels: Record<string, string>, asked: string): boolean => {
  const [key = '', ...value] = asked.split('=');
  return key in labels && (value.length === 0 || labels[key] === value.join('='));
};

const viewOf = ({ phase: _, ...volume }: Present, usersOf: (name: string) => string[]): VolumeView => ({ ...volume, containerIds: usersOf(volume.name) });
