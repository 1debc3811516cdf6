import type { DockerEvent } from './docker-events.ts';
import { hasLabels, passes, type Filters } from './filters.ts';

export const eventFilters = ['config', 'container', 'daemon', 'event', 'image', 'label', 'network', 'node', 'plugin', 'scope', 'secret', 'service', 'type', 'volume'];

/** Whether an event is among those that `docker events --filter` asks for. Values of one filter are alternatives, those of `label` must all hold. */
export const isAskedEvent = ({ Type, Action, Actor, scope }: DockerEvent, filters: Filters): boolean => {
  const named = (kind: string) => (reference: string) => Type === kind && Actor.ID !== '' && (Actor.ID === reference || Actor.ID.startsWith(reference) || Actor.Attributes.name === reference);
  return (
    passes(filters, 'type', (type) => type === Type) &&
    passes(filters, 'event', (action) => Action === action || Action.startsWith(`${action}:`)) &&
    passes(filters, 'scope', (asked) => asked === scope) &&
    ['container', 'network', 'volume', 'plugin', 'secret', 'config', 'service', 'node', 'daemon'].every((kind) => passes(filters, kind, named(kind))) &&
    passes(filters, 'image', (asked) => isImage(asked, Actor.Attributes.image ?? '') || (Type === 'image' && (Actor.ID === asked || isImage(asked, Actor.Attributes.name ?? '')))) &&
    hasLabels(filters, Actor.Attributes)
  );
};

// A name without a tag means each of its tags.
const isImage = (asked: string, name: string): boolean => name === asked || name.replace(/:[^:/]*$/, '') === asked;
