// What a build does, as data. This folder says it, whoever executes it looks nothing up in the Dockerfile any more:
// every variable is expanded, every name is resolved, every default is filled in.
import type { Place } from '../dockerfile/place.ts';

export type { Place, Warning } from '../dockerfile/place.ts';

/** Where files of a mount or a copy come from, and what a stage stands on. */
export type Input =
  /** The build context as it was sent, without what .dockerignore leaves out. */
  | { kind: 'context' }
  /** A named context that is a directory, a git repository or an archive: `--build-context name=value`. */
  | { kind: 'named-context'; name: string; value: string }
  /** The result of another stage, by its number in the file, from 0. */
  | { kind: 'stage'; stage: number }
  /** An image as it was written (`alpine`, `ghcr.io/a/b:1@sha256:…`); platform as `os/arch[/variant]`, empty for that of the target. */
  | { kind: 'image'; reference: string; platform: string }
  /** No files at all, and no configuration. */
  | { kind: 'scratch' };

/** One thing that COPY or ADD brings. */
export type Source =
  /**
   * A path or a pattern relative to the root of the input: no leading `/`, no `.` or `..`; `.` is the root itself. Without `hasWildcards` it names one file.
   * With it, `compileGlob(pattern, { deep: parents })` of dockerignore/ matches whole paths.
   * A plain path that is not there is an error, and so is the part of a pattern before its first wildcard; a pattern may match nothing, as in BuildKit. Several sources, or several matches, need a destination
   * that is a directory. A directory gives its content, not itself (unless `parents`). A link is followed where it is named itself, and kept inside of a directory.
   * With `parents`, `pivot` is the number of leading parts of each path found that are not kept: those before `/./`.
   */
  | { kind: 'path'; pattern: string; hasWildcards: boolean; pivot: number }
  /** A heredoc: a file of this name below the destination (or the destination itself), mode 0644. */
  | { kind: 'text'; name: string; content: string }
  /** ADD only. `name` is that of the file in a destination that is a directory; mode 0600. `checksum` is `sha256:…` or empty. */
  | { kind: 'url'; url: string; name: string; checksum: string }
  /** ADD only. `ref` is a branch, tag or commit, empty for the default one; `subdirectory` is relative, empty for all; `checksum` is a commit or its beginning, empty for any. */
  | { kind: 'git'; remote: string; ref: string; subdirectory: string; keepGitDirectory: boolean; submodules: boolean; checksum: string };

/** What RUN sees beside its root filesystem, for the time it runs. Targets are absolute. */
export type Mount =
  /** `source` is a path in the input; what a writable one writes is thrown away. A target that did not exist is not part of the layer. */
  | { type: 'bind'; target: string; from: Input; source: string; readOnly: boolean }
  /**
   * A directory that outlives the build, one an `id` (default: the target). It begins as `source` of `from`, or empty with this owner and mode.
   * `shared`: several writers at once; `private`: a second one gets another directory; `locked`: a second one waits.
   */
  | { type: 'cache'; target: string; id: string; sharing: 'shared' | 'private' | 'locked'; from: Input; source: string; readOnly: boolean; mode: number; uid: number; gid: number }
  /** `sizeBytes` 0 for no limit. */
  | { type: 'tmpfs'; target: string; sizeBytes: number }
  /** As a file at `target` and as variable `env`, where these are not empty. One that was not given is an error only if `required`. */
  | { type: 'secret'; id: string; target: string; env: string; required: boolean; mode: number; uid: number; gid: number }
  /** A socket of the client's ssh agent; SSH_AUTH_SOCK tells where it is. */
  | { type: 'ssh'; id: string; target: string; required: boolean; mode: number; uid: number; gid: number };

/** A file that exists only while RUN runs: the script of a heredoc that begins with `#!`. */
export type ScriptFile = { path: string; content: string; mode: number };

export type Run = {
  op: 'run';
  /** What is executed, the shell included: `['/bin/sh', '-c', 'make']`. */
  argv: readonly string[];
  /** `NAME=value`: of the image, then build arguments in scope. All of it is part of the cache key. */
  environment: readonly string[];
  /** `NAME=value` of proxies given as build arguments: seen by the command, in neither key nor image. */
  proxyEnvironment: readonly string[];
  /** As in the image configuration: `name`, `uid`, `user:group`; empty for root. */
  user: string;
  workingDirectory: string;
  mounts: readonly Mount[];
  /** `none`: loopback only. `host`: that of the node; whether it is allowed, who executes decides. */
  network: 'default' | 'none' | 'host';
  /** `insecure`: with all privileges; whether it is allowed, who executes decides. */
  security: 'sandbox' | 'insecure';
  /** Names of `--device`. */
  devices: readonly { name: string; required: boolean }[];
  files: readonly ScriptFile[];
};

