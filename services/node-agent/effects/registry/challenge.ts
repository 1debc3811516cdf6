/** One way to log in that a registry offers. The scheme is in lower case. */
export type Challenge = { scheme: string; parameters: Readonly<Record<string, string>> };

const token = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const spaces = /[ \t]*/y;
const separators = /[ \t,]*/y;
const quoted = /"((?:[^"\\]|\\.)*)"/y;
const headerMaxLength = 8_192;
const partsMax = 100;

/** Reads WWW-Authenticate, of which there may be several, each with several challenges. What can't be read ends it. https://www.rfc-editor.org/rfc/rfc9110#name-www-authenticate */
export const parseChallenges = (headers: readonly string[]): readonly Challenge[] => headers.flatMap((header) => parse(header.slice(0, headerMaxLength)));

const parse = (header: string): Challenge[] => {
  const found: { scheme: string; parameters: Record<string, string> }[] = [];
  let at = 0;
  const take = (rule: RegExp): RegExpExecArray | null => {
    rule.lastIndex = at;
    const match = rule.exec(header);
    if (match) at = rule.lastIndex;
    return match;
  };
  for (let parts = 0; parts < partsMax; parts++) {
    take(separators);
    const word = take(token)?.[0];
    if (word === undefined) break;
    const behindWord = at;
    take(spaces);
    const current = found.at(-1);
    if (header[at] !== '=' || current === undefined) {
      at = behindWord;
      found.push({ scheme: word.toLowerCase(), parameters: Object.create(null) as Record<string, string> });
      continue;
    }
    at++;
    take(spaces);
    const value = take(quoted)?.[1]?.replace(/\\(.)/g, '$1') ?? take(token)?.[0];
    if (value === undefined) break;
    current.parameters[word.toLowerCase()] ??= value;
  }
  return found;
};
