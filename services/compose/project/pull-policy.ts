import type { At, Reader } from './reader.ts';

/** When an image that a service names is pulled. `every`: where its name was set longer ago than `pullEveryMs`, and means another image by now. */
export type PullPolicy = { pullPolicy: 'always' | 'missing' | 'never' | 'build' | 'every'; pullEveryMs?: number };

const dayMs = 86_400_000;
const unitMs: Readonly<Record<string, number>> = { w: 7 * dayMs, d: dayMs, h: 3_600_000, m: 60_000, s: 1_000 };
const remedy = 'use always, never, missing, build, daily, weekly, or every_ and a duration such as every_12h or every_1w2d';

/** https://github.com/compose-spec/compose-spec/blob/main/05-services.md#pull_policy. What is said about building is for services that have a build. */
export const readPullPolicy = (reader: Pick<Reader, 'text' | 'problem'>, at: At): PullPolicy => {
  const policy = reader.text(at);
  if (policy === 'always' || policy === 'never' || policy === 'build') return { pullPolicy: policy };
  if (policy === 'daily') return { pullPolicy: 'every', pullEveryMs: dayMs };
  if (policy === 'weekly') return { pullPolicy: 'every', pullEveryMs: 7 * dayMs };
  const [, duration = ''] = /^every_((?:\d+[wdhms])+)$/.exec(policy) ?? [];
  if (duration !== '') return { pullPolicy: 'every', pullEveryMs: [...duration.matchAll(/(\d+)([wdhms])/g)].reduce((sum, [, count, unit = '']) => sum + Number(count) * (unitMs[unit] ?? 0), 0) };
  if (!/^(|missing|if_not_present)$/.test(policy)) reader.problem(at, `"${policy}" is no pull policy: ${remedy}`);
  return { pullPolicy: 'missing' };
};
