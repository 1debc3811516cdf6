import assert from 'node:assert/strict';
import { parseCacheSource, parseCacheTarget } from './cache-place.ts';

describe('where a cache is', () => {
  for (const text of ['team/app:cache', 'type=registry,ref=team/app:cache', 'ref=team/app:cache'])
    it(`is read of ${text}`, () => assert.deepEqual(parseCacheSource(text), { reference: 'team/app:cache' }));
  it('is the image itself, or an image of its own', () => {
    assert.deepEqual(parseCacheTarget('type=inline'), { type: 'inline' });
    assert.deepEqual(parseCacheTarget('type=registry,ref=a:c,mode=max,ignore-error=true'), { type: 'registry', reference: 'a:c', mode: 'max', ignoreError: true });
    assert.deepEqual(parseCacheTarget('a:c'), { type: 'registry', reference: 'a:c', mode: 'min', ignoreError: false });
  });
  for (const [text, why] of [['type=local,src=/x', /type local are not read: give type=registry/], ['type=registry', /names no image/], ['', /names no image/], ['type=registry,x', /"x" is not like name=value/]] as const)
    it(`is not "${text}"`, () => assert.throws(() => parseCacheSource(text), why));
  for (const [text, why] of [['type=gha', /type gha are not written/], ['type=registry,ref=a,mode=most', /mode most is none of/]] as const)
    it(`is not "${text}", to write to`, () => assert.throws(() => parseCacheTarget(text), why));
});
