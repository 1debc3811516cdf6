import assert from 'node:assert/strict';
import { sharedLook } from './shared-look.ts';

describe('a look that is shared', () => {
  const given = () => {
    const looks: PromiseWithResolvers<string>[] = [];
    const look = sharedLook(() => {
      const one = Promise.withResolvers<string>();
      looks.push(one);
      return one.promise;
    });
    return { looks, look };
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('is one for all who ask at the same time', async () => {
    const { looks, look } = given();
    const asked = [look(), look(), look()];
    await turn();
    looks[0]?.resolve('seen');
    assert.deepEqual([await Promise.all(asked), looks.length], [['seen', 'seen', 'seen'], 1]);
  });

  it('is never one that was begun before it was asked for', async () => {
    const { looks, look } = given();
    const first = look();
    await turn();
    const later = [look(), look()];
    looks[0]?.resolve('before');
    assert.equal(await first, 'before');
    await turn();
    looks[1]?.resolve('after');
    assert.deepEqual([await Promise.all(later), looks.length], [['after', 'after'], 2]);
  });

  it('that fails does so for those who asked for it, and the next one is a new one', async () => {
    const { looks, look } = given();
    const failing = look();
    await turn();
    const later = look();
    looks[0]?.reject(new Error('away'));
    await assert.rejects(failing, /away/);
    await turn();
    looks[1]?.resolve('back');
    assert.equal(await later, 'back');
  });
});
