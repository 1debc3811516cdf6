import { givenOf } from '#kernel/testing/given.ts';
import { imageDecider, type ImageEvent } from './image.ts';
import { tagDecider } from './tag.ts';

const content = { imageId: 'sha256:1', configJson: '{}', layers: [], manifestDigest: '', manifestJson: '' };
const registered: ImageEvent = { type: 'ImageRegistered', ...content };
const given = givenOf(imageDecider);

describe('an image', () => {
  it('is registered with the node that has it', () => given().when({ type: 'RegisterImage', ...content, nodeId: 'n1' }).then(registered, { type: 'ImageStored', nodeId: 'n1' }));
  it('is registered once', () => given(registered, { type: 'ImageStored', nodeId: 'n1' }).when({ type: 'RegisterImage', ...content, nodeId: 'n1' }).thenNothing());
  it('is known to be on a second node', () => given(registered).when({ type: 'ReportStored', nodeId: 'n2', stored: true }).then({ type: 'ImageStored', nodeId: 'n2' }));
  it('is not removed while a container uses it', () => given(registered).when({ type: 'RemoveImage', users: ['c1'] }).thenRejected('IMAGE_IN_USE'));
  it('is removed when nobody uses it', () => given(registered).when({ type: 'RemoveImage', users: [] }).then({ type: 'ImageRemoved' }));
});

describe('a tag', () => {
  const moved = { type: 'TagMoved', reference: 'docker.io/library/redis:7', imageId: 'sha256:1', manifestDigest: 'sha256:m1' } as const;
  it('moves', () => givenOf(tagDecider)(moved).when({ type: 'MoveTag', reference: moved.reference, imageId: 'sha256:2', manifestDigest: 'sha256:m2' }).then({ ...moved, imageId: 'sha256:2', manifestDigest: 'sha256:m2' }));
  it('moves to another index of the same image', () => givenOf(tagDecider)(moved).when({ ...moved, type: 'MoveTag', manifestDigest: 'sha256:m2' }).then({ ...moved, manifestDigest: 'sha256:m2' }));
  it('stays where it is', () => givenOf(tagDecider)(moved).when({ type: 'MoveTag', reference: moved.reference, imageId: 'sha256:1', manifestDigest: 'sha256:m1' }).thenNothing());
});
