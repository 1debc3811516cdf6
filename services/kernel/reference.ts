import { Rejection } from './rejection.ts';

/** A name of an image, whole. https://pkg.go.dev/github.com/distribution/reference */
export type Reference = { domain: string; path: string; tag: string; digest: string };

const domainRule = /^(?:localhost|(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const componentRule = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagRule = /^\w[\w.-]{0,127}$/;
const digestRule = /^[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,}$/;
const nameMaxLength = 255;

const invalid = (text: string, why: string): never => {
  throw new Rejection('INVALID', `invalid reference format: ${text}: ${why}`);
};

/** `redis` → docker.io/library/redis:latest. Throws INVALID. */
export const parseReference = (text: string): Reference => {
  const [beforeDigest = '', ...digests] = text.split('@');
  const digest = digests.join('@');
  if (digest !== '' && !digestRule.test(digest)) invalid(text, 'the digest is not like sha256:…');
  const { domain, rest } = splitDomain(beforeDigest);
  const colon = rest.lastIndexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? '' : rest.slice(colon + 1);
  if (colon >= 0 && !tagRule.test(tag)) invalid(text, 'a tag holds letters, digits, _ . and -, at most 128');
  if (path !== path.toLowerCase()) invalid(text, 'repository name must be lowercase');
  if (!path.split('/').every((component) => componentRule.test(component))) invalid(text, 'a name holds lower-case letters, digits and single . _ or - between them');
  if (`${domain}/${path}`.length > nameMaxLength) invalid(text, `repository name must not be more than ${nameMaxLength} characters`);
  const whole = domain === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  return { domain, path: whole, tag: tag === '' && digest === '' ? 'latest' : tag, digest };
};

// What stands before the first slash is a host if it could not be part of a name on Docker Hub.
const splitDomain = (text: string): { domain: string; rest: string } => {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const isHost = first !== '' && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  if (!isHost) return { domain: 'docker.io', rest: text };
  if (!domainRule.test(first)) invalid(text, `${first} is no host name`);
  return { domain: first === 'index.docker.io' ? 'docker.io' : first, rest: text.slice(slash + 1) };
};

/** `docker.io/library/redis:7`: the same for every way to write it. */
export const canonical = ({ domain, path, tag, digest }: Reference): string => `${domain}/${path}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`;

/** `redis:7`: as people write it. */
export const familiar = (reference: Reference): string => canonical(reference).replace(/^docker\.io\/(?:library\/(?=[^/]*$))?/, '');
