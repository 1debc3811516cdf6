import type { ContainerConfig, Healthcheck, HistoryEntry, ImageConfig } from './operation.ts';
import type { Platform } from './platform.ts';

/** What an image has that stands on nothing. */
export const emptyImage = ({ os, architecture, variant }: Platform): ImageConfig => ({ os, architecture, ...(variant !== '' && { variant }), config: { WorkingDir: '/' }, history: [] });

/** Takes from a configuration, as it came with an image, what a build goes on with. What is missing or of another kind is left out: images are made by many. */
export const readImageConfig = (json: unknown): ImageConfig => {
  const image = record(json);
  return {
    ...texts(image, ['created', 'author', 'variant', 'os.version']),
    architecture: text(image['architecture']) ?? '',
    os: text(image['os']) ?? '',
    config: readContainerConfig(record(image['config'])),
    history: list(image['history']).map((entry) => readHistory(record(entry))),
  };
};

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const words = (value: unknown): string[] | undefined => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined);
const names = (value: unknown): Record<string, Record<string, never>> | undefined => (isRecord(value) ? Object.fromEntries(Object.keys(value).map((name) => [name, {}])) : undefined);

const texts = <Key extends string>(from: Json, keys: readonly Key[]): Partial<Record<Key, string>> => {
  const found: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = text(from[key]);
    if (value !== undefined) found[key] = value;
  }
  return found;
};

const readContainerConfig = (from: Json): ContainerConfig => {
  const config: ContainerConfig = texts(from, ['User', 'WorkingDir', 'StopSignal']);
  for (const key of ['Env', 'Entrypoint', 'Cmd', 'OnBuild', 'Shell'] as const) {
    const value = words(from[key]);
    if (value !== undefined) config[key] = value;
  }
  for (const key of ['ExposedPorts', 'Volumes'] as const) {
    const value = names(from[key]);
    if (value !== undefined) config[key] = value;
  }
  if (isRecord(from['Labels'])) config.Labels = Object.fromEntries(Object.entries(from['Labels']).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  if (from['ArgsEscaped'] === true) config.ArgsEscaped = true;
  if (isRecord(from['Healthcheck'])) config.Healthcheck = readHealthcheck(from['Healthcheck']);
  return config;
};

const readHealthcheck = (from: Json): Healthcheck => {
  const check: Healthcheck = {};
  const test = words(from['Test']);
  if (test !== undefined) check.Test = test;
  for (const key of ['Interval', 'Timeout', 'StartPeriod', 'StartInterval', 'Retries'] as const) if (typeof from[key] === 'number') check[key] = from[key];
  return check;
};

const readHistory = (from: Json): HistoryEntry => ({ ...texts(from, ['created', 'created_by', 'author', 'comment']), ...(from['empty_layer'] === true && { empty_layer: true }) });
