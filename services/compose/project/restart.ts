import { hint } from '#kernel/suggest.ts';
import type { Service } from './model.ts';
import type { At, Reader } from './reader.ts';
import { isUnset } from './tree.ts';

type Restart = Service['restart'];

const conditions = ['no', 'always', 'unless-stopped', 'on-failure'] as const;
/** What Compose makes of the words of `deploy.restart_policy`. */
const policies: ReadonlyMap<string, Restart['condition']> = new Map([['none', 'no'], ['on-failure', 'on-failure'], ['unless-stopped', 'unless-stopped'], ['any', 'always'], ['always', 'always']]);

/** `restart`; `deploy.restart_policy` counts over it, as in Compose. */
export const readRestart = (reader: Reader, at: At, policy: At): Restart => {
  const own = readOwn(reader, at);
  return isUnset(policy.tree) ? own : readPolicy(reader, policy);
};

const readOwn = (reader: Reader, at: At): Restart => {
  const written = reader.text(at);
  const [name = '', attempts] = written.split(':');
  // `no` is false in the YAML of old.
  const condition = conditions.find((one) => one === (name === 'false' ? 'no' : name));
  if (written === '') return { condition: 'no', attemptsMax: 0 };
  if (!condition || (attempts !== undefined && !/^\d+$/.test(attempts))) reader.problem(at, `"${written}" is no restart policy${hint(written, conditions)}: use no, always, unless-stopped or on-failure[:N]`);
  else if (attempts !== undefined && condition !== 'on-failure') reader.problem(at, `"${written}": attempts are counted with on-failure only: write ${name}, or on-failure:${attempts}`);
  return { condition: condition ?? 'no', attemptsMax: Number(attempts ?? 0) || 0 };
};

const readPolicy = (reader: Reader, at: At): Restart => {
  const field = reader.fields(at, { used: ['condition', 'max_attempts'], unused: { delay: 'has no effect: the pause grows as in Docker', window: 'has no effect' } });
  const written = reader.text(field('condition'), 'any');
  const condition = policies.get(written);
  if (!condition) reader.problem(field('condition'), `"${written}" is no condition${hint(written, [...policies.keys()])}: use none, on-failure or any`);
  return { condition: condition ?? 'no', attemptsMax: reader.number(field('max_attempts')) };
};
