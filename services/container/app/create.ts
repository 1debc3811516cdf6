import { createHash } from 'node:crypto';
import { createVolume } from '#endpoints/volume.ts';
import { getNetwork } from '#endpoints/network.ts';
import { resolveImage } from '#endpoints/image.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { ContainerSpec, CreateContainer, CreateContainerReply, Mount, NetworkAttachment } from '#proto/container.ts';
import { checkAddress } from '../domain/address.ts';
import type { Containers } from './containers.ts';
import { generatedName } from './generated-name.ts';
import { withImageDefaults } from './image-defaults.ts';
import { withNeighbours } from './neighbours.ts';

const nameRule = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** Creates a container: image and networks resolved, volumes made, name claimed, then the container itself. The same id again is no second one. */
export const createContainer = async (platform: Platform, containers: Containers, request: CreateContainer, context: Context): Promise<{ message: CreateContainerReply; sequence: number }> => {
  const asked = request.spec;
  if (!asked) throw new Rejection('INVALID', 'no specification: say at least the image');
  if (request.nodeId === '') throw new Rejection('INVALID', 'no node: say where the container is to be made');
  // From the command's own id: asked again, it is the same container.
  const containerId = request.containerId || createHash('sha256').update(context.commandId).digest('hex');
  const name = request.name || generatedName(containerId);
  if (!nameRule.test(name)) throw new Rejection('INVALID', `Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`);
  const spec = withNeighbours(asked, containers.directory, request.nodeId);
  const cause = (verb: string): Context => following({ id: context.commandId, ...context }, `${containerId}/${verb}`, 'service:container');

  const [{ message: image }, networks] = await Promise.all([
    platform.bus.call(resolveImage, { image: spec.imageId || spec.image }, cause('image')),
    resolveNetworks(platform, spec, cause('network')),
  ]);
  refuseOtherPlatform(spec, image.configJson);
  const whole = withImageDefaults({ ...spec, networks }, image.imageId, JSON.parse(image.configJson));
  const withImages = { ...whole, mounts: await resolveImageMounts(platform, whole.mounts, cause('mounted-image')) };
  const complete: ContainerSpec = { ...whole, mounts: await ensureVolumes(platform, withImages, request.nodeId, cause) };

  await containers.claimName(name, containerId, request.nodeId, cause('name'));
  const { sequence } = await containers
    .handle(`container.${request.nodeId}.${containerId}`, { type: 'CreateContainer', containerId, nodeId: request.nodeId, name, spec: complete }, context)
    .catch(async (error: unknown) => {
      if (error instanceof Rejection) await containers.releaseName(name, containerId, cause('name-release'));
      throw error;
    });
  return { message: { containerId, name, warnings: [] }, sequence };
};

// Clients that hear "not found" pull the image for the platform they want.
const refuseOtherPlatform = ({ image, platform }: ContainerSpec, configJson: string): void => {
  const { os = 'linux', architecture = '' } = JSON.parse(configJson) as { os?: string; architecture?: string };
  const [wantedOs, wantedArchitecture = architecture] = platform.split('/');
  if (platform === '' || (wantedOs === os && wantedArchitecture === architecture)) return;
  throw new Rejection('IMAGE_NOT_FOUND', `image with reference ${image} was found but its platform (${os}/${architecture}) does not match the specified platform (${platform})`);
};

// By id from then on: the name may come to mean another image.
const resolveImageMounts = (platform: Platform, mounts: readonly Mount[], context: Context): Promise<Mount[]> =>
  Promise.all(mounts.map(async (mount) => (mount.type === 'image' ? { ...mount, source: (await platform.bus.call(resolveImage, { image: mount.source }, context)).message.imageId } : mount)));

const resolveNetworks = async (platform: Platform, { networkMode, networks }: ContainerSpec, context: Context): Promise<NetworkAttachment[]> => {
  if (networkMode !== '' && networkMode !== 'bridge') return [];
  const asked = networks.length > 0 ? networks : [{ network: 'bridge', aliases: [], address: '', mac: '' }];
  return Promise.all(
    asked.map(async (attachment) => {
      const { message } = await platform.bus.call(getNetwork, { network: attachment.network }, context);
      // Who has it now may be gone when the container starts.
      checkAddress(attachment.address, { ...message, attached: [] });
      return { ...attachment, network: message.networkId };
    }),
  );
};

// A volume lives on one node: a container that mounts one of another node would find it empty.
const ensureVolumes = (platform: Platform, { mounts }: ContainerSpec, nodeId: string, cause: (verb: string) => Context): Promise<Mount[]> =>
  Promise.all(
    mounts.map(async (mount, place) => {
      if (mount.type !== 'volume') return mount;
      const anonymous = mount.source === '';
      const { message } = await platform.bus.call(createVolume, { name: mount.source, nodeId, driver: 'local', labels: mount.volumeLabels, options: mount.volumeOptions, anonymous }, cause(`volume-${place}`));
      if (message.nodeId !== nodeId) throw new Rejection('VOLUME_ELSEWHERE', `volume ${message.name} lives on node ${message.nodeId}: create the container there`);
      return { ...mount, source: message.name, anonymous, volumeOptions: message.volume?.options ?? {} };
    }),
  );
