import assert from 'node:assert/strict';
import type { At } from './reader.ts';
import { readPullPolicy } from './pull-policy.ts';

describe('a pull policy', () => {
  const read = (policy: string) => {
    const problems: string[] = [];
    return { ...readPullPolicy({ text: () => policy, problem: (_at, why) => void problems.push(why) }, undefined as unknown as At), problems };
  };
  for (const [policy, pullPolicy, pullEveryMs] of [['', 'missing'], ['if_not_present', 'missing'], ['always', 'always'], ['build', 'build'], ['daily', 'every', 86_400_000], ['weekly', 'every', 604_800_000], ['every_12h', 'every', 43_200_000], ['every_1w2d3h4m5s', 'every', 788_645_000]] as const)
    it(`is read of "${policy}"`, () => assert.deepEqual(read(policy), { pullPolicy, ...(pullEveryMs === undefined ? {} : { pullEveryMs }), problems: [] }));
  for (const policy of ['sometimes', 'every_', 'every_1x', 'every_1h2', 'monthly'])
    it(`is not "${policy}"`, () => assert.match(read(policy).problems.join(), /is no pull policy: use always, .* every_12h/));
});
