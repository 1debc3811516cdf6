import type { Checks } from './directives.ts';
import type { Place, Warning } from './place.ts';

/** Says what is likely not meant, unless the comment before the instruction says that it is. */
export type Warn = (rule: string, message: string, at?: { place: Place; checks: Checks }) => void;

/** `written` is where a warning belongs that names no place. */
export const warner =
  (warnings: Warning[], written: { place: Place; checks: Checks }): Warn =>
  (rule, message, at = written) => {
    if (!isSkipped(at.checks, rule)) warnings.push({ rule, message, place: at.place });
  };

export const isSkipped = ({ skip, skipAll }: Checks, rule: string): boolean => skipAll || skip.has(rule);
