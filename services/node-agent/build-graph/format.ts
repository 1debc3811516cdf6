import type { EvaluatedStage } from './evaluate.ts';
import type { Input, Mount, Operation, Placement, Run, Source, Step } from './operation.ts';
import type { BuildPlan, PlannedStage } from './plan.ts';

/**
 * The plan as text, for logs and tests: every stage with what it stands on, and with its steps where these are known.
 * ```
 * stage 0 build FROM golang:1.22 (linux/amd64)
 *   [build 1/2] FROM golang:1.22
 *   [build 2/2] RUN make
 * stage 1 test FROM stage 0: not needed
 * ```
 */
export const format = ({ stages, target }: BuildPlan, evaluated: readonly EvaluatedStage[] = []): string =>
  stages
    .map((stage) => {
      const steps = evaluated.find(({ number }) => number === stage.number)?.steps ?? [];
      return `stage ${stage.number} ${formatStage(stage)}${stage.number === target ? ', the target' : ''}\n${steps.map(({ title }) => `  ${title}\n`).join('')}`;
    })
    .join('');

const formatStage = ({ name, base, platform, isNeeded, isReplaced }: PlannedStage): string =>
  `${name === '' ? '' : `${name} `}FROM ${formatInput(base)} (${platform})${isReplaced ? ', in the place of its instructions' : ''}${isNeeded ? '' : ', not needed'}`;

/** `stage 2`, `image alpine`, `the context`. */
export const formatInput = (input: Input): string => {
  switch (input.kind) {
    case 'context':
      return 'the context';
    case 'named-context':
      return `context ${input.name}`;
    case 'stage':
      return `stage ${input.stage}`;
    case 'image':
      return `image ${input.reference}`;
    case 'scratch':
      return 'scratch';
  }
};

/** Steps with all that is done: title, then each fact that is not the usual one, each in a line. */
export const formatSteps = (steps: readonly Step[]): string => steps.map((step) => `${step.title}\n${factsOf(step).map((fact) => `  ${fact}\n`).join('')}`).join('');

const factsOf = ({ operation, history, ignoreCache }: Step): readonly string[] => [
  ...operationFacts(operation),
  ...(history === undefined ? [] : [`history: ${(history.created_by ?? '').replaceAll('\n', '\\n')}${history.empty_layer === true ? ' (no layer)' : ''}`]),
  ...(ignoreCache ? ['ignores the cache'] : []),
];

const operationFacts = (operation: Operation): readonly string[] => {
  switch (operation.op) {
    case 'from':
      return [`base: ${formatInput(operation.base)}`];
    case 'run':
      return runFacts(operation);
    case 'copy':
    case 'add':
      return [...placementFacts(operation), ...(operation.op === 'add' && operation.unpack !== 'auto' ? [`unpack: ${operation.unpack}`] : [])];
    case 'workdir':
      return [`directory: ${operation.path}${operation.user === '' ? '' : ` of ${operation.user}`}`];
    case 'configure':
      return [];
  }
};

const fact = (name: string, value: string): readonly string[] => (value === '' ? [] : [`${name}: ${value}`]);

const runFacts = (run: Run): readonly string[] => [
  `run: ${JSON.stringify(run.argv)}`,
  ...fact('environment', run.environment.join(' ')),
  ...fact('proxies', run.proxyEnvironment.join(' ')),
  ...fact('user', run.user),
  ...(run.workingDirectory === '/' ? [] : fact('in', run.workingDirectory)),
  ...run.mounts.map((mount) => `mount: ${formatMount(mount)}`),
  ...(run.network === 'default' ? [] : [`network: ${run.network}`]),
  ...(run.security === 'sandbox' ? [] : [`security: ${run.security}`]),
  ...run.devices.map(({ name, required }) => `device: ${name}${required ? ', required' : ''}`),
  ...run.files.map(({ path, content, mode }) => `file: ${path} ${mode.toString(8)} ${JSON.stringify(content)}`),
];

const owner = ({ mode, uid, gid }: { mode: number; uid: number; gid: number }): string => `${mode.toString(8)} ${uid}:${gid}`;

const formatMount = (mount: Mount): string => {
  switch (mount.type) {
    case 'bind':
      return `${mount.target} bind ${mount.source} of ${formatInput(mount.from)}${mount.readOnly ? '' : ', writable'}`;
    case 'cache':
      return `${mount.target} cache ${mount.id} ${mount.sharing} ${owner(mount)}${mount.from.kind === 'scratch' ? '' : ` from ${mount.source} of ${formatInput(mount.from)}`}${mount.readOnly ? ', read-only' : ''}`;
    case 'tmpfs':
      return `${mount.target} tmpfs${mount.sizeBytes === 0 ? '' : ` ${mount.sizeBytes}`}`;
    case 'secret':
      return `${[mount.target, mount.env === '' ? '' : `$${mount.env}`].filter((part) => part !== '').join(' and ')} secret ${mount.id} ${owner(mount)}${mount.required ? ', required' : ''}`;
    case 'ssh':
      return `${mount.target} ssh ${mount.id} ${owner(mount)}${mount.required ? ', required' : ''}`;
  }
};

const placementFacts = (placement: Placement): readonly string[] => [
  ...(placement.from.kind === 'context' ? [] : [`from: ${formatInput(placement.from)}`]),
  ...placement.sources.map((source) => `source: ${formatSource(source)}`),
  `to: ${placement.destination}${placement.destinationIsDirectory && placement.destination !== '/' ? '/' : ''}`,
  ...fact('owner', placement.owner),
  ...fact('mode', placement.mode),
  ...(placement.link ? ['as a layer of its own'] : []),
  ...(placement.parents ? ['with parents'] : []),
  ...placement.excludes.map((pattern) => `without: ${pattern}`),
];

const formatSource = (source: Source): string => {
  switch (source.kind) {
    case 'path':
      return `${source.pattern}${source.hasWildcards ? ', a pattern' : ''}${source.pivot > 0 ? `, from part ${source.pivot + 1} on` : ''}`;
    case 'text':
      return `${source.name} ${JSON.stringify(source.content)}`;
    case 'url':
      return `${source.url} as ${source.name}${source.checksum === '' ? '' : ` ${source.checksum}`}`;
    case 'git':
      return [`git ${source.remote}`, source.ref, source.subdirectory, source.checksum, ...(source.keepGitDirectory ? ['with .git'] : []), ...(source.submodules ? [] : ['without submodules'])].filter((part) => part !== '').join(' ');
  }
};