/** What COPY and ADD have in common. */
export type Placement = {
  from: Input;
  sources: readonly Source[];
  /** Absolute and clean (no `.`, `..`, `//`), without a slash at its end. */
  destination: string;
  /** It was written with a slash (or `.`) at its end: it is a directory even if it is not there yet. */
  destinationIsDirectory: boolean;
  /**
   * `user`, `user:group`, names or numbers, of everything that is copied and of directories made for it. Names are looked up in the root filesystem
   * that is copied into; a user alone means the group of the same number (a name: its group in /etc/passwd); with `link` there are only numbers.
   * Empty: as in the stage or image that it comes from, and root (0:0) for what comes from anywhere else and for directories made.
   */
  owner: string;
  /** Octal (`755`, `0644`) or symbolic (`u+x,go-w`); empty to keep the mode of the source. */
  mode: string;
  /** A layer of its own, made on nothing and the same on any parent: links at the destination are not followed. */
  link: boolean;
  /** Keeps the directories of each source below the destination. */
  parents: boolean;
  /** Patterns by the rules of .dockerignore, relative to each source: what matches is left out. */
  excludes: readonly string[];
};

export type Copy = Placement & { op: 'copy' };

/**
 * `unpack`: `auto` unpacks archives (tar, plain or by gzip, bzip2, xz, zstd) that are files of the context, and not what a URL gives;
 * `always` both, `never` neither.
 */
export type Add = Placement & { op: 'add'; unpack: 'auto' | 'always' | 'never' };

/** One thing to do, on top of what the step before left. */
export type Operation =
  /** Always the first of a stage, and makes no layer. */
  | { op: 'from'; base: Input }
  | Run
  | Copy
  | Add
  /** Makes the directory with all its parents if it is not there (0755, owned by `user`, by root if that is empty); one that is there stays as it is. For `/` there is nothing to make, and no layer. */
  | { op: 'workdir'; path: string; user: string }
  /** Changes the configuration only and makes no layer. */
  | { op: 'configure' };

/** A step of one stage. Steps are carried out in their order, each on what the one before left. */
export type Step = {
  /** Counts the steps that do something (all but `configure`, and `from` where the base is scratch or another stage), from 1; 0 for the others. */
  number: number;
  /** `[build 2/5] RUN make`, `[2/5] RUN make` where the stage is the only one; `ENV A=b` for a step that is not counted. As written: no variable is put in. */
  title: string;
  /** That of the FROM for a trigger of the base image. */
  place: Place;
  operation: Operation;
  /** Its line of the image's history; absent for steps that leave none (`from`, ONBUILD). One without `empty_layer` stands for exactly one layer, even if nothing changed. */
  history?: HistoryEntry;
  /** Execute it although the cache has its key (`--no-cache`, `--no-cache-filter`). */
  ignoreCache: boolean;
};

/** What a health check does: Docker's extension of the OCI configuration. Times in nanoseconds; 0 or absent: inherited, or Docker's default. */
export type Healthcheck = { Test?: string[]; Interval?: number; Timeout?: number; StartPeriod?: number; StartInterval?: number; Retries?: number };

/** `config` of an image, in the words of the OCI image specification and Docker's extensions (Healthcheck, OnBuild, Shell, ArgsEscaped). */
export type ContainerConfig = {
  User?: string;
  ExposedPorts?: Record<string, Record<string, never>>;
  Env?: string[];
  /** Absent rather than empty. */
  Entrypoint?: string[];
  Cmd?: string[];
  Volumes?: Record<string, Record<string, never>>;
  WorkingDir?: string;
  Labels?: Record<string, string>;
  StopSignal?: string;
  ArgsEscaped?: boolean;
  Healthcheck?: Healthcheck;
  OnBuild?: string[];
  Shell?: string[];
};

/**
 * One line of `history`. An entry without `empty_layer` stands for the next of rootfs.diff_ids.
 * `created` is set only where SOURCE_DATE_EPOCH is: otherwise it is the time when the step was executed, which the cache has to keep
 * if a build without changes shall give the same image.
 */
export type HistoryEntry = { created?: string; created_by?: string; author?: string; comment?: string; empty_layer?: boolean };

/** An OCI image configuration without `rootfs`, which belongs to who makes the layers. https://github.com/opencontainers/image-spec/blob/main/config.md */
export type ImageConfig = {
  created?: string;
  author?: string;
  architecture: string;
  os: string;
  variant?: string;
  'os.version'?: string;
  config: ContainerConfig;
  history: HistoryEntry[];
};
