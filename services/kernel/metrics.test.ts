import assert from 'node:assert/strict';
import { counter, gauge, histogram, renderMetrics } from './metrics.ts';

const linesOf = (name: string): string[] => renderMetrics().split('\n').filter((line) => line.includes(name));

describe('metrics', () => {
  it('count by labels', () => {
    const count = counter('test_counted_total', 'What was counted.');
    count.add({ code: 'A' });
    count.add({ code: 'A' }, 2);
    count.add({ code: 'B' });
    assert.deepEqual(linesOf('test_counted'), ['# HELP test_counted_total What was counted.', '# TYPE test_counted_total counter', 'test_counted_total{code="A"} 3', 'test_counted_total{code="B"} 1']);
  });
  it('keep what a person wrote within its label', () => {
    counter('test_escaped_total', '').add({ name: 'a"\n\\' });
    assert.ok(linesOf('test_escaped').includes(String.raw`test_escaped_total{name="a\"\n\\"} 1`));
  });
  it('put durations into buckets that hold all that took less', () => {
    const seconds = histogram('test_seconds', '', [0.1, 1]);
    for (const value of [0.05, 0.1, 0.5, 5]) seconds.observe(value, { of: 'x' });
    assert.deepEqual(linesOf('test_seconds{of').concat(linesOf('test_seconds_')), [
      'test_seconds_bucket{of="x",le="0.1"} 2', 'test_seconds_bucket{of="x",le="1"} 3', 'test_seconds_bucket{of="x",le="+Inf"} 4', 'test_seconds_sum{of="x"} 5.65', 'test_seconds_count{of="x"} 4',
    ]);
  });
  it('read gauges when they are asked for', () => {
    let value = 1;
    gauge('test_gauge', '', () => value);
    value = 2;
    assert.ok(linesOf('test_gauge').includes('test_gauge 2'));
  });
  it('count together what has more labels than can be kept', () => {
    const count = counter('test_many_total', '');
    for (let place = 0; place < 600; place++) count.add({ id: String(place) });
    assert.equal(linesOf('test_many_total{').length, 501);
    assert.ok(linesOf('test_many_total{').includes('test_many_total{id="other"} 100'));
  });
  it('are told apart by name', () => assert.throws(() => (counter('test_twice_total', ''), counter('test_twice_total', '')), /two metrics are called test_twice_total/));
});
