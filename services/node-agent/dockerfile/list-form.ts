import { Misuse } from './problem.ts';

/**
 * The JSON form of an instruction: a list of texts. Undefined for what is not JSON, which is the shell form (so is a list in single quotes).
 * Throws Misuse for a list of other things.
 */
export const listForm = (text: string): readonly string[] | undefined => {
  const list = jsonList(text);
  if (list === undefined) return undefined;
  const other = list.find((one) => typeof one !== 'string');
  if (other !== undefined) throw new Misuse(`the list holds ${JSON.stringify(other).slice(0, 40)}, which is no text: write it in double quotes`);
  return list.map(String);
};

/** The same for who only wants to know whether it is one. */
export const stringList = (text: string): readonly string[] | undefined => {
  const list = jsonList(text);
  return list?.every((one) => typeof one === 'string') === true ? list.map(String) : undefined;
};

const jsonList = (text: string): readonly unknown[] | undefined => {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) return undefined;
  try {
    const value: unknown = JSON.parse(trimmed);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
