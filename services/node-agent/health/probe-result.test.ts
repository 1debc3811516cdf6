import assert from 'node:assert/strict';
import { afterProbe, nextProbeInMs, untested } from './probe-result.ts';

const rule = { startPeriodMs: 1_000, retries: 2 };
const rhythm = { intervalMs: 30_000, startIntervalMs: 500, startPeriodMs: 1_000 };

describe('health', () => {
  it('is healthy after one success', () => assert.deepEqual(afterProbe(untested, true, 0, rule), { health: 'healthy', failingStreak: 0 }));
  it('does not count failures in the start period', () => assert.deepEqual(afterProbe(untested, false, 999, rule), untested));
  it('is unhealthy after as many failures in a row as it may have', () => {
    const once = afterProbe({ health: 'healthy', failingStreak: 0 }, false, 5_000, rule);
    assert.deepEqual(once, { health: 'healthy', failingStreak: 1 });
    assert.deepEqual(afterProbe(once, false, 6_000, rule), { health: 'unhealthy', failingStreak: 2 });
  });
  it('probes more often while it starts', () => {
    assert.equal(nextProbeInMs(untested, 10, rhythm), 500);
    assert.equal(nextProbeInMs({ health: 'healthy', failingStreak: 0 }, 10, rhythm), 30_000);
  });
});
