import type { Decider } from '#kernel/decider.ts';
import { unreachable } from '#kernel/rejection.ts';
import { valueOf, withDigests, withoutDigests, type ByDigest } from './by-digest.ts';

/** What a repository says of a manifest that can be had from it. */
export type Listed = { readonly digest: string; readonly mediaType: string; readonly sizeBytes: number; readonly subject: string; readonly artifactType: string; readonly annotations: Record<string, string> };

export type RepositoryEvent =
  | ({ type: 'ManifestAdded'; repository: string } & Listed)
  | { type: 'ManifestRemoved'; digest: string }
  | { type: 'ImmutabilityChanged'; repository: string; immutable: boolean };

export type RepositoryCommand =
  | { type: 'AddManifests'; repository: string; manifests: readonly Listed[] }
  | { type: 'RemoveManifests'; digests: readonly string[] }
  | { type: 'SetImmutable'; repository: string; immutable: boolean };

/** `name` is canonical, and empty for one that never was. */
export type Repository = { readonly name: string; readonly immutable: boolean; readonly manifests: ByDigest<Listed> };

/** Manifests that can be had from one name, by digest, and whether its tags may be moved. */
export const repositoryDecider: Decider<Repository, RepositoryCommand, RepositoryEvent> = {
  initial: () => ({ name: '', immutable: false, manifests: {} }),
  decide: (command, { immutable, manifests }) => {
    switch (command.type) {
      case 'AddManifests':
        return command.manifests.filter(({ digest }) => valueOf(manifests, digest) === undefined).map((listed) => ({ type: 'ManifestAdded', repository: command.repository, ...listed }));
      case 'RemoveManifests':
        return command.digests.filter((digest) => valueOf(manifests, digest) !== undefined).map((digest) => ({ type: 'ManifestRemoved', digest }));
      case 'SetImmutable':
        return command.immutable === immutable ? [] : [{ type: 'ImmutabilityChanged', repository: command.repository, immutable: command.immutable }];
      default:
        return unreachable(command);
    }
  },
  evolve: (repository, event) => {
    switch (event.type) {
      case 'ManifestAdded': {
        const { type: _, repository: name, ...listed } = event;
        return { ...repository, name, manifests: withDigests(repository.manifests, [[listed.digest, listed]]) };
      }
      case 'ManifestRemoved':
        return { ...repository, manifests: withoutDigests(repository.manifests, [event.digest]) };
      case 'ImmutabilityChanged':
        return { ...repository, name: event.repository, immutable: event.immutable };
      default:
        return unreachable(event);
    }
  },
};
