import type { Platform } from './platform-choice.ts';

export type Descriptor = { mediaType: string; digest: string; sizeBytes: number; platform?: Platform; /** Where else a layer lies that its registry may not hand on. */ urls?: readonly string[] };

/** What a registry has under a tag or digest. */
export type Manifest = { kind: 'image'; mediaType: string; config: Descriptor; layers: readonly Descriptor[] } | { kind: 'index'; mediaType: string; manifests: readonly Descriptor[] };

/** The bound of the specification. */
export const manifestMaxBytes = 4 * 2 ** 20;
/** Docker's. */
export const configMaxBytes = 8 * 2 ** 20;
/** As many as the kernel stacks. */
export const layersMax = 500;

const ociImage = 'application/vnd.oci.image.manifest.v1+json';
const ociIndex = 'application/vnd.oci.image.index.v1+json';
const imageTypes = [ociImage, 'application/vnd.docker.distribution.manifest.v2+json'];
const indexTypes = [ociIndex, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const configTypes = ['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json'];
const layerRule = /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar(?:\+gzip|\+zstd)?|docker\.image\.rootfs\.(?:foreign\.)?diff\.tar(?:\.gzip|\.zstd)?)$/;
/** Says nothing about what it is: the manifest itself does then. */
const vagueTypes = ['', 'application/json', 'text/plain', 'application/octet-stream'];
/** https://distribution.github.io/distribution/spec/deprecated-schema-v1/ */
const schema1Rule = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/;
const schema1 = 'it is a manifest of the old schema 1, which names no image by its digest: have it pushed again by a client of today';
const digestRule = /^sha256:[0-9a-f]{64}$/;

export const accepted: string = [...imageTypes, ...indexTypes].join(', ');

type Json = { [key: string]: unknown };

/** Reads a manifest strictly: what two readers could understand differently is refused. Throws what is wrong, without a remedy. */
export const parseManifest = (text: string, contentType: string | undefined): Manifest => {
  const said = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const known = [...imageTypes, ...indexTypes].includes(said);
  if (schema1Rule.test(said)) throw new Error(schema1);
  if (!known && !vagueTypes.includes(said)) throw new Error(`its media type ${said.slice(0, 100)} is none of an image`);
  const manifest = objectIn(text);
  const own = manifest['mediaType'];
  if (own !== undefined && known && own !== said) throw new Error(`it was sent as ${said} and calls itself ${String(own).slice(0, 100)}`);
  // https://github.com/opencontainers/image-spec/security/advisories/GHSA-77vh-xpmg-72qh
  if ('manifests' in manifest && ('layers' in manifest || 'config' in manifest)) throw new Error('it is an image and an index at once');
  const mediaType = known ? said : typeof own === 'string' ? own : shapeOf(manifest);
  if (manifest['schemaVersion'] === 1) throw new Error(schema1);
  if (manifest['schemaVersion'] !== 2) throw new Error('it is not of schema version 2');
  if (imageTypes.includes(mediaType)) return imageOf(mediaType, manifest);
  if (indexTypes.includes(mediaType)) return { kind: 'index', mediaType, manifests: listIn(manifest['manifests'], 'manifests').map(descriptorOf) };
  throw new Error(`its media type ${mediaType.slice(0, 100) || 'is missing and'} is none of an image`);
};

// Those of OCI may leave it out; those of Docker never do.
const shapeOf = (manifest: Json): string => ('manifests' in manifest ? ociIndex : 'config' in manifest && 'layers' in manifest ? ociImage : '');

const imageOf = (mediaType: string, manifest: Json): Manifest => {
  const config = descriptorOf(manifest['config']);
  if (!configTypes.includes(config.mediaType)) throw new Error(`it is an artifact of type ${config.mediaType.slice(0, 100)}, not an image`);
  if (config.sizeBytes > configMaxBytes) throw new Error(`its configuration has ${config.sizeBytes} bytes: at most ${configMaxBytes} are taken`);
  const layers = listIn(manifest['layers'], 'layers').map(descriptorOf);
  if (layers.length > layersMax) throw new Error(`it has ${layers.length} layers: at most ${layersMax} can be stacked`);
  const strange = layers.find((layer) => !layerRule.test(layer.mediaType));
  if (strange) throw new Error(`its layer ${strange.digest} is of type ${strange.mediaType.slice(0, 100)}, not a file system`);
  return { kind: 'image', mediaType, config, layers };
};

/** The digests of the layers unpacked, which the configuration names. */
export const diffIdsIn = (configText: string, layers: number): readonly string[] => {
  const rootfs = objectIn(configText)['rootfs'];
  const diffIds = typeof rootfs === 'object' && rootfs !== null && 'diff_ids' in rootfs ? rootfs.diff_ids : undefined;
  if (!Array.isArray(diffIds) || !diffIds.every((diffId): diffId is string => typeof diffId === 'string' && digestRule.test(diffId))) throw new Error('its configuration does not say what its layers are');
  if (diffIds.length !== layers) throw new Error(`it has ${layers} layers and its configuration speaks of ${diffIds.length}`);
  return diffIds;
};

const objectIn = (text: string): Json => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is no JSON object');
  return value as Json;
};

const listIn = (value: unknown, what: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw new Error(`it has no ${what}`);
  return value;
};

const descriptorOf = (value: unknown): Descriptor => {
  const { mediaType, digest, size, platform, urls } = (typeof value === 'object' && value !== null ? value : {}) as Json;
  if (typeof mediaType !== 'string' || typeof digest !== 'string' || !digestRule.test(digest)) throw new Error('a descriptor in it has no media type or no sha256 digest');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw new Error(`a descriptor in it says an impossible size of ${digest}`);
  return { mediaType, digest, sizeBytes: size, ...platformIn(platform), ...urlsIn(urls) };
};

const platformIn = (value: unknown): { platform?: Platform } => {
  if (typeof value !== 'object' || value === null) return {};
  const { os, architecture, variant } = value as Json;
  if (typeof os !== 'string' || typeof architecture !== 'string') return {};
  return { platform: { os, architecture, ...(typeof variant === 'string' && variant !== '' ? { variant } : {}) } };
};

const urlsMax = 8;

const urlsIn = (value: unknown): { urls?: readonly string[] } => {
  const urls = Array.isArray(value) ? value.filter((url): url is string => typeof url === 'string').slice(0, urlsMax) : [];
  return urls.length === 0 ? {} : { urls };
};
