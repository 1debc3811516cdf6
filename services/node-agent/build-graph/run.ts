import { heredocMark } from '../dockerfile/heredoc.ts';
import type { Command, Run as Written_, Written } from '../dockerfile/instruction.ts';
import { addStep, environmentOf, historyEntry, titleOf, type Draft } from './draft.ts';
import { proxyNames } from './globals.ts';
import { mountsOf } from './mounts.ts';
import type { Input, Run, ScriptFile } from './operation.ts';

const defaultShell = ['/bin/sh', '-c'];

/** The shell that executes commands in their shell form. */
export const shellOf = ({ config }: Pick<Draft, 'config'>): readonly string[] => (config.Shell !== undefined && config.Shell.length > 0 ? config.Shell : defaultShell);

/** RUN, with everything that it sees. Throws Misuse. */
export const runStep = (draft: Draft, run: Written & Written_, resolve: (name: string) => Input, isTrigger: boolean): void => {
  const { argv, files } = commandOf(draft, run.command);
  const operation: Run = {
    op: 'run',
    argv,
    environment: environmentOf(draft),
    proxyEnvironment: proxiesOf(draft),
    user: draft.config.User ?? '',
    workingDirectory: draft.config.WorkingDir || '/',
    mounts: mountsOf(draft, run, resolve),
    network: run.network === 'default' ? draft.plan.options.network : run.network,
    security: run.security,
    devices: run.devices,
    files,
  };
  for (const mount of operation.mounts) if (mount.type === 'bind' || mount.type === 'cache') draft.inputs.push(mount.from);
  addStep(draft, run, titleOf(run, isTrigger) + summaryOf(run.command), operation, true, historyEntry(draft, `RUN ${[...argumentsOf(draft), ...argv].join(' ')} # buildkit`, true));
};

const commandOf = (draft: Draft, command: Command): { argv: readonly string[]; files: readonly ScriptFile[] } => {
  if (command.form === 'exec') return { argv: command.argv, files: [] };
  const { text, files } = scriptOf(command);
  return { argv: [...shellOf(draft), text], files };
};

/** Where scripts are for as long as they run. */
const scriptFolder = '/dev/pipes';

// One heredoc and nothing else is the script itself; otherwise the shell gets what was written, and knows heredocs.
const scriptOf = ({ text, heredocs }: Extract<Command, { form: 'shell' }>): { text: string; files: readonly ScriptFile[] } => {
  const [first, ...more] = heredocs;
  if (first === undefined) return { text, files: [] };
  if (more.length > 0 || heredocMark(text) === undefined) return { text: [text, ...heredocs.map(({ content, name }) => `${content}${name}`)].join('\n'), files: [] };
  if (!first.content.startsWith('#!')) return { text: first.content, files: [] };
  const path = `${scriptFolder}/${first.name.replaceAll('/', '_')}`;
  return { text: path, files: [{ path, content: first.content, mode: 0o755 }] };
};

const summaryOf = (command: Command): string => {
  if (command.form === 'exec' || command.heredocs.length === 0) return '';
  const [first = '', ...more] = (command.heredocs[0]?.content ?? '').trim().split('\n');
  return ` (${first}${more.length > 0 ? '…' : ''})`;
};

/** `|2 A=b C=d`: how history tells of build arguments. */
const argumentsOf = ({ arguments: names, variables }: Draft): readonly string[] => (names.size === 0 ? [] : [`|${names.size}`, ...Array.from(names, (name) => `${name}=${variables.get(name) ?? ''}`)]);

/** Proxies given as build arguments, in both cases, as programs look for either. One that is declared by ARG is a variable like others. */
const proxiesOf = ({ plan, variables }: Draft): readonly string[] => {
  const given = new Map(Array.from(plan.options.arguments, ([name, value]) => [name.toUpperCase(), value] as const).filter(([name]) => proxyNames.includes(name)));
  return Array.from(given).flatMap(([name, value]) => [name, name.toLowerCase()].filter((one) => !variables.has(one)).map((one) => `${one}=${value}`));
};
