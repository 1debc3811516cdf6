import type { At, Reader } from './reader.ts';

/** Whose processes a container sees: its own when the file does not say. */
export const readPidMode = (reader: Reader, at: At): string => readMode(reader, at, ['host']);

/** Whose shared memory a container has. */
export const readIpcMode = (reader: Reader, at: At): string => readMode(reader, at, ['none', 'private', 'host', 'shareable']);

const readMode = (reader: Reader, at: At, known: readonly string[]): string => {
  const mode = reader.text(at);
  if (mode.startsWith('service:')) reader.problem(at, `${mode} is not possible yet: use ${known.join(', ')}, or leave it out`);
  else if (mode !== '' && !known.includes(mode) && !/^container:./.test(mode)) reader.problem(at, `"${mode}" is not known: use ${known.join(', ')}, or leave it out`);
  return mode;
};
