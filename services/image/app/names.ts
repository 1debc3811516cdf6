import { Rejection } from '#kernel/rejection.ts';
import { canonical, parseReference } from '#kernel/reference.ts';

const encoded = (name: string): string => Buffer.from(name).toString('base64url');
const hexOf = (digest: string): string => digest.replace(/^sha256:/, '');

export const imageAggregate = (imageId: string): string => `image.${hexOf(imageId)}`;
export const tagAggregate = (reference: string): string => `image.tag.${encoded(reference)}`;
export const manifestAggregate = (digest: string): string => `image.manifest.${hexOf(digest)}`;
export const repositoryAggregate = (repository: string): string => `image.repository.${encoded(repository)}`;

const tagRule = /^\w[\w.-]{0,127}$/;

export const isTag = (text: string): boolean => tagRule.test(text);

/** Canonical name of a repository, however it is written: `redis` is `docker.io/library/redis`. Throws NAME_INVALID. */
export const repositoryOf = (text: string): string => {
  if (/[:@]/.test(text.slice(text.lastIndexOf('/') + 1))) throw new Rejection('NAME_INVALID', `invalid repository name: ${text}: it names a tag or digest, too`);
  try {
    const { domain, path } = parseReference(text);
    return `${domain}/${path}`;
  } catch (error) {
    throw error instanceof Rejection ? new Rejection('NAME_INVALID', error.message) : error;
  }
};

/** Canonical reference of a tag in a repository. */
export const tagIn = (repository: string, tag: string): string => `${repository}:${tag}`;

/** The repository of a canonical reference. */
export const repositoryIn = (reference: string): string => {
  const { domain, path } = parseReference(reference);
  return `${domain}/${path}`;
};

/** The canonical form of what may be a reference; nothing for what is none. */
export const tryCanonical = (text: string): string | undefined => {
  try {
    return canonical(parseReference(text));
  } catch {
    return undefined;
  }
};
