import type { ParseArgsConfig } from 'node:util';
import type { Api } from './api.ts';

/** What a command is handed. Data goes to `out`, everything else to `err`. */
export type Invocation = {
  api: Api;
  /** Words after the options. */
  words: readonly string[];
  options: Options;
  socketPath: string;
  out: (text: string) => void;
  err: (text: string) => void;
};

export type Options = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

export type CommandOption = NonNullable<ParseArgsConfig['options']>[string] & {
  help: string;
  /** How the value is called in the help. */
  value?: string;
};

export type Command = {
  /** `image ls` */
  name: string;
  usage: string;
  help: string;
  options?: Readonly<Record<string, CommandOption>>;
  /** Everything after the first word belongs to the command that is run (`exec`, `run`). */
  stopAtFirstWord?: boolean;
  /** Gives the exit code; nothing is 0. */
  run: (invocation: Invocation) => Promise<number | void>;
};

export const text = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

export const flag = (options: Options, name: string): boolean => options[name] === true;

export const texts = (options: Options, name: string): string[] => {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
};
