/** What is announced: the newest that still carries the older fields many clients read, and the oldest that any client sends. */
export const apiVersion = '1.51';
export const apiVersionMin = '1.24';

const parse = (version: string): number => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1_000 + minor;
};

/** Whether a request is of an older version; one without a version is of the newest. */
export const isBelow = (version: string | undefined, than: string): boolean => version !== undefined && parse(version) < parse(than);

/** Why a client's version is refused, in Docker's words; nothing when it is taken. */
export const versionProblem = (version: string): string | undefined => {
  if (parse(version) < parse(apiVersionMin)) return `client version ${version} is too old. Minimum supported API version is ${apiVersionMin}, please upgrade your client to a newer version`;
  if (parse(version) > parse(apiVersion)) return `client version ${version} is too new. Maximum supported API version is ${apiVersion}`;
  return undefined;
};

/** `/v1.43/containers/json` → version and the path without it. */
export const splitVersion = (url: string): { version?: string; path: string } => {
  const [, version, path] = /^\/v(\d+\.\d+)(\/.*)$/.exec(url) ?? [];
  return version === undefined || path === undefined ? { path: url } : { version, path };
};

/** Whether a client's version is before another. */
export const isOlder = (version: string, than: string): boolean => parse(version) < parse(than);
