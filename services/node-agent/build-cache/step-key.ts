import type { Mount, Operation, Placement, Run, Source } from '../build-graph/operation.ts';

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export type Hash = (text: string) => string;

export type KeyedStep = {
  /** What the files are that it stands on: the diff ids of the layers below, lowest first. A step that came out as before so keeps those after it. */
  lowers: readonly string[];
  /** Steps that make no layer need no key. */
  operation: Exclude<Operation, { op: 'from' | 'configure' }>;
  /**
   * Digests of what it reads, in an order that the operation determines: of files copied and of binds their names, content, modes, owners, where
   * links lead; not their times. Of a URL what it gives, of a git repository the commit.
   */
  contents: readonly string[];
  /** SOURCE_DATE_EPOCH: layers made under it have other times. */
  epochSeconds: number | undefined;
};

// A key of an older scheme means something else: it has to miss.
const scheme = 'lading.build.v1';

/**
 * Two steps with one key make the same layer, as far as a build can promise that: RUN by its command, environment (build arguments included), user,
 * directory and what is mounted where; COPY and ADD by what they bring and how. Caches, secrets, sockets and proxies count by their places only.
 * `--link` does not depend on what lies below.
 */
export const stepKey = (hash: Hash, { lowers, operation, contents, epochSeconds }: KeyedStep): string => {
  const below = 'link' in operation && operation.link ? null : lowers;
  return hash(JSON.stringify([scheme, below, operation.op, saidOf(operation), contents, epochSeconds ?? null]));
};

const saidOf = (operation: KeyedStep['operation']): unknown => {
  switch (operation.op) {
    case 'run':
      return runSaid(operation);
    case 'copy':
      return placementSaid(operation);
    case 'add':
      return [placementSaid(operation), operation.unpack];
    case 'workdir':
      return [operation.path, operation.user];
  }
};

const runSaid = ({ argv, environment, user, workingDirectory, mounts, network, security, devices, files }: Run): unknown => [
  argv, environment.toSorted(), user, workingDirectory, mounts.map(mountSaid), network, security, devices.map(({ name }) => name), files.map(({ path, content, mode }) => [path, content, mode]),
];

// Content of a bind is in `contents`; that of the others is nobody's promise.
const mountSaid = (mount: Mount): unknown => {
  switch (mount.type) {
    case 'bind':
    case 'cache':
      return [mount.type, mount.target, mount.readOnly];
    case 'tmpfs':
      return [mount.type, mount.target, mount.sizeBytes];
    case 'secret':
      return [mount.type, mount.target, mount.env];
    case 'ssh':
      return [mount.type, mount.target];
  }
};

const placementSaid = ({ sources, destination, destinationIsDirectory, owner, mode, parents, excludes }: Placement): unknown => [sources.map(sourceSaid), destination, destinationIsDirectory, owner, mode, parents, excludes];

// Where a URL or a repository is makes no difference to what comes from it.
const sourceSaid = (source: Source): unknown => {
  switch (source.kind) {
    case 'path':
      return [source.kind, source.pattern, source.hasWildcards, source.pivot];
    case 'text':
      return [source.kind, source.name, source.content];
    case 'url':
      return [source.kind, source.name];
    case 'git':
      return [source.kind, source.subdirectory, source.keepGitDirectory, source.submodules];
  }
};
