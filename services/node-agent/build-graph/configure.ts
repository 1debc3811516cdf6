import type { Expose, Healthcheck, Instruction, Main, Pairs, Volume, Workdir, Written } from '../dockerfile/instruction.ts';
import { Misuse } from '../dockerfile/problem.ts';
import { warner } from '../dockerfile/warn.ts';
import { belowRoot } from '../dockerignore/clean-path.ts';
import { argStep, warnOfSecret } from './arg.ts';
import { addStep, expandIn, historyEntry, textIn, titleOf, type Draft } from './draft.ts';
import { readPorts } from './ports.ts';
import { shellOf } from './run.ts';
import { requireSignal } from './signals.ts';

type Configuring = Exclude<Instruction, { kind: 'run' | 'copy' | 'add' }>;

/** An instruction that changes the image's configuration, and no file but the directory of WORKDIR. Throws Misuse. */
export const configureStep = (draft: Draft, instruction: Configuring, isTrigger: boolean): void => {
  if (instruction.kind === 'workdir') return workdirStep(draft, instruction, isTrigger);
  const createdBy = change(draft, instruction);
  addStep(draft, instruction, titleOf(instruction, isTrigger), { op: 'configure' }, false, createdBy === undefined ? undefined : historyEntry(draft, createdBy, false));
};

/** Changes the draft, and gives what history says of it. */
const change = (draft: Draft, instruction: Exclude<Configuring, Written & Workdir>): string | undefined => {
  switch (instruction.kind) {
    case 'env':
    case 'label':
      return pairsChange(draft, instruction);
    case 'arg':
      return argStep(draft, instruction);
    case 'cmd':
    case 'entrypoint':
      return mainChange(draft, instruction);
    case 'shell':
      draft.config.Shell = [...instruction.argv];
      return `SHELL [${instruction.argv.join(' ')}]`;
    case 'expose':
      return exposeChange(draft, instruction);
    case 'volume':
      return volumeChange(draft, instruction);
    case 'user':
      draft.config.User = textIn(draft, instruction, instruction.user);
      return `USER ${draft.config.User}`;
    case 'stopsignal':
      draft.config.StopSignal = textIn(draft, instruction, instruction.signal);
      requireSignal(draft.config.StopSignal);
      return `STOPSIGNAL ${draft.config.StopSignal}`;
    case 'healthcheck':
      return healthChange(draft, instruction);
    case 'onbuild':
      (draft.config.OnBuild ??= []).push(instruction.trigger);
      return undefined;
    case 'maintainer':
      draft.author = instruction.author;
      return `MAINTAINER ${instruction.author}`;
  }
};

// One pass: `ENV a=1 b=$a` sees the a from before.
const pairsChange = (draft: Draft, instruction: Written & Pairs): string => {
  const pairs = instruction.pairs.map(({ name, value }) => ({ name: textIn(draft, instruction, name), value: textIn(draft, instruction, value) }));
  for (const { name, value } of pairs) {
    if (name === '') throw new Misuse(`a name of ${instruction.keyword.toUpperCase()} is empty: give its variable a value`);
    if (instruction.kind === 'label') (draft.config.Labels ??= {})[name] = value;
    else {
      warnOfSecret(draft, instruction, name);
      draft.environment.set(name, value);
      draft.variables.set(name, value);
    }
  }
  return `${instruction.kind.toUpperCase()} ${pairs.map(({ name, value }) => `${name}=${value}`).join(' ')}`;
};

const quoted = (argv: readonly string[]): string => `[${argv.map((word) => JSON.stringify(word)).join(' ')}]`;

// https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
const mainChange = (draft: Draft, instruction: Written & Main): string => {
  const { command, kind } = instruction;
  warnOfSecond(draft, kind, instruction);
  const keyword = kind.toUpperCase();
  const argv = command.form === 'exec' ? [...command.argv] : [...shellOf(draft), command.text];
  if (command.form === 'shell' && (draft.config.Shell ?? []).length === 0)
    warner(draft.warnings, instruction)('JSONArgsRecommended', `${keyword} is executed by a shell, which passes no signals on: write a list, ${keyword} ["…"], or say by SHELL that it is meant`);
  if (kind === 'cmd') {
    setMain(draft, 'Cmd', argv);
    draft.config.ArgsEscaped = true;
  } else {
    setMain(draft, 'Entrypoint', argv);
    // A command of the base was meant for another program.
    if (draft.last.cmd === undefined) delete draft.config.Cmd;
  }
  draft.last[kind] = instruction;
  return `${keyword} ${quoted(argv)}`;
};

