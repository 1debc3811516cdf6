import { counter, gauge, histogram } from './metrics.ts';

/** What every service does alike. `noun` is an aggregate's first token: there are few of them. */
export const decided = counter('lading_commands_decided_total', 'Commands that were recorded as a commit.');
export const unchanged = counter('lading_commands_unchanged_total', 'Commands that found it already so, or were answered before.');
export const rejected = counter('lading_commands_rejected_total', 'Commands that were refused, by code.');
export const conflicts = counter('lading_append_conflicts_total', 'Decisions that lost a race and were made again.');
export const appendSeconds = histogram('lading_append_seconds', 'Time until the log had taken a commit.');
export const applied = counter('lading_commits_applied_total', 'Commits of the log that this process has folded.');
export const requestSeconds = histogram('lading_request_seconds', 'Time in which this process answered requests.');

export const nounOf = (aggregate: string): string => aggregate.split('.', 1)[0] ?? '';

gauge('process_resident_memory_bytes', 'Memory that this process holds.', () => process.memoryUsage.rss());
