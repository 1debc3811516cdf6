import type { Escape } from './expand.ts';
import { Misuse } from './problem.ts';

/** `# check=skip=A,B;error=true` */
export type Checks = { skip: ReadonlySet<string>; skipAll: boolean; error: boolean };

export type Directives = { /** Empty when there is none. */ syntax: string; escape: Escape; checks: Checks };

export const noChecks: Checks = { skip: new Set(), skipAll: false, error: false };

const directiveRule = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;

/** Name (in lower case) and value, if the line is a directive that is known. Others are comments. */
export const directiveOf = (line: string): { name: 'syntax' | 'escape' | 'check'; value: string } | undefined => {
  const [, written = '', value = ''] = directiveRule.exec(line) ?? [];
  const name = written.toLowerCase();
  return name === 'syntax' || name === 'escape' || name === 'check' ? { name, value } : undefined;
};

export const escapeOf = (value: string): Escape => {
  if (value === '\\' || value === '`') return value;
  throw new Misuse(`"${value}" cannot escape: write # escape=\\ or # escape=\``, value);
};

/** `skip=A,B`, `skip=all`, `error=true`, separated by `;`. */
export const checksOf = (value: string): Checks => {
  const skip = new Set<string>();
  let skipAll = false;
  let error = false;
  for (const part of value.split(';')) {
    const [key = '', setting = ''] = splitOnce(part.trim(), '=');
    if (key === 'skip') for (const rule of setting.split(',')) skip.add(rule.trim());
    else if (key === 'error') error = booleanOf(setting);
    // Rules that BuildKit tries out: Lading has none of them.
    else if (key !== 'experimental') throw new Misuse(`"${key}" is no setting of # check: it has skip, error and experimental`, part.trim());
  }
  skipAll = skip.delete('all');
  return { skip, skipAll, error };
};

const booleanOf = (text: string): boolean => {
  if (/^(?:1|t|true)$/i.test(text)) return true;
  if (/^(?:0|f|false)$/i.test(text)) return false;
  throw new Misuse(`"${text}" is neither true nor false: write # check=error=true`, text);
};

/** What is before and after the first separator; without one, only the first part. */
export const splitOnce = (text: string, separator: string): readonly [string, string?] => {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
};

/**
 * The syntax is Docker's own, in whatever version and from whatever mirror: Lading has one implementation of it and runs no other frontend.
 * https://docs.docker.com/build/buildkit/dockerfile-frontend/
 */
export const requireKnownSyntax = (value: string): void => {
  const [reference = ''] = value.split(/\s/);
  const path = reference.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  if (path !== 'dockerfile.v0' && !/(?:^|\/)docker\/dockerfile(?:-upstream)?$/.test(path))
    throw new Misuse(`"${reference}" is a frontend of its own, which Lading does not run: write # syntax=docker/dockerfile:1, or remove the line`, reference);
};
