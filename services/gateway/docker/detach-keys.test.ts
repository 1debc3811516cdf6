import assert from 'node:assert/strict';
import { detachKeys, untilDetached } from './detach-keys.ts';

/** What of the pieces is passed on, with `!` where it detached. */
const passed = async (keys: string, ...pieces: string[]): Promise<string> => {
  let detached = '';
  const proxy = untilDetached(detachKeys(keys), () => (detached = '!'));
  for (const piece of pieces) proxy.write(Buffer.from(piece));
  proxy.end();
  return `${Buffer.concat(await proxy.toArray()).toString()}${detached}`;
};

describe('keys that detach', () => {
  it('are ctrl-p and ctrl-q, or those given', () => {
    assert.deepEqual([...detachKeys('')], [16, 17]);
    assert.deepEqual([...detachKeys('ctrl-a,x')], [1, 120]);
    assert.deepEqual([...detachKeys('ctrl-\\')], [28]);
  });
  it('are refused when they are none', () => {
    for (const keys of ['bad-key', 'ctrl-', 'ctrl-A1', 'a,,b']) assert.throws(() => detachKeys(keys), /Invalid detach keys/, keys);
  });
  it('end the input, in one piece or in several', async () => {
    assert.equal(await passed('', 'ls\n\x10\x11rm'), 'ls\n!');
    assert.equal(await passed('', 'ls\n\x10', '\x11', 'rm'), 'ls\n!');
    assert.equal(await passed('x,y', 'axxyb'), 'ax!');
  });
  it('are passed on when they are not all of it', async () => {
    assert.equal(await passed('', 'a\x10b'), 'a\x10b');
    assert.equal(await passed('', 'a\x10'), 'a\x10');
    assert.equal(await passed('', '\x10\x10\x11'), '\x10!');
  });
});
