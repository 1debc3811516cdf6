import { createInterface } from 'node:readline/promises';
import { CommandError } from './api.ts';

/** Asks before something goes that does not come back. Nobody there to ask: throws. */
export const confirm = async (what: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new CommandError(`${what} Nobody is there to ask whether you are sure: add --force`, 125);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${what} Are you sure? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
};
