import assert from 'node:assert/strict';
import { humanSize, progressBar } from './json-progress.ts';

describe('progress as Docker writes it', () => {
  it('has sizes of four digits', () => assert.deepEqual([0, 999, 1_000, 1_234_567, 32_768, 5e12].map(humanSize), ['0B', '999B', '1kB', '1.235MB', '32.77kB', '5TB']));
  it('has a bar of fifty', () => {
    assert.equal(progressBar(0, 100), `[>${' '.repeat(50)}]       0B/100B`);
    assert.equal(progressBar(50, 100), `[${'='.repeat(25)}>${' '.repeat(25)}]      50B/100B`);
    assert.equal(progressBar(100, 100), `[${'='.repeat(50)}>]     100B/100B`);
  });
  it('has numbers alone where the whole is not known', () => assert.deepEqual([progressBar(5, 0), progressBar(5, 4)], ['      5B', '      5B']));
});
