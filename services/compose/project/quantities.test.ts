import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBytes, parseDuration } from './quantities.ts';

describe('parseDuration', () => {
  it('adds up parts with their units', () => {
    for (const [text, ms] of [['0', 0], ['0s', 0], ['500ms', 500], ['10s', 10_000], ['1m30s', 90_000], ['1.5h', 5_400_000], ['2h1m3s4ms', 7_263_004], ['1500us', 2], ['1500µs', 2], ['1d', 86_400_000]] as const) assert.equal(parseDuration(text), ms, text);
  });
  it('has nothing for a number without a unit, a sign, a blank or another unit', () => {
    for (const text of ['', '10', '-1s', '1 s', '1x', 's', '1m30', '1ss']) assert.equal(parseDuration(text), undefined, text);
  });
  it('reads any number of seconds', () => {
    fc.assert(fc.property(fc.nat(), (seconds) => parseDuration(`${seconds}s`) === seconds * 1000));
  });
});

describe('parseBytes', () => {
  it('knows the units of Docker, all of them binary', () => {
    for (const [text, bytes] of [['0', 0], ['100', 100], ['1b', 1], ['2k', 2048], ['2kb', 2048], ['2KiB', 2048], ['64m', 67_108_864], ['64MB', 67_108_864], ['1.5g', 1_610_612_736], ['1gb', 1_073_741_824], ['1 t', 1_099_511_627_776], ['-1', -1]] as const) assert.equal(parseBytes(text), bytes, text);
  });
  it('has nothing for what is no size', () => {
    for (const text of ['', 'm', '-5m', '1x', '1mm', '1,5g', '0x10', 'Infinity']) assert.equal(parseBytes(text), undefined, text);
  });
});
