import assert from 'node:assert/strict';
import { hear, none } from './assignments.ts';

const one = (containerId: string, sequence: number) => ({ containerId, sequence });
const ids = (assignments: ReturnType<typeof none>) => [...assignments.wanted.values()].map(({ containerId, sequence }) => `${containerId}@${sequence}`);

describe('assignments', () => {
  it('take the later of two words about one container, whichever arrives first', () => {
    const heard = hear(hear(none(), [one('a', 7)], false, 0), [one('a', 5)], false, 0);
    assert.deepEqual(ids(heard), ['a@7']);
  });
  it('are complete once everything was heard', () => assert.equal(hear(none(), [], true, 0).complete, true));
  it('drop what a whole list does not name', () => assert.deepEqual(ids(hear(hear(none(), [one('a', 3)], false, 0), [one('b', 4)], true, 9)), ['b@4']));
  it('keep what was pushed after the whole list was made', () => assert.deepEqual(ids(hear(hear(none(), [one('new', 12)], false, 0), [], true, 9)), ['new@12']));
});
