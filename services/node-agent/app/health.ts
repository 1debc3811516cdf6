import { reportContainer } from '#endpoints/container.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { ContainerSpec, Healthcheck, WantedContainer } from '#proto/container.ts';
import { afterProbe, nextProbeInMs, untested, type Probed } from '../health/probe-result.ts';
import type { Runtime } from '../effects/runtime/port.ts';

/** Docker keeps so much of a probe's output. */
const outputMaxBytes = 4_096;
/** Docker probes a first time one interval after the start; a starting container is looked at sooner here. */
const firstProbeMaxMs = 1_000;

/** Docker shows so many. */
const probesKeptMax = 5;

/** One probe as it went; -1 when it could not be run or took too long. */
export type Probe = { startedAtMs: number; endedAtMs: number; exitCode: number; output: string };

export type HealthProbes = {
  /** How it went with the run that is watched: the last probes, oldest first, and how many failed in a row. */
  seenOf: (containerId: string) => { probes: readonly Probe[]; failingStreak: number };
  /** Probes the container as long as this run of it is the one that runs. Calling it again changes nothing. */
  watch: (wanted: WantedContainer) => void;
  forget: (containerId: string) => void;
  close: () => void;
};

type Watched = { run: number; probed: Probed; probes: readonly Probe[]; startedAtMs: number; timer?: NodeJS.Timeout };

export const openHealthProbes = (nodeId: string, runtime: Runtime, bus: Bus, context: () => Context, log: Log, clock: () => number): HealthProbes => {
  const watched = new Map<string, Watched>();

  const forget = (containerId: string): void => {
    clearTimeout(watched.get(containerId)?.timer);
    watched.delete(containerId);
  };

  const probe = async (containerId: string, one: Watched, spec: ContainerSpec, check: Healthcheck): Promise<void> => {
    const startedAtMs = clock();
    const { exitCode, output } = await runProbe(runtime, containerId, spec, check);
    if (watched.get(containerId) !== one) return;
    const passed = exitCode === 0;
    one.probes = [...one.probes, { startedAtMs, endedAtMs: clock(), exitCode, output }].slice(-probesKeptMax);
    const before = one.probed;
    one.probed = afterProbe(before, passed, clock() - one.startedAtMs, check);
    if (one.probed.health !== before.health)
      await bus
        .callAsNode(nodeId, reportContainer, { containerId, health: { run: one.run, health: one.probed.health, failingStreak: one.probed.failingStreak, output } }, context())
        // Not told is not so: the next probe finds the same change and tells it again.
        .catch((error: unknown) => (log.warn({ err: error, container: containerId }, 'health could not be reported'), (one.probed = before)));
    schedule(containerId, one, spec, check, nextProbeInMs(one.probed, clock() - one.startedAtMs, check));
  };

  const schedule = (containerId: string, one: Watched, spec: ContainerSpec, check: Healthcheck, inMs: number): void => {
    one.timer = setTimeout(() => {
      probe(containerId, one, spec, check).catch((error: unknown) => {
        log.warn({ err: error, container: containerId }, 'a health probe could not be run');
        schedule(containerId, one, spec, check, check.intervalMs);
      });
    }, inMs);
  };

  return {
    seenOf: (containerId) => ({ probes: watched.get(containerId)?.probes ?? [], failingStreak: watched.get(containerId)?.probed.failingStreak ?? 0 }),
    watch: ({ containerId, run, spec }) => {
      const check = spec?.healthcheck;
      if (!spec || !check || watched.get(containerId)?.run === run) return;
      forget(containerId);
      const one: Watched = { run, probed: untested, probes: [], startedAtMs: clock() };
      watched.set(containerId, one);
      schedule(containerId, one, spec, check, Math.min(check.intervalMs, check.startPeriodMs > 0 ? check.startIntervalMs : check.intervalMs, firstProbeMaxMs));
    },
    forget,
    close: () => [...watched.keys()].forEach(forget),
  };
};

const runProbe = async (runtime: Runtime, containerId: string, spec: ContainerSpec, { test, timeoutMs }: Healthcheck): Promise<{ exitCode: number; output: string }> => {
  const command = test[0] === 'CMD-SHELL' ? ['/bin/sh', '-c', test[1] ?? ''] : test.slice(1);
  try {
    const process = await runtime.exec(containerId, { command, environment: [], user: spec.user, workingDir: spec.workingDir, tty: false, stdin: false, privileged: false, timeoutMs });
    const said: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      if (size < outputMaxBytes) said.push(chunk);
      size += chunk.length;
    };
    process.stdout.on('data', take);
    process.stderr.on('data', take);
    const exitCode = await process.exitCode;
    return { exitCode, output: Buffer.concat(said).subarray(0, outputMaxBytes).toString('utf8') };
  } catch (error) {
    return { exitCode: -1, output: error instanceof Error ? error.message : String(error) };
  }
};
