import assert from 'node:assert/strict';
import { askBlob, findBlob, reportBlobs } from '#endpoints/image.ts';
import { Rejection } from '#kernel/rejection.ts';
import { whyNoLogServer } from '../contract/event-store-server.ts';
import { startImageService, type ImageService } from '../harness/image-service.ts';

const why = whyNoLogServer();
describe(`who holds a blob${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(30_000);
  let service: ImageService;
  before(async function () {
    if (why !== undefined) return this.skip();
    service = await startImageService();
  });
  after(() => service?.close());

  const blob = (letter: string, sizeBytes = 5) => ({ digest: `sha256:${letter.repeat(64)}`, sizeBytes });
  const report = (nodeId: string, stored: readonly ReturnType<typeof blob>[], dropped: readonly string[] = [], all = false) => service.callAsNode(nodeId, reportBlobs, { stored, dropped, all });
  const holders = async (letter: string) => (await service.call(findBlob, { digest: blob(letter).digest })).nodeIds;

  it('is told by the nodes themselves, and to whoever asks', async () => {
    await report('n1', [blob('a'), blob('b', 7)]);
    await report('n2', [blob('b', 7)]);
    assert.deepEqual(await service.call(findBlob, { digest: blob('b').digest }), { nodeIds: ['n1', 'n2'], sizeBytes: 7 });
    assert.deepEqual(await service.callAsNode('n3', askBlob, { digest: blob('a').digest }), { nodeIds: ['n1'], sizeBytes: 5 });
    assert.deepEqual(await holders('f'), []);
  });
  it('is known after a restart', async () => {
    await service.restart();
    assert.deepEqual(await holders('b'), ['n1', 'n2']);
  });
  it('changes when a node drops it, or no longer lists it', async () => {
    await report('n1', [], [blob('b').digest]);
    assert.deepEqual(await holders('b'), ['n2']);
    await report('n1', [blob('c')], [], true);
    assert.deepEqual([await holders('a'), await holders('c')], [[], ['n1']]);
  });
  it('is not told by what is no digest', () => assert.rejects(report('n1', [{ digest: 'sha256:../x', sizeBytes: 1 }]), (error) => error instanceof Rejection && error.code === 'INVALID'));
});
