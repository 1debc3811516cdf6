import { Rejection } from '#kernel/rejection.ts';
import type { HostConfig } from './request.ts';

const refuse = (message: string): never => {
  throw new Rejection('INVALID', message);
};

const ofAll = ['mode', 'max-buffer-size'];
const options: Readonly<Record<string, readonly string[] | 'any'>> = {
  'json-file': [...ofAll, 'max-size', 'max-file', 'compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag'],
  local: [...ofAll, 'max-size', 'max-file', 'compress'],
  none: 'any',
};

const unitBytes: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** `10m` in bytes; undefined for what is no amount. */
export const bytesOf = (text: string): number | undefined => {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([bkmgt]?)(?:i?b)?$/i.exec(text) ?? [];
  return amount === undefined ? undefined : Math.floor(Number(amount) * (unitBytes[unit.toLowerCase()] ?? 1));
};

/** Which drivers there are, and what they can be told. */
export const checkLog = ({ Type = '', Config = {} }: HostConfig['LogConfig'] & {}): void => {
  const driver = Type || 'json-file';
  const known = options[driver];
  if (known === undefined) return refuse(`error looking up logging plugin ${driver}: plugin "${driver}" not found: use json-file, local or none`);
  if (known === 'any') return;
  for (const name of Object.keys(Config)) if (!known.includes(name)) refuse(driver === 'local' ? `unknown log opt '${name}' for log driver local` : `unknown log opt '${name}' for ${driver} log driver`);
  const { mode, 'max-size': size, 'max-file': files, 'max-buffer-size': buffer } = Config;
  if (mode !== undefined && !['', 'blocking', 'non-blocking'].includes(mode)) refuse(`logger: logging mode not supported: ${mode}`);
  if (buffer !== undefined && mode !== 'non-blocking') refuse("logger: max-buffer-size option is only supported with 'mode=non-blocking'");
  if (size !== undefined && size !== '-1' && !bytesOf(size)) refuse(`invalid value for 'max-size': ${size}: say it as 10m`);
  if (files !== undefined && !/^[1-9]\d*$/.test(files)) refuse(`invalid value for 'max-file': ${files}: it is a number of files from 1 on`);
  if (Number(files ?? 1) > 1 && driver === 'json-file' && (size === undefined || size === '-1')) refuse("maxFile cannot be greater than 1 when no maxSize is set: say 'max-size' as well");
};
