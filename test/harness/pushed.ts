import { createHash } from 'node:crypto';

/** Bytes with the digest and size by which others refer to them. */
export type Content = { bytes: Buffer; digest: string; size: number; mediaType: string };

export const machine = process.arch === 'x64' ? 'amd64' : process.arch;
export const imageType = 'application/vnd.oci.image.manifest.v1+json';
export const indexType = 'application/vnd.oci.image.index.v1+json';

export const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export const contentOf = (value: Buffer | string | object, mediaType: string): Content => {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  return { bytes, digest: digestOf(bytes), size: bytes.length, mediaType };
};

export const descriptorOf = ({ digest, size, mediaType }: Content, more: object = {}): object => ({ mediaType, digest, size, ...more });

export type PushedImage = { manifest: Content; config: Content; layer: Content };

/** An image of one layer, as a registry's client would push it. */
export const imageOf = (layerBytes: Buffer | string, { architecture = machine, os = 'linux', more = {} }: { architecture?: string; os?: string; more?: object } = {}): PushedImage => {
  const layer = contentOf(layerBytes, 'application/vnd.oci.image.layer.v1.tar');
  const config = contentOf({ architecture, os, created: '2026-01-01T00:00:00Z', config: { Cmd: ['sh'] }, rootfs: { type: 'layers', diff_ids: [layer.digest] } }, 'application/vnd.oci.image.config.v1+json');
  const manifest = contentOf({ schemaVersion: 2, mediaType: imageType, config: descriptorOf(config), layers: [descriptorOf(layer)], ...more }, imageType);
  return { manifest, config, layer };
};

export const indexOf = (children: readonly { manifest: Content; architecture: string }[], more: object = {}): Content =>
  contentOf({ schemaVersion: 2, mediaType: indexType, manifests: children.map(({ manifest, architecture }) => descriptorOf(manifest, { platform: { os: 'linux', architecture } })), ...more }, indexType);

/** Something that is no image and is about something else: a signature, say. */
export const artifactAbout = (subject: Content, artifactType: string, annotations: Record<string, string> = {}): { manifest: Content; config: Content } => {
  const config = contentOf('{}', 'application/vnd.oci.empty.v1+json');
  return { config, manifest: contentOf({ schemaVersion: 2, mediaType: imageType, artifactType, config: descriptorOf(config), layers: [descriptorOf(config)], subject: descriptorOf(subject), annotations }, imageType) };
};
