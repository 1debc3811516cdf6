import type { ContainerSpec } from '#proto/container.ts';
import type { Asked } from './asked.ts';

const nsPerMs = 1e6;
const defaultStopSignal = 'SIGTERM';

/** `Config`: what runs, after the image's defaults were applied. */
export const configView = (spec: ContainerSpec, hostname: string, asked: Asked['Config'] = {}) => ({
  Domainname: spec.domainname, AttachStdin: false, AttachStdout: false, AttachStderr: false,
  Tty: spec.tty, OpenStdin: spec.openStdin, StdinOnce: spec.stdinOnce, OnBuild: null,
  ...asked,
  Env: spec.environment, Cmd: spec.command.length > 0 ? spec.command : null, ...healthcheck(spec, asked), Image: spec.image, Volumes: volumes(spec), WorkingDir: spec.workingDir,
  Entrypoint: spec.entrypoint.length > 0 ? spec.entrypoint : null, Labels: spec.labels,
  ...(spec.stopSignal !== '' && spec.stopSignal !== defaultStopSignal ? { StopSignal: spec.stopSignal } : {}),
  Hostname: hostname, User: spec.user,
  ...(spec.exposedPorts.length > 0 ? { ExposedPorts: keys(spec.exposedPorts) } : {}),
});

const keys = (names: readonly string[]): Record<string, object> => Object.fromEntries(names.map((name) => [name, {}]));

/** Those of the image and of `Volumes`; a mount without a name is told under Mounts alone. */
const volumes = ({ mounts }: ContainerSpec): Record<string, object> | null => {
  const places = mounts.filter(({ type, anonymous, mode }) => type === 'volume' && anonymous && mode === '').map(({ target }) => target);
  return places.length > 0 ? keys(places) : null;
};

// As it was asked for: Docker's own defaults are not shown.
const healthcheck = ({ healthcheck: check }: ContainerSpec, { Healthcheck: own }: Record<string, unknown>): object => {
  if ((own as { Test?: string[] } | undefined)?.Test?.length) return { Healthcheck: own };
  if (!check) return {};
  const { test, intervalMs, timeoutMs, startPeriodMs, startIntervalMs, retries } = check;
  return { Healthcheck: { Test: test, Interval: intervalMs * nsPerMs, Timeout: timeoutMs * nsPerMs, StartPeriod: startPeriodMs * nsPerMs, StartInterval: startIntervalMs * nsPerMs, Retries: retries } };
};
