import type { Readable } from 'node:stream';

export type LayerDescriptor = {
  /** `sha256:…` of the blob as it is stored. */
  digest: string;
  /** `sha256:…` of the uncompressed tar. */
  diffId: string;
  sizeBytes: number;
  compression: 'tar' | 'gzip' | 'zstd';
};

export type ImportedImage = {
  imageId: string;
  configJson: string;
  manifestDigest: string;
  manifestJson: string;
  /** Lowest first. */
  layers: readonly LayerDescriptor[];
  /** As the archive names it; not normalised. */
  references: readonly string[];
};

export type PathStat = {
  /** Last part of the path that was asked for. */
  name: string;
  sizeBytes: number;
  /** Type and permissions as stat(2) gives them. */
  mode: number;
  modifiedAtMs: number;
  /** Where a link leads, seen from the root; '' for what is no link. */
  linkTarget: string;
};

/**
 * Files below a container's root, given the folder that is its `/`: a mounted root filesystem, or /proc/PID/root of one that runs, which
 * shows its mounts, too. Links, absolute ones and `..` too, are followed below that root only. All throw PathError.
 */
export type RootFiles = {
  /** A link in the last place is not followed, unless the path ends with a slash. */
  statPath: (root: string, path: string) => PathStat;
  /** A tar of what is there, its names beginning with `name` (or with the last part of the path). Whoever destroys the stream ends the work. */
  readPath: (root: string, path: string, name?: string) => { stat: PathStat; stream: Readable };
  /** Unpacks a tar into a folder that is there. Files are replaced; a folder is not replaced by anything else, nor the other way round. */
  writePath: (root: string, path: string, tar: Readable, owner?: { uid: number; gid: number }) => Promise<void>;
};

/** Blobs, layers, root filesystems and volumes of one machine. */
export type ContentStore = RootFiles & {
  hasBlob: (digest: string) => Promise<boolean>;
  /** Verified while it is written, then renamed into place: a wrong digest is refused and leaves nothing. */
  putBlob: (stream: Readable, digest?: string) => Promise<{ digest: string; sizeBytes: number }>;
  openBlob: (digest: string, range?: { start: number }) => Promise<{ stream: Readable; sizeBytes: number }>;
  /** Takes a `docker save` archive or an OCI layout in (`auto`), or a plain root filesystem (`rootfs`); gzip and zstd are recognised. What is refused leaves nothing. */
  importArchive: (stream: Readable, options: { kind: 'auto' | 'rootfs'; reference?: string }) => Promise<ImportedImage>;
  /** Unpacks layers whose blobs are here, side by side. Idempotent; a layer is there whole or not at all. */
  unpack: (layers: readonly LayerDescriptor[]) => Promise<void>;
  hasImage: (imageId: string) => Promise<boolean>;
  listImages: () => Promise<readonly string[]>;
  /** Throws when a layer is not here: another image that was removed may have taken it along. */
  recordImage: (image: { imageId: string; layers: readonly LayerDescriptor[]; configJson: string; manifestDigest?: string }) => Promise<void>;
  /** Blobs that no other image here uses go, too, and layers that no other image and no container uses. While an archive comes in, they go after it. */
  removeImage: (imageId: string) => Promise<void>;
  /** The container's own layer over the image's, mounted. Idempotent; gives the path. */
  mountRootfs: (containerId: string, layers: readonly LayerDescriptor[]) => Promise<string>;
  unmountRootfs: (containerId: string) => Promise<void>;
  /** The container's own layer goes. */
  removeRootfs: (containerId: string) => Promise<void>;
  listRootfs: () => Promise<readonly string[]>;
  /** A volume's folder; a new one is first filled with what the image has at `target`, when `copy` says so. */
  prepareVolume: (name: string, rootfs: string, target: string, copy: boolean) => Promise<string>;
  removeVolume: (name: string) => Promise<void>;
  close: () => Promise<void>;
};
