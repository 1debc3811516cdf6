type Config = Readonly<Record<string, unknown>>;

/** What of a container's configuration an image has. https://github.com/opencontainers/image-spec/blob/main/config.md */
const kept = ['User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'Volumes', 'WorkingDir', 'Labels', 'StopSignal', 'Healthcheck', 'Shell', 'OnBuild'];
const maps = ['ExposedPorts', 'Volumes', 'Labels'];

/** The configuration of an image made of a container: the container's, where the request does not say otherwise; maps and environments are joined, as by Docker. */
export const committedConfig = (ofContainer: Config, asked: Config): Config => {
  const joined: Record<string, unknown> = { ...ofContainer };
  for (const key of kept) if (!isEmpty(asked[key])) joined[key] = asked[key];
  for (const key of maps) joined[key] = { ...(ofContainer[key] as object | null), ...(asked[key] as object | null) };
  joined.Env = environment(list(ofContainer.Env), list(asked.Env));
  return Object.fromEntries(kept.filter((key) => !isEmpty(joined[key])).map((key) => [key, joined[key]]));
};

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const nameIn = (variable: string): string => variable.split('=', 1)[0] ?? '';

const environment = (before: readonly string[], asked: readonly string[]): string[] => {
  const own = new Set(asked.map(nameIn));
  return [...before.filter((variable) => !own.has(nameIn(variable))), ...asked];
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
