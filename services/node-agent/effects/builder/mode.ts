/** What `--chmod` makes of the permissions that a file has. */
export type ModeChange = (mode: number, isDirectory: boolean) => number;

const permissions = 0o7777;
const clause = /^([ugoa]*)((?:[-+=](?:[ugo]|[rwxXst]*))+)$/;
const whose: Readonly<Record<string, number>> = { u: 0o4700, g: 0o2070, o: 0o1007 };
const bits: Readonly<Record<string, number>> = { r: 0o444, w: 0o222, x: 0o111, s: 0o6000, t: 0o1000 };

/** Reads `755` or `u+x,go-w` as chmod(1) does, without a umask. Throws for what is neither. */
export const parseMode = (text: string): ModeChange => {
  if (/^[0-7]{1,5}$/.test(text) && Number.parseInt(text, 8) <= permissions) {
    const mode = Number.parseInt(text, 8);
    return () => mode;
  }
  const changes = text.split(',').flatMap((part) => changesOf(part, text));
  return (mode, isDirectory) => changes.reduce((now, change) => change(now, isDirectory), mode & permissions);
};

const changesOf = (part: string, text: string): ModeChange[] => {
  const [, who = '', actions] = clause.exec(part) ?? [];
  if (actions === undefined) throw new Error(`--chmod=${text} is no mode: use octal digits such as 755, or u=rwx,go+r-w`);
  const mask = [...(who === '' || who.includes('a') ? 'ugo' : who)].reduce((sum, one) => sum | (whose[one] ?? 0), 0);
  return [...actions.matchAll(/([-+=])([ugo]|[rwxXst]*)/g)].map(([, sign = '', letters = '']) => (mode, isDirectory) => {
    const asked = bitsOf(letters, mode, isDirectory) & mask;
    if (sign === '+') return mode | asked;
    // A folder keeps its set-id bits under `=`, unless they are spoken of. chmod(1)
    return sign === '-' ? mode & ~asked : (mode & ~(mask & (isDirectory ? 0o1777 : permissions))) | asked;
  });
};

const bitsOf = (letters: string, mode: number, isDirectory: boolean): number => {
  if (letters === 'u') return spread(mode >> 6);
  if (letters === 'g') return spread(mode >> 3);
  if (letters === 'o') return spread(mode);
  return [...letters].reduce((sum, letter) => sum | (letter === 'X' ? (isDirectory || (mode & 0o111) !== 0 ? 0o111 : 0) : (bits[letter] ?? 0)), 0);
};

const spread = (three: number): number => (three & 7) * 0o111;
