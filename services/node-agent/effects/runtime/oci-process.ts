import type { Ulimit } from '#proto/container.ts';
import type { Machine } from './machine.ts';

export type OciProcess = {
  terminal: boolean;
  consoleSize?: { width: number; height: number };
  user: { uid: number; gid: number; additionalGids: readonly number[] };
  args: readonly string[];
  env: readonly string[];
  cwd: string;
  capabilities: Record<'bounding' | 'effective' | 'permitted' | 'inheritable' | 'ambient', readonly string[]>;
  rlimits: readonly { type: string; soft: number | bigint; hard: number | bigint }[];
  noNewPrivileges: boolean;
  oomScoreAdj: number;
};

const DEFAULT_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const UNLIMITED = 2n ** 64n - 1n;

const nameOf = (variable: string): string => variable.split('=', 1)[0] ?? '';

/** Later variables replace earlier ones of the same name, in the place of the first. */
export const mergeEnvironment = (...lists: readonly (readonly string[])[]): readonly string[] => [
  ...new Map(lists.flat().map((variable) => [nameOf(variable), variable])).values(),
];

/** What a program finds in its environment: Docker's defaults, then what was asked for. */
export const processEnvironment = (
  asked: readonly string[],
  facts: { hostname: string; home: string; tty: boolean },
): readonly string[] =>
  mergeEnvironment(
    [DEFAULT_PATH, ...(facts.hostname === '' ? [] : [`HOSTNAME=${facts.hostname}`]), ...(facts.tty ? ['TERM=xterm'] : []), `HOME=${facts.home}`],
    asked,
  );

/**
 * Root keeps what was granted; any other user starts with nothing in effect and can gain the granted ones only through a
 * set-user-id program. Inheritable and ambient stay empty: with them a program of the image could pass capabilities on.
 */
export const processCapabilities = (granted: readonly string[], uid: number): OciProcess['capabilities'] => {
  const held = uid === 0 ? granted : [];
  return { bounding: granted, effective: held, permitted: held, inheritable: [], ambient: [] };
};

const value = (limit: number): number | bigint => (Number.isFinite(limit) ? limit : UNLIMITED);

/** Limits asked for, brought down to what the agent itself may have: only CAP_SYS_RESOURCE could raise them above that. */
export const processLimits = (ulimits: readonly Ulimit[], hardLimits: Machine['hardLimits']): OciProcess['rlimits'] =>
  ulimits.map((ulimit) => {
    const type = `RLIMIT_${ulimit.name.toUpperCase()}`;
    const ceiling = hardLimits[type] ?? Infinity;
    const hard = Math.min(ulimit.hard < 0 ? Infinity : ulimit.hard, ceiling);
    const soft = Math.min(ulimit.soft < 0 ? Infinity : ulimit.soft, hard);
    return { type, soft: value(soft), hard: value(hard) };
  });

