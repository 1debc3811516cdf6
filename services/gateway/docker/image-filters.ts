import type { Image } from '#proto/image.ts';
import { familiarName } from '../app/familiar-name.ts';
import { hasLabels, lacksLabels, passes, type Filters } from './filters.ts';
import { isYes } from '../http/query.ts';

export const imageFilters = ['before', 'dangling', 'label', 'label!', 'reference', 'since', 'until'];

/** Moments that filters name, in milliseconds; undefined where they name none. */
export type FilterMoments = { beforeMs: number | undefined; sinceMs: number | undefined; untilMs: number | undefined };

/** Whether an image is among those that `docker images --filter` asks for. */
export const isAskedImage = ({ references, configJson, createdAtMs }: Image, filters: Filters, { beforeMs = Infinity, sinceMs = -Infinity, untilMs = Infinity }: FilterMoments): boolean => {
  const labels = (JSON.parse(configJson) as { config?: { Labels?: Record<string, string> | null } }).config?.Labels ?? {};
  const names = references.map(familiarName);
  return (
    hasLabels(filters, labels) &&
    lacksLabels(filters, labels) &&
    passes(filters, 'dangling', (value) => isYes(value) === (names.length === 0)) &&
    passes(filters, 'reference', (pattern) => names.some((name) => matches(pattern, name))) &&
    createdAtMs < Math.min(beforeMs, untilMs) &&
    createdAtMs > sinceMs
  );
};

/** The names of an image that `docker images REFERENCE` asks for; all of them when it names none. */
export const askedNames = (names: readonly string[], filters: Filters): string[] => names.filter((name) => passes(filters, 'reference', (pattern) => matches(pattern, name)));

/** Digests in the repositories of those names. */
export const askedDigests = (digests: readonly string[], names: readonly string[]): string[] => digests.filter((digest) => names.some((name) => name.replace(/:[^:/]*$/, '') === digest.split('@')[0]));

/** The whole name, or the name without its tag, as path.Match of Go matches: `*` goes up to the next slash. */
export const matches = (pattern: string, name: string): boolean => {
  const rule = ruleOf(pattern.replace(/^docker\.io\/(?:library\/)?/, ''));
  return rule.test(name) || rule.test(name.replace(/:[^:/]*$/, ''));
};

const ruleOf = (pattern: string): RegExp => {
  const parts = pattern.match(/\*|\?|\[[^\]]*\]|[^*?[]+|\[/g) ?? [];
  const rule = parts.map((part) => {
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    return part.length > 1 && part.startsWith('[') ? `[${part.slice(1, -1).replace(/\\/g, '\\\\')}]` : part.replace(/[\\^$.|+(){}[\]]/g, '\\$&');
  });
  return new RegExp(`^${rule.join('')}$`);
};
