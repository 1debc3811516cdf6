import type { Readable } from 'node:stream';

export type LayerDescriptor = {
  /** `sha256:…` of the blob as it is stored. */
  digest: string;
  /** `sha256:…` of the uncompressed tar. */
  diffId: string;
  sizeBytes: number;
  compression: 'tar' | 'gzip' | 'zstd';
};

export type Blob = { digest: string; sizeBytes: number };
export type BlobChange = { stored: readonly Blob[]; dropped: readonly string[] };

/** What work in flight needs: nothing of it is freed before the lease ends. It lives as long as this process. */
export type Lease = {
  keep: (what: { blobs?: Iterable<string>; layers?: Iterable<string> }) => void;
  /** Frees nothing by itself. */
  end: () => void;
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

export type ImportOptions = {
  kind: 'auto' | 'rootfs';
  reference?: string;
  /** What an image of a root filesystem says of itself beside its layer: `created` in RFC 3339, 1970 unless given, so that the same files are the same image. */
  rootfs?: { config?: object; comment?: string; created?: string };
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

export type DiskUse = { layers: Readonly<Record<string, number>>; containers: Readonly<Record<string, number>>; volumes: Readonly<Record<string, number>> };

/** A path from the container's root. */
export type Change = { path: string; kind: 'modified' | 'added' | 'deleted' };

/** Blobs, layers, root filesystems and volumes of one machine. */
export type ContentStore = RootFiles & {
  hasBlob: (digest: string) => Promise<boolean>;
  /** Bytes of a blob; undefined when it is not here. */
  sizeOf: (digest: string) => number | undefined;
  /** Verified while it is written, then renamed into place: a wrong digest is refused and leaves nothing. The lease has it before anyone could free it. */
  putBlob: (stream: Readable, digest?: string, lease?: Lease) => Promise<Blob>;
  /** Makes a file of this machine's state folder, whose content was verified, a blob. */
  adoptBlob: (path: string, blob: Blob) => Promise<void>;
  /**
   * Fetches a blob that is not here: `open` gives its bytes from `start` on. What came before a cut stays for the next try, whose `open` is
   * asked for the rest. Refused beyond the size that is said, and when it is not what its digest says. Who asks for the same meanwhile waits for it.
   */
  completeBlob: (blob: Blob, open: (start: number) => Promise<Readable>) => Promise<void>;
  /** `sizeBytes` is that of the whole blob; `end` is the last byte that is given. Read whole, an altered blob ends with TornBlob, and is not here any more. */
  openBlob: (digest: string, range?: { start?: number; end?: number }) => Promise<{ stream: Readable; sizeBytes: number }>;
  /** Every blob here. */
  listBlobs: () => readonly Blob[];
  /** Hears of blobs that come and go; gives how to stop. */
  watchBlobs: (hear: (change: BlobChange) => void) => () => void;
  /** Puts blobs away that no image and no work in flight here uses, and frees layers that were unpacked from them; gives those blobs. They can be restored until they are freed. */
  retireBlobs: (digests: readonly string[]) => Promise<readonly string[]>;
  listRetired: () => readonly { digest: string; retiredAtMs: number }[];
  restoreBlobs: (digests: readonly string[]) => readonly string[];
  freeRetired: (digests: readonly string[]) => void;
  /** Frees what was left of blobs that nobody went on fetching. */
  forgetPartial: (nowMs: number) => void;
  lease: () => Lease;
  /** Takes in the images of a `docker save` archive or an OCI layout (`auto`), or a plain root filesystem (`rootfs`); gzip and zstd are recognised. What is refused leaves nothing. */
  importArchive: (stream: Readable, options: ImportOptions) => Promise<readonly ImportedImage[]>;
  /** Unpacks layers whose blobs are here, side by side. Idempotent; a layer is there whole or not at all. Throws TornBlob for a blob that was altered: it is not here any more. */
  unpack: (layers: readonly LayerDescriptor[]) => Promise<void>;
  /** Makes a layer of a plain tar: its blob, compressed as asked, and the layer unpacked, in one go. What is refused leaves nothing. */
  putLayer: (tar: Readable, compression: LayerDescriptor['compression'], lease?: Lease) => Promise<LayerDescriptor>;
  /**
   * Makes a layer of an upper folder of overlayfs, on the disk of this store, that is mounted no more: its blob, and the folder itself becomes
   * the layer. What was made at `mountPoints` is no part of it; `lowers` are the unpacked layers below, top first. Undefined where nothing is left:
   * the folder stays then.
   */
  takeLayer: (upper: string, options: { mountPoints: readonly string[]; lowers: readonly string[] }, lease?: Lease) => Promise<LayerDescriptor | undefined>;
  hasImage: (imageId: string) => Promise<boolean>;
  listImages: () => Promise<readonly string[]>;
  /** Every image that was recorded, and when last; whole or not. */
  listRecords: () => readonly { imageId: string; recordedAtMs: number }[];
  /** Throws when a layer is not here: another image that was removed may have taken it along. */
  recordImage: (image: { imageId: string; layers: readonly LayerDescriptor[]; configJson: string; manifestDigest?: string }) => Promise<void>;
  /** It is not whole here any more. Its blobs and layers stay until the platform says that nobody refers to them. */
  removeImage: (imageId: string) => Promise<void>;
  /** The container's own layer over the image's, mounted. Idempotent; gives the path. */
  mountRootfs: (containerId: string, layers: readonly LayerDescriptor[]) => Promise<string>;
  unmountRootfs: (containerId: string) => Promise<void>;
  /** The container's own layer goes. */
  removeRootfs: (containerId: string) => Promise<void>;
  listRootfs: () => Promise<readonly string[]>;
  /** Folders of its root filesystem, lowers top first, and the diff ids of its layers, lowest first. No layers, and no folders yet, where it was never mounted. */
  placesOf: (containerId: string) => { layers: readonly string[]; lowers: readonly string[]; upper: string; work: string; merged: string };
  /** What the container changed, in the order of names; nothing of what was made to mount on at `mountPoints`. None when it was never mounted. */
  changesOf: (containerId: string, mountPoints: readonly string[]) => readonly Change[];
  /** The same as the tar of a layer. */
  layerOf: (containerId: string, mountPoints: readonly string[]) => Readable;
  /** All of a mounted root filesystem as a tar, without what is mounted into it elsewhere. */
  tarOfRootfs: (root: string) => Readable;
  /** A volume's folder; a new one is first filled with what the image has at `target`, when `copy` says so. */
  prepareVolume: (name: string, rootfs: string, target: string, copy: boolean) => Promise<string>;
  removeVolume: (name: string) => Promise<void>;
  /** Bytes that files have: of layers by diff id, of containers' own layers, of volumes by name. */
  diskUse: () => Promise<DiskUse>;
  close: () => Promise<void>;
};