const setMain = ({ config }: Draft, key: 'Cmd' | 'Entrypoint', argv: string[]): void => {
  if (argv.length === 0) delete config[key];
  else config[key] = argv;
};

const warnOfSecond = (draft: Draft, kind: 'cmd' | 'entrypoint' | 'healthcheck', instruction: Written): void => {
  const earlier = draft.last[kind];
  if (earlier) warner(draft.warnings, earlier)('MultipleInstructionsDisallowed', `${kind.toUpperCase()} stands in this stage again, in line ${instruction.place.line}, and only the last one counts: remove this one`);
};

const exposeChange = (draft: Draft, instruction: Written & Expose): string => {
  const words = instruction.ports.flatMap((port) => expandIn(draft, instruction, port).words);
  const ports = words.flatMap((word) => {
    const { ports, hasHost, isOddCase } = readPorts(word);
    if (hasHost) warner(draft.warnings, instruction)('ExposeInvalidFormat', `EXPOSE ${word} has an address or port of the host, which means nothing here: leave it out, and publish ports where containers are started`);
    if (isOddCase) warner(draft.warnings, instruction)('ExposeProtoCasing', `EXPOSE ${word}: write the protocol in lower case`);
    return ports;
  });
  draft.config.ExposedPorts ??= {};
  for (const port of ports) draft.config.ExposedPorts[port] = {};
  return `EXPOSE [${ports.join(' ')}]`;
};

const volumeChange = (draft: Draft, instruction: Written & Volume): string => {
  const paths = instruction.paths.map((path) => textIn(draft, instruction, path));
  draft.config.Volumes ??= {};
  for (const path of paths) {
    if (path === '') throw new Misuse('VOLUME has an empty path: give its variable a value');
    draft.config.Volumes[path] = {};
  }
  return `VOLUME [${paths.join(' ')}]`;
};

const healthChange = (draft: Draft, instruction: Written & Healthcheck): string => {
  warnOfSecond(draft, 'healthcheck', instruction);
  draft.last.healthcheck = instruction;
  const { test, intervalNs, timeoutNs, startPeriodNs, startIntervalNs, retries } = instruction;
  draft.config.Healthcheck = {
    Test: [...test],
    ...(intervalNs > 0 && { Interval: intervalNs }),
    ...(timeoutNs > 0 && { Timeout: timeoutNs }),
    ...(startPeriodNs > 0 && { StartPeriod: startPeriodNs }),
    ...(startIntervalNs > 0 && { StartInterval: startIntervalNs }),
    ...(retries > 0 && { Retries: retries }),
  };
  const times = [['Interval', intervalNs], ['Timeout', timeoutNs], ['StartPeriod', startPeriodNs], ['StartInterval', startIntervalNs]] as const;
  return `HEALTHCHECK {Test:[${test.join(' ')}] ${times.map(([name, ns]) => `${name}:${seconds(ns)}`).join(' ')} Retries:${retries}}`;
};

// As Go writes durations: tools read them out of history.
const seconds = (ns: number): string => {
  if (ns !== 0 && ns < 1e9) return `${ns / 1e6}ms`;
  const hours = Math.floor(ns / 3600e9);
  const minutes = Math.floor((ns % 3600e9) / 60e9);
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${(ns % 60e9) / 1e9}s`;
};

const workdirStep = (draft: Draft, instruction: Written & Workdir, isTrigger: boolean): void => {
  const written = textIn(draft, instruction, instruction.path);
  if (!draft.hasWorkdir && !written.startsWith('/') && written !== '')
    warner(draft.warnings, instruction)('WorkdirRelativePath', `WORKDIR ${written} begins where the base image ends, which may change: write an absolute path first`);
  draft.hasWorkdir = true;
  const path = belowRoot(written, draft.config.WorkingDir);
  draft.config.WorkingDir = path;
  addStep(draft, instruction, titleOf(instruction, isTrigger), { op: 'workdir', path, user: draft.config.User ?? '' }, true, historyEntry(draft, `WORKDIR ${path}`, path !== '/'));
};
