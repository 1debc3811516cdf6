import { CommandError } from '../api.ts';
import { flag, text, type Command, type CommandOption, type Invocation } from '../command.ts';

type Acting = { verb: string; about: string; options?: Record<string, CommandOption>; request: (container: string, invocation: Invocation) => [method: string, path: string] };

/** One call for each container named; all are tried, and the first that fails makes the command fail. */
const onEach = ({ verb, about, options = {}, request }: Acting): Command => ({
  name: verb,
  usage: `${verb} [OPTIONS] CONTAINER...`,
  help: about,
  options,
  run: async (invocation) => {
    if (invocation.words.length === 0) throw new CommandError(`say which container: lading ${verb} CONTAINER`, 125);
    let failed = 0;
    await Promise.all(
      invocation.words.map(async (container) => {
        try {
          const [method, path] = request(encodeURIComponent(container), invocation);
          await invocation.api.json(method, path);
          invocation.out(`${container}\n`);
        } catch (error) {
          failed++;
          invocation.err(`lading: ${error instanceof Error ? error.message : String(error)}\n`);
        }
      }),
    );
    return failed === 0 ? 0 : 1;
  },
});

const grace = { time: { type: 'string', short: 't', value: 'SECONDS', help: 'Time to end by itself before it is killed' } } as const;
const graceQuery = ({ options }: Invocation): string => (text(options, 'time') === undefined ? '' : `?t=${Number(text(options, 'time'))}`);

export const start = onEach({ verb: 'start', about: 'Starts containers.', request: (id) => ['POST', `/containers/${id}/start`] });
export const stop = onEach({ verb: 'stop', about: 'Stops containers: their stop signal, then SIGKILL.', options: grace, request: (id, invocation) => ['POST', `/containers/${id}/stop${graceQuery(invocation)}`] });
export const restart = onEach({ verb: 'restart', about: 'Stops and starts containers.', options: grace, request: (id, invocation) => ['POST', `/containers/${id}/restart${graceQuery(invocation)}`] });
export const kill = onEach({
  verb: 'kill',
  about: 'Sends a signal to containers.',
  options: { signal: { type: 'string', short: 's', help: 'Which signal (default SIGKILL)' } },
  request: (id, { options }) => ['POST', `/containers/${id}/kill?signal=${encodeURIComponent(text(options, 'signal') ?? 'SIGKILL')}`],
});
export const rm = onEach({
  verb: 'rm',
  about: 'Removes containers that do not run.',
  options: { force: { type: 'boolean', short: 'f', help: 'Also those that run: they are killed' }, volumes: { type: 'boolean', short: 'v', help: 'Their anonymous volumes, too' } },
  request: (id, { options }) => ['DELETE', `/containers/${id}?force=${flag(options, 'force')}&v=${flag(options, 'volumes')}`],
});
