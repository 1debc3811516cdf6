import type { Dockerfile, Written } from '../dockerfile/instruction.ts';
import { dockerfileInvalid, Misuse, placeOfWord } from '../dockerfile/problem.ts';

/** Does a step that may throw Misuse; that becomes the rejection DOCKERFILE_INVALID, with the place of the instruction. `prefix` is for what does not stand there. */
export const misuseAt = <Result>({ lines }: Pick<Dockerfile, 'lines'>, { place }: Pick<Written, 'place'>, step: () => Result, prefix = ''): Result => {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    throw dockerfileInvalid([{ message: `${prefix}${error.message}`, place: prefix === '' ? placeOfWord(place, error.word, lines) : place }], lines);
  }
};
