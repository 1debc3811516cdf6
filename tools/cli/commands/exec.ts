import { CommandError } from '../api.ts';
import { flag, text, texts, type Command, type Invocation } from '../command.ts';
import { projectIfAny } from '../project.ts';
import { followSize, joinTerminal } from '../terminal.ts';
import { containersOf } from '../containers-of.ts';

export const exec: Command = {
  name: 'exec',
  usage: 'exec [OPTIONS] CONTAINER|SERVICE COMMAND [ARG...]',
  help: 'Runs a command in a container that runs. A service stands for its first container.',
  stopAtFirstWord: true,
  options: {
    interactive: { type: 'boolean', short: 'i', help: 'Pass standard input on (default: when it is a terminal)' },
    tty: { type: 'boolean', short: 't', help: 'Give it a terminal (default: when this is one)' },
    'no-tty': { type: 'boolean', short: 'T', help: 'No terminal' },
    detach: { type: 'boolean', short: 'd', help: 'Leave it running in the background' },
    env: { type: 'string', short: 'e', multiple: true, value: 'NAME=VALUE', help: 'Set a variable' },
    user: { type: 'string', short: 'u', help: 'As this user' },
    workdir: { type: 'string', short: 'w', help: 'In this folder' },
    index: { type: 'string', value: 'N', help: 'Which replica of the service' },
  },
  run: async (invocation) => {
    const { api, options, words } = invocation;
    const [name, ...command] = words;
    if (name === undefined || command.length === 0) throw new CommandError('say what to run: lading exec CONTAINER COMMAND', 125);
    const container = await oneContainer(invocation, name);
    const tty = flag(options, 'tty') || (!flag(options, 'no-tty') && process.stdin.isTTY && process.stdout.isTTY);
    const stdin = !flag(options, 'detach') && (flag(options, 'interactive') || tty || !process.stdin.isTTY);
    const { Id: id } = await api.json<{ Id: string }>('POST', `/containers/${container}/exec`, {
      AttachStdin: stdin, AttachStdout: true, AttachStderr: true, Tty: tty, Cmd: command, Env: texts(options, 'env'), User: text(options, 'user') ?? '', WorkingDir: text(options, 'workdir') ?? '',
    });
    if (flag(options, 'detach')) return void (await api.json('POST', `/exec/${id}/start`, { Detach: true, Tty: tty }));
    const stream = await api.hijack(`/exec/${id}/start`, { Detach: false, Tty: tty });
    const stop = tty ? followSize((rows, columns) => void api.json('POST', `/exec/${id}/resize?h=${rows}&w=${columns}`).catch(() => {})) : () => {};
    await joinTerminal(stream, { tty, stdin });
    stop();
    return (await api.json<{ ExitCode: number | null }>('GET', `/exec/${id}/json`)).ExitCode ?? 0;
  },
};

const oneContainer = async (invocation: Invocation, name: string): Promise<string> => {
  const replicas = await containersOf(invocation, await projectIfAny(invocation), name);
  const index = Number(text(invocation.options, 'index') ?? replicas[0]?.spec.replicaOf?.slot ?? 1);
  if (replicas.length === 0) return encodeURIComponent(name);
  const found = replicas.find(({ spec }) => spec.replicaOf?.slot === index);
  if (!found) throw new CommandError(`service ${name} has no running replica ${index}: see "lading ps"`);
  return found.containerId;
};
