/** A repository by its whole name, as the grammar of references gives it: `docker.io` and `library/redis`. */
export type Repository = { domain: string; path: string };

/** An image in it; an empty tag or digest is none. The digest wins. */
export type Target = Repository & { tag: string; digest: string };

export const nameOf = ({ domain, path }: Repository): string => `${domain}/${path}`;

/** `docker.io/library/redis:7`: the same for every way to write it. */
export const textOf = (target: Target): string => `${nameOf(target)}${target.tag === '' ? '' : `:${target.tag}`}${target.digest === '' ? '' : `@${target.digest}`}`;

// The names become paths of URLs. They were parsed before; a slip there must not lead to another path of the registry.
const pathRule = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagRule = /^\w[\w.-]{0,127}$/;
const digestRule = /^sha256:[0-9a-f]{64}$/;
const domainRule = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;

/** A name of 255, a tag of 128, a digest. */
const textMaxLength = 512;

/** Reads a canonical reference. Throws when a part could lead elsewhere. */
export const parseTarget = (text: string): Target => {
  const [name = '', digest = '', ...more] = text.split('@');
  const slash = name.indexOf('/');
  const [path = '', tag = ''] = name.slice(slash + 1).split(/:(?=[^:]*$)/);
  const domain = name.slice(0, Math.max(0, slash));
  const fits = text.length <= textMaxLength && more.length === 0 && text.includes('@') === (digest !== '') && domainRule.test(domain) && URL.canParse(`https://${domain}/`) && pathRule.test(path) && (tag === '' ? !name.endsWith(':') : tagRule.test(tag)) && (digest === '' || digestRule.test(digest));
  if (!fits) throw new Error(`"${text.slice(0, 300)}" is no image in a registry: write it like registry.example/team/app:1, a digest as sha256: and 64 hexadecimal digits`);
  return { domain, path, tag, digest };
};
