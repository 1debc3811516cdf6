import { givenOf } from '#kernel/testing/given.ts';
import { imageDecider, type ImageEvent } from './image.ts';

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
