import type { Healthcheck } from './model.ts';
import type { At, Reader } from './reader.ts';
import { healthcheckKeys } from './service-keys.ts';
import { isUnset } from './tree.ts';

const beginnings = ['NONE', 'CMD', 'CMD-SHELL'];

/** Undefined when the file says nothing: the image's own counts. */
export const readHealthcheck = (reader: Reader, at: At): Healthcheck | undefined => {
  if (isUnset(at.tree)) return undefined;
  const field = reader.fields(at, healthcheckKeys);
  const test = field('test');
  const words = test.tree?.kind === 'scalar' && !isUnset(test.tree) ? ['CMD-SHELL', reader.text(test)] : reader.texts(test);
  if (words.length > 0 && !beginnings.includes(words[0] ?? '')) reader.problem(test, `begins with "${words[0]}": begin the list with CMD or CMD-SHELL, or write one line of text`);
  else if (words.length === 1 && words[0] !== 'NONE') reader.problem(test, `${words[0]} has nothing to run: add the command`);
  return {
    test: reader.flag(field('disable')) ? ['NONE'] : words,
    intervalMs: reader.durationMs(field('interval')),
    timeoutMs: reader.durationMs(field('timeout')),
    startPeriodMs: reader.durationMs(field('start_period')),
    startIntervalMs: reader.durationMs(field('start_interval')),
    retries: reader.number(field('retries')),
  };
};
