import { givenOf } from '#kernel/testing/given.ts';
import { volumeDecider, type VolumeEvent } from './volume.ts';

const facts = { name: 'data', nodeId: 'n1', driver: 'local', labels: {}, options: {}, anonymous: false };
const created: VolumeEvent = { type: 'VolumeCreated', ...facts };
const given = givenOf(volumeDecider);
const remove = { type: 'RemoveVolume', name: 'data', force: false, users: [] } as const;

describe('a volume', () => {
  it('is created once, on the node that asked first', () => given(created).when({ type: 'CreateVolume', ...facts, nodeId: 'n2' }).thenNothing());
  it('stays while a container mounts it', () => given(created).when({ ...remove, users: ['c1'] }).thenRejected('VOLUME_IN_USE'));
  it('is gone when its node says so', () => given(created, { type: 'VolumeRemoveRequested' }).when({ type: 'ReportRemoved' }).then({ type: 'VolumeRemoved' }));
  it('can be made again under the same name', () =>
    given(created, { type: 'VolumeRemoveRequested' }, { type: 'VolumeRemoved' }).when({ type: 'CreateVolume', ...facts }).then(created));
  it('that is not there is an error, unless forced', () => {
    given().when(remove).thenRejected('VOLUME_NOT_FOUND');
    given().when({ ...remove, force: true }).thenNothing();
  });
});
