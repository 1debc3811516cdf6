import { askImage } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { ContainerSpec, WantedContainer } from '#proto/container.ts';
import { putText } from '../effects/content/blobs.ts';
import { manifestJsonOf } from '../effects/content/image-manifest.ts';
import type { Change, ContentStore, ImportedImage, LayerDescriptor } from '../effects/content/port.ts';
import type { Runtime } from '../effects/runtime/port.ts';
import { applyChanges } from '../build-graph/apply-changes.ts';
import { committedConfig, type ContainerConfig } from './committed-config.ts';
import type { Images } from './images.ts';
import type { Turns } from './turns.ts';

export type CommitRequest = {
  author: string;
  comment: string;
  /** Holds the container's processes while it is read. */
  pause: boolean;
  /** The image's, whole. */
  config: ContainerConfig;
  /** Instructions of a Dockerfile that change it. */
  changes: readonly string[];
};

/** What a container changed, and images made of it. All are undefined for a container that is not of this node. */
export type Commits = {
  changes: (containerId: string) => readonly Change[] | undefined;
  commit: (containerId: string, asked: CommitRequest) => Promise<ImportedImage | undefined>;
};

type Parts = {
  nodeId: string;
  bus: Bus;
  content: ContentStore;
  images: Images;
  runtime: Pick<Runtime, 'get' | 'pause' | 'unpause'>;
  wanted: () => ReadonlyMap<string, WantedContainer>;
  exclusively: Turns['exclusively'];
  context: () => Context;
  clock: () => number;
  /** What this machine runs: `linux/amd64`. */
  platform: string;
};

/** A compressed layer takes five times as long to make; whoever pushes it over a slow line may pay for that. */
const compression = 'tar';

export const openCommits = ({ nodeId, bus, content, images, runtime, wanted, exclusively, context, clock, platform }: Parts): Commits => {
  const held = async <Result>(containerId: string, pause: boolean, work: () => Promise<Result>): Promise<Result> => {
    const seen = await runtime.get(containerId);
    if (!pause || seen?.state !== 'running' || seen.paused) return work();
    // Not by a command of the platform: whoever finds it held after a crash lets it go on.
    await runtime.pause(containerId);
    try {
      return await work();
    } finally {
      await runtime.unpause(containerId);
    }
  };

  const make = async (containerId: string, spec: ContainerSpec, { author, comment }: CommitRequest, config: ContainerConfig): Promise<ImportedImage> => {
    const { message: base } = await bus.callAsNode(nodeId, askImage, { image: spec.imageId }, context());
    const lower = await images.ensure(spec.imageId);
    const lease = content.lease();
    try {
      lease.keep({ blobs: lower.map(({ digest }) => digest), layers: lower.map(({ diffId }) => diffId) });
      const own: LayerDescriptor[] = content.changesOf(containerId, mountPointsOf(spec)).length === 0 ? [] : [await content.putLayer(content.layerOf(containerId, mountPointsOf(spec)), compression, lease)];
      const layers = [...lower, ...own];
      const createdBy = [...spec.entrypoint, ...spec.command].join(' ');
      const configJson = committedConfig(base.configJson, { config, author, comment, createdBy, created: new Date(clock()).toISOString(), diffIds: layers.map(({ diffId }) => diffId), hasLayer: own.length > 0 });
      const kept = await putText(content, configJson, lease);
      const manifestJson = manifestJsonOf(kept, layers);
      const { digest: manifestDigest } = await putText(content, manifestJson, lease);
      await content.recordImage({ imageId: kept.digest, layers, configJson, manifestDigest });
      return { imageId: kept.digest, configJson, manifestDigest, manifestJson, layers, references: [] };
    } finally {
      lease.end();
    }
  };

  return {
    changes: (containerId) => {
      const spec = wanted().get(containerId)?.spec;
      return spec && content.changesOf(containerId, mountPointsOf(spec));
    },
    commit: async (containerId, asked) => {
      const spec = wanted().get(containerId)?.spec;
      if (!spec) return undefined;
      // Judged before the container is held.
      const config = applyChanges(asked.config, asked.changes, platform);
      return exclusively(containerId, () => held(containerId, asked.pause, () => make(containerId, spec, asked, config)));
    },
  };
};

/** Where the runtime mounts something into every container. */
const everywhere = ['/proc', '/sys', '/dev', '/etc/hosts', '/etc/hostname', '/etc/resolv.conf'];

const mountPointsOf = ({ mounts }: ContainerSpec): string[] => [...everywhere, ...mounts.map(({ target }) => target)];
