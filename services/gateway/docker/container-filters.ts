import { Rejection } from '#kernel/rejection.ts';
import type { Container } from '#proto/container.ts';
import { dockerState } from './container-views.ts';
import { hasLabels, passes, type Filters } from './filters.ts';
import { portRange } from './port-range.ts';
import { isYes } from '../http/query.ts';

export const containerFilters = ['ancestor', 'before', 'exited', 'expose', 'health', 'id', 'is-task', 'isolation', 'label', 'name', 'network', 'publish', 'since', 'status', 'volume'];

const states = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];
const healths = ['none', 'starting', 'healthy', 'unhealthy'];

/** Throws INVALID for values that no container could have, as dockerd does before it looks. */
export const checkContainerFilters = (filters: Filters): void => {
  const allow = (name: string, isValid: (value: string) => boolean, why: (value: string) => string = () => ''): void => {
    for (const value of filters.get(name) ?? []) if (!isValid(value)) throw new Rejection('INVALID', `invalid filter '${name}=${value}'${why(value)}`);
  };
  const oneOf = (name: string, what: string, known: readonly string[]): void => allow(name, (value) => known.includes(value), (value) => `: invalid value for ${what} (${value}): must be one of ${known.join(', ')}`);
  oneOf('status', 'state', states);
  oneOf('health', 'health', healths);
  allow('exited', (value) => /^-?\d+$/.test(value));
  allow('is-task', (value) => /^(?:1|0|t|f|true|false)$/i.test(value));
  for (const name of ['expose', 'publish']) allow(name, (value) => portRange(value) !== undefined);
};

/** `ancestors`: the images that the filter `ancestor` means, with what was built on them. `networkNames`: a network's name by its id. */
export type FilterKnowledge = { ancestors: ReadonlySet<string>; networkNames: ReadonlyMap<string, string> };

/** Whether a container is among those that `docker ps --filter` asks for; `before` and `since` are about a list. Values of one filter are alternatives, those of `label` must all hold. */
export const isAskedContainer = (container: Container, filters: Filters, { ancestors, networkNames }: FilterKnowledge): boolean => {
  const { spec, name, containerId, health, exitCode, startedAtMs } = container;
  const state = dockerState(container.state);
  const exposed = [...(spec?.exposedPorts ?? []), ...publishedPorts(container)];
  return (
    hasLabels(filters, spec?.labels ?? {}) &&
    passes(filters, 'id', (pattern) => matches(pattern, containerId)) &&
    passes(filters, 'name', (pattern) => matches(pattern, name) || matches(pattern, `/${name}`)) &&
    passes(filters, 'status', (asked) => asked === state) &&
    passes(filters, 'health', (asked) => asked === (health || 'none')) &&
    passes(filters, 'exited', (code) => (state === 'exited' || state === 'dead') && startedAtMs > 0 && Number(code) === exitCode) &&
    passes(filters, 'ancestor', (image) => spec !== undefined && (ancestors.has(spec.imageId) || spec.image === image)) &&
    passes(filters, 'network', (asked) => (spec?.networks ?? []).some(({ network }) => network === asked || networkNames.get(network) === asked || (/^[0-9a-f]+$/.test(asked) && network.startsWith(asked))) || spec?.networkMode === asked) &&
    passes(filters, 'volume', (asked) => (spec?.mounts ?? []).some(({ source, target }) => source === asked || target === asked)) &&
    passes(filters, 'expose', (range) => exposed.some((key) => portRange(range)?.has(key) === true)) &&
    passes(filters, 'publish', (range) => publishedPorts(container).some((key) => portRange(range)?.has(key) === true)) &&
    // Tasks are Swarm's, and there is none.
    passes(filters, 'is-task', (asked) => !isYes(asked.replace(/^t$/i, 'true')))
  );
};

const publishedPorts = ({ spec, ports }: Container): string[] => [...(spec?.ports ?? []), ...ports].map(({ protocol, containerPort }) => `${containerPort}/${protocol || 'tcp'}`);

/** To the letter or as a regular expression, as dockerd compares; one that is none matches nothing. */
const matches = (pattern: string, text: string): boolean => {
  if (pattern === text) return true;
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return false;
  }
};
