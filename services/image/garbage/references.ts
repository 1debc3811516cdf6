/**
 * Who refers to which blobs, and since when nobody does. An owner is an image, a manifest in a repository, a transfer or a step of the
 * build cache. Maps are changed in place; what is in them is not.
 */
export type References = {
  /** By owner: blobs it needs, and manifests through which it needs more. */
  owners: Map<string, readonly string[]>;
  /** By digest of a manifest or index: blobs and manifests that it lists. */
  manifests: Map<string, readonly string[]>;
  /** By digest: when its last owner let go of it. */
  lostAtMs: Map<string, number>;
};

export type ReferenceChange =
  | { type: 'OwnerNeeds'; owner: string; digests: readonly string[] }
  | { type: 'OwnerGone'; owner: string }
  | { type: 'ManifestLists'; digest: string; digests: readonly string[] };

export const noReferences = (): References => ({ owners: new Map(), manifests: new Map(), lostAtMs: new Map() });

export const change = (references: References, told: ReferenceChange, atMs: number): void => {
  switch (told.type) {
    case 'OwnerNeeds':
      letGo(references, told.owner, atMs);
      return void references.owners.set(told.owner, told.digests);
    case 'OwnerGone':
      return letGo(references, told.owner, atMs);
    case 'ManifestLists':
      return void references.manifests.set(told.digest, told.digests);
  }
};

/** Every blob that somebody needs. */
export const referenced = ({ owners, manifests }: References): Set<string> => reached(manifests, [...owners.values()].flat());

const letGo = ({ owners, manifests, lostAtMs }: References, owner: string, atMs: number): void => {
  for (const digest of reached(manifests, owners.get(owner) ?? [])) lostAtMs.set(digest, atMs);
  owners.delete(owner);
};

// Each is visited once: whoever pushes an index may have it list itself.
const reached = (manifests: References['manifests'], digests: readonly string[]): Set<string> => {
  const found = new Set(digests);
  for (const digest of found) for (const listed of manifests.get(digest) ?? []) found.add(listed);
  return found;
};
