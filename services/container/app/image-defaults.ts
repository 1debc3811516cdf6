import type { ContainerSpec, Healthcheck, Mount } from '#proto/container.ts';

/** The part of an OCI image configuration that a container takes over. https://github.com/opencontainers/image-spec/blob/main/config.md */
export type ImageConfig = {
  config?: {
    Entrypoint?: string[] | null;
    Cmd?: string[] | null;
    Env?: string[] | null;
    WorkingDir?: string;
    User?: string;
    Labels?: Record<string, string> | null;
    StopSignal?: string;
    ExposedPorts?: Record<string, object> | null;
    Volumes?: Record<string, object> | null;
    Healthcheck?: { Test?: string[]; Interval?: number; Timeout?: number; StartPeriod?: number; StartInterval?: number; Retries?: number } | null;
  };
};

const nsPerMs = 1e6;

/** Docker's default; compose and the image may say otherwise. */
const stopGraceMs = 10_000;

/** The specification with the image's defaults where the user said nothing. An entrypoint of one's own drops the image's command, as in Docker. */
export const withImageDefaults = (spec: ContainerSpec, imageId: string, { config = {} }: ImageConfig): ContainerSpec => {
  const ownEntrypoint = spec.entrypoint.length > 0;
  const volumes = Object.keys(config.Volumes ?? {}).filter((target) => !spec.mounts.some((mount) => mount.target === target));
  return {
    ...spec,
    imageId,
    entrypoint: ownEntrypoint ? spec.entrypoint.filter((word) => word !== '') : (config.Entrypoint ?? []),
    command: spec.command.length > 0 || ownEntrypoint ? spec.command : (config.Cmd ?? []),
    environment: mergeEnvironment(config.Env ?? [], spec.environment),
    workingDir: spec.workingDir || config.WorkingDir || '',
    user: spec.user || config.User || '',
    labels: { ...config.Labels, ...spec.labels },
    stopSignal: spec.stopSignal || config.StopSignal || 'SIGTERM',
    stopGraceMs: spec.stopGraceMs ?? stopGraceMs,
    exposedPorts: [...new Set([...Object.keys(config.ExposedPorts ?? {}), ...spec.exposedPorts])],
    mounts: [...spec.mounts, ...volumes.map(anonymousVolume)],
    healthcheck: withHealthDefaults(spec.healthcheck?.test.length ? spec.healthcheck : imageHealthcheck(config, spec.healthcheck)),
  };
};

const mergeEnvironment = (image: readonly string[], own: readonly string[]): string[] => {
  const merged = new Map<string, string>();
  for (const pair of [...image, ...own]) merged.set(pair.split('=', 1)[0] ?? pair, pair);
  // A name without a value takes the variable away (Docker's rule for `-e NAME` that is unset).
  return [...merged.values()].filter((pair) => pair.includes('='));
};

const anonymousVolume = (target: string): Mount => ({
  type: 'volume', source: '', target, readOnly: false, propagation: '', noCopy: false, tmpfsSizeBytes: 0, tmpfsMode: 0, createHostPath: false, anonymous: true, subpath: '', volumeLabels: {},
  nonRecursive: false, readOnlyNonRecursive: false, tmpfsOptions: [], volumeOptions: {}, mode: '',
});

const imageHealthcheck = (config: NonNullable<ImageConfig['config']>, own: Healthcheck | undefined): Healthcheck | undefined => {
  const image = config.Healthcheck;
  if (!image?.Test?.length) return undefined;
  return {
    test: image.Test,
    intervalMs: own?.intervalMs || (image.Interval ?? 0) / nsPerMs,
    timeoutMs: own?.timeoutMs || (image.Timeout ?? 0) / nsPerMs,
    startPeriodMs: own?.startPeriodMs || (image.StartPeriod ?? 0) / nsPerMs,
    startIntervalMs: own?.startIntervalMs || (image.StartInterval ?? 0) / nsPerMs,
    retries: own?.retries || (image.Retries ?? 0),
  };
};

// Docker's defaults: every 30 s, 30 s each, unhealthy after 3 in a row, every 5 s while starting.
const withHealthDefaults = (check: Healthcheck | undefined): Healthcheck | undefined => {
  if (!check || check.test[0] === 'NONE') return undefined;
  return {
    test: check.test,
    intervalMs: check.intervalMs || 30_000,
    timeoutMs: check.timeoutMs || 30_000,
    startPeriodMs: check.startPeriodMs,
    startIntervalMs: check.startIntervalMs || 5_000,
    retries: check.retries || 3,
  };
};
