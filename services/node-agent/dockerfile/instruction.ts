import type { Checks } from './directives.ts';
import type { Escape } from './expand.ts';
import type { Heredoc } from './heredoc.ts';
import type { Place, Warning } from './place.ts';

/** A Dockerfile, read and not yet evaluated: variables stand in it as they were written. */
export type Dockerfile = {
  file: string;
  /** Its lines, for the context of errors. */
  lines: readonly string[];
  escape: Escape;
  checks: Checks;
  /** ARG before the first FROM. */
  globals: readonly (Written & Arg)[];
  /** At least one. */
  stages: readonly Stage[];
  /** `# check=` not yet applied. */
  warnings: readonly Warning[];
};

export type Stage = Written & {
  /** From 0. */
  number: number;
  /** In lower case; empty when it has none. Several stages may have the same: the last one before a mention counts. */
  name: string;
  base: string;
  platform: string;
  instructions: readonly Instruction[];
};

/** What every instruction has: where it stands and how it was written. */
export type Written = {
  place: Place;
  /** As written: `RUN`, `run`. */
  keyword: string;
  /** The instruction in one line: continuations joined, comments among them left out. */
  text: string;
  /** `# check=` of the comment before it. */
  checks: Checks;
};

/** What an instruction says. */
export type Body = Run | Copy | Pairs | Arg | Main | Shell | Expose | Volume | User | Workdir | StopSignal | Healthcheck | Onbuild | Maintainer;

export type Instruction = Written & Body;

/** A command in its JSON form is executed as it is, one in its shell form by the shell. */
export type Command = { form: 'exec'; argv: readonly string[] } | { form: 'shell'; text: string; heredocs: readonly Heredoc[] };

export type Run = {
  kind: 'run';
  command: Command;
  mounts: readonly MountFlag[];
  /** `default`: that of the build. */
  network: 'default' | 'none' | 'host';
  security: 'sandbox' | 'insecure';
  devices: readonly { name: string; required: boolean }[];
};

/** `--mount=type=cache,target=/x`: keys in lower case; `value` is undefined for one without `=`. */
export type MountFlag = { word: string; fields: readonly { key: string; value: string | undefined }[] };

export type WrittenSource = { kind: 'path'; path: string } | { kind: 'heredoc'; heredoc: Heredoc };

export type Copy = {
  kind: 'copy' | 'add';
  sources: readonly WrittenSource[];
  destination: string;
  /** Empty for the build context. */
  from: string;
  owner: string;
  mode: string;
  link: boolean;
  parents: boolean;
  excludes: readonly string[];
  checksum: string;
  keepGitDirectory: boolean | undefined;
  unpack: boolean | undefined;
};

export type Pair = { name: string; value: string };

/** `isLegacy`: `ENV name value`, without `=`. */
export type Pairs = { kind: 'env' | 'label'; pairs: readonly Pair[]; isLegacy: boolean };

export type Arg = { kind: 'arg'; arguments: readonly { name: string; value: string | undefined }[] };

export type Main = { kind: 'cmd' | 'entrypoint'; command: Command };

export type Shell = { kind: 'shell'; argv: readonly string[] };

export type Expose = { kind: 'expose'; ports: readonly string[] };

export type Volume = { kind: 'volume'; paths: readonly string[] };

export type User = { kind: 'user'; user: string };

export type Workdir = { kind: 'workdir'; path: string };

export type StopSignal = { kind: 'stopsignal'; signal: string };

/** Times in nanoseconds, 0 for the default. */
export type Healthcheck = { kind: 'healthcheck'; test: readonly string[]; intervalNs: number; timeoutNs: number; startPeriodNs: number; startIntervalNs: number; retries: number };

/** The instruction that is executed where the image is a base, with its heredocs. */
export type Onbuild = { kind: 'onbuild'; trigger: string };

export type Maintainer = { kind: 'maintainer'; author: string };
