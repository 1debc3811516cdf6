import assert from 'node:assert/strict';
import { hint, suggest } from './suggest.ts';

describe('suggest', () => {
  it('finds the name that is nearest', () => {
    assert.equal(suggest('imge', ['image', 'init', 'ipc']), 'image');
    assert.equal(suggest('prots', ['ports', 'pids']), 'ports');
    assert.equal(suggest('enviroment', ['environment', 'env_file']), 'environment');
  });
  it('suggests nothing that is far away', () => {
    assert.equal(suggest('colour', ['image', 'ports']), undefined);
    assert.equal(hint('colour', ['image']), '');
  });
  it('does not compare what is too long for a name', () => {
    assert.equal(suggest('x'.repeat(101), ['x'.repeat(101)]), undefined);
  });
  it('asks whether it was meant', () => {
    assert.equal(hint('comand', ['command']), '; did you mean "command"?');
  });
});
