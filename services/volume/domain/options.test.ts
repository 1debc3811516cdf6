import assert from 'node:assert/strict';
import { checkOptions } from './options.ts';

describe('options of a volume', () => {
  it('are none, or a folder of the node', () => {
    checkOptions('data', {});
    checkOptions('data', { type: 'none', o: 'bind', device: '/srv/data' });
  });
  it('are refused otherwise, never left out', () => {
    assert.throws(() => checkOptions('data', { bogus: '1' }), /create data: invalid option: "bogus"/);
    assert.throws(() => checkOptions('data', { type: 'none' }), /create data: missing required option: "device"/);
    assert.throws(() => checkOptions('data', { type: 'nfs', o: 'addr=10.0.0.1', device: ':/x' }), /volumes of type nfs are not there yet/);
    assert.throws(() => checkOptions('data', { o: 'bind', device: 'relative' }), /no absolute path/);
  });
});
