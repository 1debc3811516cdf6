import { splitFlags, readFlags } from './flags.ts';
import { Misuse } from './problem.ts';
import { spacedWords, splitKeyword } from './words.ts';

export type From = { base: string; /** In lower case. */ name: string; /** As written. */ writtenName: string; /** The word before it: `AS`, `as`. */ as: string; platform: string };

const nameRule = /^[a-z][a-z0-9_.-]*$/;

/** `FROM [--platform=…] base [AS name]`. Throws Misuse. */
export const readFrom = (text: string): From => {
  const { flags: words, rest } = splitFlags(splitKeyword(text).rest);
  const flags = readFlags('FROM', words, { platform: 'value' });
  const [base, as = '', writtenName = '', ...more] = spacedWords(rest);
  if (base === undefined) throw new Misuse('FROM needs an image: write FROM image, or FROM scratch for an empty one');
  if (as !== '' && (as.toUpperCase() !== 'AS' || writtenName === '' || more.length > 0)) throw new Misuse(`FROM does not understand "${[as, writtenName, ...more].join(' ').trim()}": write FROM ${base} AS name`, as);
  const name = writtenName.toLowerCase();
  if (name !== '' && !nameRule.test(name)) throw new Misuse(`"${writtenName}" is no name of a stage: it begins with a letter, and has letters, digits, _ . and -`, writtenName);
  return { base, name, writtenName, as, platform: flags.value('platform') };
};
