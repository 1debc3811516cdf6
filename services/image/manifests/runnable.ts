import { Rejection } from '#kernel/rejection.ts';
import type { Descriptor, Manifest } from './read.ts';

/** A layer as a node unpacks it. */
export type RunnableLayer = { readonly digest: string; readonly diffId: string; readonly sizeBytes: number; readonly compression: string };

const configTypes = new Set(['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json']);

const layerRule = /^application\/vnd\.(?:oci\.image\.layer(?:\.nondistributable)?\.v1\.tar|docker\.image\.rootfs(?:\.foreign)?\.diff\.tar)(?:[+.](gzip|zstd))?$/;

/** Whether the configuration is one of a container image; other artifacts say other things there. */
export const hasImageConfig = (manifest: Manifest): manifest is Extract<Manifest, { kind: 'image' }> => manifest.kind === 'image' && configTypes.has(manifest.config.mediaType);

/**
 * Layers of an image that runs on `platform` (`linux/amd64`), lowest first; nothing for an image of another platform, or for what only looks like
 * one (signatures, attestations). Throws MANIFEST_INVALID when manifest and configuration contradict each other.
 */
export const runnableLayers = (manifest: Extract<Manifest, { kind: 'image' }>, configJson: string, platform: string): readonly RunnableLayer[] | undefined => {
  const config = configIn(configJson);
  if (`${config.os}/${config.architecture}` !== platform) return undefined;
  if (!manifest.layers.every(({ mediaType }) => layerRule.test(mediaType))) return undefined;
  const diffIds = config.rootfs?.diff_ids ?? [];
  if (diffIds.length !== manifest.layers.length || !diffIds.every((diffId) => /^sha256:[0-9a-f]{64}$/.test(String(diffId))))
    throw new Rejection('MANIFEST_INVALID', `manifest invalid: it has ${manifest.layers.length} layers, its configuration ${diffIds.length} diff_ids: build or save the image again`);
  return manifest.layers.map((layer, place) => ({ digest: layer.digest, diffId: String(diffIds[place]), sizeBytes: layer.sizeBytes, compression: compressionOf(layer) }));
};

const compressionOf = ({ mediaType }: Descriptor): string => layerRule.exec(mediaType)?.[1] ?? 'tar';

const configIn = (configJson: string): { os?: unknown; architecture?: unknown; rootfs?: { diff_ids?: readonly unknown[] } } => {
  try {
    const config: unknown = JSON.parse(configJson);
    if (typeof config === 'object' && config !== null) return config;
  } catch {
    // Told below, as for any other text that is no configuration.
  }
  throw new Rejection('MANIFEST_INVALID', 'manifest invalid: its configuration is no JSON object: build or save the image again');
};
