import { StartError, type StartFailure } from './port.ts';

/** As crun, then as runc says it. */
const NOT_FOUND = /executable file .*not found|exec: ".*": stat .*no such file or directory/i;
const NOT_EXECUTABLE = /open executable:|exec: ".*": (permission denied|is a directory)|exec format error/i;

/** Docker's exit code for a runtime's error text: 127 the command is not there, 126 it can't be executed, 125 anything else. */
export const startFailure = (text: string): StartFailure => {
  const message = text.trim();
  if (NOT_FOUND.test(message)) return { exitCode: 127, message };
  return { exitCode: NOT_EXECUTABLE.test(message) ? 126 : 125, message };
};

export const startError = (text: string): StartError => new StartError(startFailure(text));
