import { givenOf } from '#kernel/testing/given.ts';
import { tagDecider, type TagEvent } from './tag.ts';

const given = givenOf(tagDecider);
const reference = 'docker.io/library/redis:7';
const moved = (to: number): TagEvent => ({ type: 'TagMoved', reference, imageId: `sha256:${to}`, manifestDigest: `sha256:m${to}` });
const move = (to: number, immutable = false) => ({ type: 'MoveTag', reference, imageId: `sha256:${to}`, manifestDigest: `sha256:m${to}`, immutable }) as const;
const removed: TagEvent = { type: 'TagRemoved', reference };

describe('a tag', () => {
  it('is set', () => given().when(move(1)).then(moved(1)));
  it('moves', () => given(moved(1)).when(move(2)).then(moved(2)));
  it('moves to another index of the same image', () => given(moved(1)).when({ ...move(1), manifestDigest: 'sha256:m2' }).then({ ...moved(1), manifestDigest: 'sha256:m2' } as TagEvent));
  it('stays where it is', () => given(moved(1)).when(move(1)).thenNothing());
  it('is removed once', () => {
    given(moved(1)).when({ type: 'RemoveTag', reference }).then(removed);
    given(moved(1), removed).when({ type: 'RemoveTag', reference }).thenNothing();
    given().when({ type: 'RemoveTag', reference }).thenNothing();
  });
  it('is set again after it was removed', () => given(moved(1), removed).when(move(2)).then(moved(2)));
});

describe('a tag of an immutable repository', () => {
  it('is set once', () => given().when(move(1, true)).then(moved(1)));
  it('stays where it is', () => given(moved(1)).when(move(1, true)).thenNothing());
  it('is not moved', () => given(moved(1)).when(move(2, true)).thenRejected('TAG_IMMUTABLE'));
  it('is set to the same again after it was removed', () => given(moved(1), removed).when(move(1, true)).then(moved(1)));
  it('is not set to another after it was removed', () => given(moved(1), removed).when(move(2, true)).thenRejected('TAG_IMMUTABLE'));
});
