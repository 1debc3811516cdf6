/** What `POST /v1/transfers/<id>` of a node's data port is asked for, as JSON. */
export type TransferOrder = {
  direction: 'pull' | 'push';
  /** Canonical. With a tag and a digest, the digest says what is pulled, and the tag how it is called then. */
  reference: string;
  /** `os/arch[/variant]`; empty for that of the node. */
  platform: string;
  /** For a push. */
  imageId: string;
  manifestDigest: string;
  mountFrom: readonly string[];
  /** For the reference's own registry; the node's own logins where it is absent. */
  login?: RegistryLogin;
};

/** As Docker's X-Registry-Auth and config.json have it. */
export type RegistryLogin = { username?: string; password?: string; identityToken?: string; registryToken?: string };

/** `there`: nothing had to be moved. `mounted`: the registry took it over from its repository `from`. */
export type LayerState = 'waiting' | 'downloading' | 'downloaded' | 'unpacking' | 'pulled' | 'preparing' | 'uploading' | 'pushed' | 'mounted' | 'there';

/** What it answers: one JSON object a line. The last one is `done` or `failed`; without either, the node was lost. */
export type TransferLine =
  | { event: 'resolved'; manifestDigest: string; /** Lowest first. `id` is the digest of the blob for a pull, of the unpacked layer for a push. */ layers: readonly { id: string; sizeBytes: number }[] }
  | { event: 'layer'; id: string; state: LayerState; currentBytes?: number; totalBytes?: number; from?: string }
  /** `sequence`: of the log, when the image was in it. */
  | { event: 'done'; imageId: string; manifestDigest: string; manifestBytes: number; movedBytes: number; sequence: number }
  | { event: 'failed'; code: string; message: string };

/** What the native API's clients read before those lines. `before`: the manifest that the name pointed at; empty for nothing. */
export type TransferOpening = { event: 'begun'; transferId: string; nodeId: string; reference: string; before: string };
