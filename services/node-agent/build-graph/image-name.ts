const lengthMax = 512;
const hostRule = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const partRule = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;

/** Why a text cannot name an image; undefined if it can, as far as can be told here. https://pkg.go.dev/github.com/distribution/reference */
export const imageNameProblem = (text: string): string | undefined => {
  if (text.length > lengthMax) return 'it is too long';
  const [named = '', digest] = text.split('@', 2);
  const path = named.replace(/:[^/:]*$/, '');
  const tag = named.slice(path.length);
  const { host, name } = splitHost(path);
  if (/\s/.test(text)) return 'it has a space';
  if (tag === ':') return 'there is no tag after the :';
  if (digest !== undefined && !/^[a-zA-Z0-9+.-]+:[0-9a-fA-F]{32,}$/.test(digest)) return 'what follows the @ is no digest like sha256:…';
  if (host !== '' && !hostRule.test(host)) return `"${host}" is no host`;
  if (name !== name.toLowerCase()) return 'a repository is written in lower case';
  if (!name.split('/').every((part) => partRule.test(part))) return 'a name has letters, digits and single . _ or - between them';
  return tag === '' || /^:\w[\w.-]{0,127}$/.test(tag) ? undefined : 'a tag has letters, digits, _ . and -, at most 128';
};

// What stands before the first slash is a host if it could not be part of a name on Docker Hub.
const splitHost = (path: string): { host: string; name: string } => {
  const slash = path.indexOf('/');
  const first = path.slice(0, Math.max(0, slash));
  const isHost = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  return isHost ? { host: first, name: path.slice(slash + 1) } : { host: '', name: path };
};
