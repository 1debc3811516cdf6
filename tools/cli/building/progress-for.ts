import { CommandError } from '../api.ts';
import { flag, text, type Invocation } from '../command.ts';
import { jsonProgress, plainProgress, quietProgress, terminalProgress, type Show } from './show-progress.ts';

/** How a build is to be shown, by --progress and -q. */
export const progressFor = ({ options, out, err }: Pick<Invocation, 'options' | 'out' | 'err'>): Show => {
  const asked = flag(options, 'quiet') ? 'quiet' : (text(options, 'progress') ?? 'auto');
  const kind = asked === 'auto' ? (process.stderr.isTTY && !process.env.CI ? 'tty' : 'plain') : asked;
  switch (kind) {
    case 'tty':
      return terminalProgress(err, { columns: () => process.stderr.columns ?? 80, rows: () => process.stderr.rows ?? 24, clock: Date.now });
    case 'plain':
      return plainProgress(err);
    case 'json':
    case 'rawjson':
      return jsonProgress(out);
    case 'quiet':
      return quietProgress(err);
    default:
      throw new CommandError(`--progress ${asked} is none of auto, tty, plain, json and quiet`, 125);
  }
};
