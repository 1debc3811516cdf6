import type { Decider } from '#kernel/decider.ts';

export type ManifestEvent = { type: 'ManifestRegistered'; digest: string; mediaType: string; body: Uint8Array };
export type ManifestCommand = { type: 'RegisterManifest'; digest: string; mediaType: string; body: Uint8Array };

/** Its text is what came, to the byte: manifests are JSON in UTF-8. */
export type StoredManifest = { digest: string; mediaType: string; text: string } | undefined;

/** A manifest, index or artifact by its content. What it is never changes; which repositories show it, they say. */
export const manifestDecider: Decider<StoredManifest, ManifestCommand, ManifestEvent> = {
  initial: () => undefined,
  decide: ({ digest, mediaType, body }, stored) => (stored === undefined ? [{ type: 'ManifestRegistered', digest, mediaType, body }] : []),
  evolve: (_stored, { digest, mediaType, body }) => ({ digest, mediaType, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body) }),
};
