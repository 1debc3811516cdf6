import { Rejection } from '#kernel/rejection.ts';

/** https://github.com/opencontainers/image-spec/blob/v1.1.0/descriptor.md */
export type Descriptor = {
  readonly mediaType: string;
  readonly digest: string;
  readonly sizeBytes: number;
  /** `linux/amd64`; empty where it says none. */
  readonly platform: string;
  /** Its bytes are had from elsewhere: a registry need not hold them. */
  readonly isElsewhere: boolean;
};

export type Manifest = {
  readonly mediaType: string;
  /** Digest of the manifest that this one is about; empty for none. */
  readonly subject: string;
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
} & ({ readonly kind: 'image'; readonly config: Descriptor; readonly layers: readonly Descriptor[] } | { readonly kind: 'index'; readonly manifests: readonly Descriptor[] });

const kinds: Readonly<Record<string, Manifest['kind']>> = {
  'application/vnd.oci.image.manifest.v1+json': 'image',
  'application/vnd.docker.distribution.manifest.v2+json': 'image',
  'application/vnd.oci.image.index.v1+json': 'index',
  'application/vnd.docker.distribution.manifest.list.v2+json': 'index',
};

const digestRule = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const sha256Rule = /^sha256:[0-9a-f]{64}$/;

export const isDigest = (text: string): boolean => sha256Rule.test(text);

/** Throws DIGEST_INVALID for what is no digest, and for one by another function than SHA-256. */
export const checkDigest = (text: string): string => {
  if (isDigest(text)) return text;
  const algorithm = digestRule.test(text) ? text.slice(0, text.indexOf(':')) : undefined;
  if (algorithm !== undefined && algorithm !== 'sha256') throw new Rejection('DIGEST_INVALID', `digests by ${algorithm} are not supported: use sha256`);
  throw new Rejection('DIGEST_INVALID', `"${text.slice(0, 100)}" is no digest: give sha256: and 64 hexadecimal digits`);
};

const invalid = (why: string): never => {
  throw new Rejection('MANIFEST_INVALID', `manifest invalid: ${why}`);
};

/** Reads a manifest or index as its media type says. Throws MANIFEST_INVALID with what is wrong where, and DIGEST_INVALID. */
export const readManifest = (text: string, mediaType: string): Manifest => {
  const kind = kinds[mediaType] ?? invalid(`media type "${mediaType}" is not taken: push an image or index of OCI or of Docker's schema 2`);
  const document = objectOf(parsed(text), 'it');
  if (document.schemaVersion !== 2) invalid('schemaVersion is not 2');
  if (document.mediaType !== undefined && document.mediaType !== mediaType) invalid(`it says that its media type is ${JSON.stringify(document.mediaType)}, the request says ${mediaType}`);
  // One text must not be read as two things. https://github.com/opencontainers/distribution-spec/security/advisories/GHSA-mc8v-mgrf-8f4m
  const stranger = (kind === 'image' ? ['manifests', 'fsLayers'] : ['config', 'layers', 'fsLayers']).find((name) => document[name] !== undefined);
  if (stranger !== undefined) invalid(`${kind === 'image' ? 'an image' : 'an index'} has no ${stranger}`);
  const subject = document.subject === undefined ? '' : descriptorOf(document.subject, 'subject').digest;
  const common = { mediaType, subject, annotations: textsOf(document.annotations, 'annotations') };
  const artifactType = document.artifactType === undefined ? '' : textOf(document.artifactType, 'artifactType');
  if (kind === 'index') return { ...common, kind, artifactType, manifests: descriptorsOf(document.manifests, 'manifests') };
  const config = descriptorOf(document.config, 'config');
  return { ...common, kind, artifactType: artifactType || config.mediaType, config, layers: descriptorsOf(document.layers, 'layers') };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return invalid('it is no JSON');
  }
};

const objectOf = (value: unknown, where: string): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : invalid(`${where} is no object`);

const textOf = (value: unknown, where: string): string => (typeof value === 'string' ? value : invalid(`${where} is no text`));

const textsOf = (value: unknown, where: string): Record<string, string> =>
  value === undefined || value === null ? {} : Object.fromEntries(Object.entries(objectOf(value, where)).map(([key, text]) => [key, textOf(text, `${where}["${key}"]`)]));

const descriptorsOf = (value: unknown, where: string): Descriptor[] => (Array.isArray(value) ? value.map((one, place) => descriptorOf(one, `${where}[${place}]`)) : invalid(`${where} is no list`));

const descriptorOf = (value: unknown, where: string): Descriptor => {
  const { mediaType, digest, size, platform, urls } = objectOf(value, where);
  if (!Number.isSafeInteger(size) || Number(size) < 0) invalid(`${where}.size is no number of bytes`);
  const type = textOf(mediaType, `${where}.mediaType`);
  return {
    mediaType: type,
    digest: checkDigest(textOf(digest, `${where}.digest`)),
    sizeBytes: Number(size),
    platform: platform === undefined || platform === null ? '' : platformOf(objectOf(platform, `${where}.platform`)),
    isElsewhere: /\.(?:nondistributable|foreign)\./.test(type) || (Array.isArray(urls) && urls.length > 0),
  };
};

const platformOf = ({ os, architecture }: Record<string, unknown>): string => `${String(os)}/${String(architecture)}`;
