import { StartError, type StartFailure } from './port.ts';

const NOT_FOUND = /executable file .* not found|: no such file or directory/i;
const NOT_FOUND_HINT = /executable file|exec: |stat /i;
const NOT_EXECUTABLE = /open executable|permission denied|exec format error|is a directory|operation not permitted/i;

/** Docker's exit code for a runtime's error text: 127 the command is not there, 126 it can't be executed, 125 anything else. */
export const startFailure = (text: string): StartFailure => {
  const message = text.trim();
  if (NOT_FOUND.test(message) && NOT_FOUND_HINT.test(message)) return { exitCode: 127, message };
  if (NOT_EXECUTABLE.test(message) && /exec/i.test(message)) return { exitCode: 126, message };
  return { exitCode: 125, message };
};

export const startError = (text: string): StartError => new StartError(startFailure(text));
