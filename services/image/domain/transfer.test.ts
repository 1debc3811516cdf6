import { givenOf } from '#kernel/testing/given.ts';
import { arrivalMaxMs, transferDecider, type TransferEvent } from './transfer.ts';

const facts = { transferId: 't1', direction: 'pull', reference: 'docker.io/library/redis:7', nodeId: 'n1', platform: '' };
const begun: TransferEvent = { type: 'TransferBegun', ...facts };
const resolved: TransferEvent = { type: 'TransferResolved', manifestDigest: 'sha256:m', blobs: [{ digest: 'sha256:1', sizeBytes: 5 }] };
const end = { outcome: 'done', message: '', imageId: 'sha256:i', manifestDigest: 'sha256:m', movedBytes: 5 };
const ended: TransferEvent = { type: 'TransferEnded', ...end };
const given = givenOf(transferDecider);

describe('a transfer', () => {
  it('begins once', () => {
    given().when({ ...facts, type: 'BeginTransfer' }).then(begun);
    given(begun).when({ ...facts, type: 'BeginTransfer' }).thenNothing();
  });
  it('is resolved once', () => {
    given(begun).when({ ...resolved, type: 'ReportResolved' }).then(resolved);
    given(begun, resolved).when({ ...resolved, type: 'ReportResolved' }).thenNothing();
  });
  it('ends as its node reports', () => given(begun, resolved).when({ ...end, type: 'ReportEnded' }).then(ended));
  it('may end without having been resolved', () => given(begun).when({ ...end, type: 'ReportEnded', outcome: 'failed', message: 'no such image' }).then({ ...ended, outcome: 'failed', message: 'no such image' }));
  it('ends once', () => {
    for (const command of [{ ...end, type: 'ReportEnded' }, { ...resolved, type: 'ReportResolved' }, { type: 'LoseTransfer' }] as const) given(begun, ended).when(command).thenNothing();
  });
  it('is lost when its node knows nothing of it, unless it has only just begun', () => {
    const lost: TransferEvent = { type: 'TransferEnded', outcome: 'lost', message: 'its node knows nothing of it any more: try again', imageId: '', manifestDigest: '', movedBytes: 0 };
    given(begun).when({ type: 'LoseTransfer' }, 1_000 + arrivalMaxMs).then(lost);
    given(begun).when({ type: 'LoseTransfer' }, 999 + arrivalMaxMs).thenNothing();
  });
  it('that is unknown has no reports', () => given().when({ ...end, type: 'ReportEnded' }).thenNothing());
});
