import { CommandError, textOf } from '../api.ts';
import { flag, text, type Command, type Invocation, type Options } from '../command.ts';
import { createBody, createOptions } from '../create-body.ts';
import { followSize, joinTerminal } from '../terminal.ts';

const pullOption = { pull: { type: 'string', value: 'missing|always|never', help: 'When to pull the image (missing)' } } as const;

const pullPolicy = (options: Options): string => {
  const policy = text(options, 'pull') ?? 'missing';
  if (!['missing', 'always', 'never'].includes(policy)) throw new CommandError(`--pull ${policy} is none of missing, always and never`, 125);
  return policy;
};

const bring = async (invocation: Invocation, image: string): Promise<void> => {
  const { transfer } = await import('../transfer.ts');
  await transfer(invocation, 'pull', image, {});
};

const make = async (invocation: Invocation, attach: boolean): Promise<string> => {
  const { api, words, options, err } = invocation;
  const [image, ...command] = words;
  if (image === undefined) throw new CommandError('say which image: lading run IMAGE [COMMAND]', 125);
  const name = text(options, 'name');
  const body = createBody(image, command, options, attach);
  const created = () => api.json<{ Id: string; Warnings: string[] | null }>('POST', `/containers/create${name === undefined ? '' : `?name=${encodeURIComponent(name)}`}`, body);
  const policy = pullPolicy(options);
  if (policy === 'always') await bring(invocation, image);
  const { Id: id, Warnings: warnings } = await created().catch(async (error: unknown) => {
    if (policy !== 'missing' || !(error instanceof CommandError) || !error.message.startsWith('No such image: ')) throw error;
    err(`image ${image} is not here: pulling it\n`);
    await bring(invocation, image);
    return created();
  });
  for (const warning of warnings ?? []) err(`warning: ${warning}\n`);
  return id;
};

export const create: Command = {
  name: 'create',
  usage: 'create [OPTIONS] IMAGE [COMMAND] [ARG...]',
  help: 'Creates a container without starting it, and prints its id.',
  stopAtFirstWord: true,
  options: { ...pullOption, ...createOptions },
  run: async (invocation) => invocation.out(`${await make(invocation, false)}\n`),
};

export const run: Command = {
  name: 'run',
  usage: 'run [OPTIONS] IMAGE [COMMAND] [ARG...]',
  help: 'Creates a container, starts it and shows what it writes. Ends with its exit code.',
  stopAtFirstWord: true,
  options: { detach: { type: 'boolean', short: 'd', help: 'Leave it running and print its id' }, ...pullOption, ...createOptions },
  run: async (invocation) => {
    const { api, options, out } = invocation;
    const attach = !flag(options, 'detach');
    const id = await make(invocation, attach).catch(refusedToStart);
    if (!attach) {
      await api.json('POST', `/containers/${id}/start`).catch(refusedToStart);
      return out(`${id}\n`);
    }
    return attached(invocation, id);
  },
};

const attached = async ({ api, options }: Invocation, id: string): Promise<number> => {
  const [tty, stdin] = [flag(options, 'tty'), flag(options, 'interactive')];
  // Attached and waited for before it starts: a short one is over before anybody could ask.
  const stream = await api.hijack(`/containers/${id}/attach?stream=1&stdout=1&stderr=1${stdin ? '&stdin=1' : ''}`);
  const ended = api.open('POST', `/containers/${id}/wait?condition=${flag(options, 'rm') ? 'removed' : 'next-exit'}`);
  ended.catch(() => {});
  const joined = joinTerminal(stream, { tty, stdin });
  await api.json('POST', `/containers/${id}/start`).catch((error: unknown) => {
    stream.destroy();
    return refusedToStart(error);
  });
  const stop = tty ? followSize((rows, columns) => void api.json('POST', `/containers/${id}/resize?h=${rows}&w=${columns}`).catch(() => {})) : () => {};
  await joined;
  stop();
  return (JSON.parse(await textOf(await ended)) as { StatusCode: number }).StatusCode;
};

// As docker run: 127 when the command was not found, 126 when it can't be run, 125 for everything else.
const refusedToStart = (error: unknown): never => {
  const message = error instanceof Error ? error.message : String(error);
  const code = /not found in \$PATH|no such file or directory/i.test(message) ? 127 : /permission denied|is a directory/i.test(message) ? 126 : 125;
  throw new CommandError(message, code);
};
