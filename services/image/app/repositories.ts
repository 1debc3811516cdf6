import { Rejection } from '#kernel/rejection.ts';
import type { Manifest as ManifestMessage, Referrer, Repository } from '#proto/image.ts';
import { entriesOf, valueOf } from '../domain/by-digest.ts';
import type { Images } from './images.ts';
import { isTag, manifestAggregate, repositoryAggregate, repositoryOf, tagIn } from './names.ts';
import { namesIn, targetOf } from './views.ts';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Tags of a repository in the order of their bytes. Throws NAME_UNKNOWN. */
export const tagsOf = (images: Images, name: string): string[] => {
  const repository = repositoryOf(name);
  const tags = tagNames(images, repository);
  if (tags.length === 0) refuseUnknown(images, repository, name);
  return tags;
};

/** A manifest by tag or digest, as it came. Throws NAME_UNKNOWN and MANIFEST_UNKNOWN. */
export const manifestBy = (images: Images, name: string, reference: string): ManifestMessage => {
  const repository = repositoryOf(name);
  const digest = isTag(reference) ? targetOf(images, tagIn(repository, reference))?.manifestDigest : reference;
  const listed = digest === undefined ? undefined : valueOf(images.repositories.get(repositoryAggregate(repository)).state.manifests, digest);
  const stored = listed && images.manifests.get(manifestAggregate(listed.digest)).state;
  if (stored) return { digest: stored.digest, mediaType: stored.mediaType, body: Buffer.from(stored.text) };
  refuseUnknown(images, repository, name);
  throw new Rejection('MANIFEST_UNKNOWN', `manifest unknown: ${name} has no ${reference}`);
};

/** Manifests of a repository that are about this digest; none for one that nobody knows. */
export const referrersOf = (images: Images, name: string, digest: string): Referrer[] =>
  entriesOf(images.repositories.get(repositoryAggregate(repositoryOf(name))).state.manifests).flatMap(([, listed]) => (listed.subject === digest ? [listed] : []));

/** Repositories that something can be had from, in the order of their bytes. */
export const repositoriesOf = (images: Images): Repository[] => {
  const tags = Map.groupBy(namesIn(images), ({ reference }) => reference.slice(0, reference.lastIndexOf(':')));
  const known = new Map([...images.repositories.entries()].map(([, { state }]) => [state.name, state]));
  return [...new Set([...known.keys(), ...tags.keys()])]
    .filter((name) => tags.has(name) || known.get(name)?.immutable === true || entriesOf(known.get(name)?.manifests ?? {}).length > 0)
    .sort(byBytes)
    .map((name) => ({ name, immutable: known.get(name)?.immutable ?? false, tags: (tags.get(name) ?? []).map(({ reference }) => reference.slice(name.length + 1)).sort(byBytes) }));
};

const tagNames = (images: Images, repository: string): string[] =>
  namesIn(images).flatMap(({ reference }) => (reference.startsWith(`${repository}:`) ? [reference.slice(repository.length + 1)] : [])).sort(byBytes);

const refuseUnknown = (images: Images, repository: string, name: string): void => {
  if (images.repositories.get(repositoryAggregate(repository)).state.name === '' && tagNames(images, repository).length === 0)
    throw new Rejection('NAME_UNKNOWN', `repository ${name} is not known: push to it, or see "GET /v2/_catalog"`);
};
