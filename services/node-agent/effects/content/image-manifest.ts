import type { Blob, LayerDescriptor } from './port.ts';

export const manifestType = 'application/vnd.oci.image.manifest.v1+json';
export const configType = 'application/vnd.oci.image.config.v1+json';
const layerTypes = { tar: 'application/vnd.oci.image.layer.v1.tar', gzip: 'application/vnd.oci.image.layer.v1.tar+gzip', zstd: 'application/vnd.oci.image.layer.v1.tar+zstd' } as const;

/** The OCI manifest of an image that came without one. The same image gives the same bytes. */
export const manifestJsonOf = (config: Blob, layers: readonly LayerDescriptor[]): string =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: { mediaType: configType, digest: config.digest, size: config.sizeBytes },
    layers: layers.map(({ digest, sizeBytes, compression }) => ({ mediaType: layerTypes[compression], digest, size: sizeBytes })),
  });
