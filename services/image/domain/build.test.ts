import assert from 'node:assert/strict';
import { givenOf } from '#kernel/testing/given.ts';
import { arriveMaxMs, buildDecider, type BuildEvent } from './build.ts';
import { cacheDecider } from './cache.ts';

const order = { buildId: 'b1', nodeId: 'n1', references: ['docker.io/library/app:latest'], dockerfile: 'Dockerfile', target: '', platform: '', argumentNames: [], project: '' };
const begun: BuildEvent = { type: 'BuildBegun', ...order };
const stepBegun = { type: 'BuildStepBegun', number: 1, name: '[1/2] RUN make' } as const;
const stepEnded = { type: 'BuildStepEnded', number: 1, cached: false, message: '' } as const;
const ended = { type: 'BuildEnded', outcome: 'done', message: '', imageId: 'sha256:1', manifestDigest: 'sha256:m' } as const;
const given = givenOf(buildDecider);

describe('a build', () => {
  it('begins once', () => {
    given().when({ type: 'BeginBuild', ...order }).then(begun);
    given(begun).when({ type: 'BeginBuild', ...order }).thenRejected('BUILD_EXISTS');
  });
  it('is told of by its node, several news at once', () => {
    const news = [stepBegun, stepEnded, ended];
    given(begun).when({ type: 'ReportBuild', nodeId: 'n1', news }).then(...news);
  });
  it('is not told of by another node', () => given(begun).when({ type: 'ReportBuild', nodeId: 'n2', news: [ended] }).thenNothing());
  it('ends once', () => {
    given(begun, ended).when({ type: 'ReportBuild', nodeId: 'n1', news: [stepBegun] }).thenNothing();
    given(begun).when({ type: 'ReportBuild', nodeId: 'n1', news: [ended, stepBegun] }).then(ended);
  });
  it('is lost with its agent, unless it had ended', () => {
    const lost: BuildEvent = { type: 'BuildEnded', outcome: 'lost', message: 'the agent of the node ended while it was building: build again', imageId: '', manifestDigest: '' };
    const later = 1_000 + arriveMaxMs + 1;
    given(begun, stepBegun).when({ type: 'LoseBuild' }, later).then(lost);
    given(begun, ended).when({ type: 'LoseBuild' }, later).thenNothing();
    given(begun).when({ type: 'LoseBuild' }, later - 1).thenNothing();
  });
  it('knows how each of its steps went', () => {
    const failed: BuildEvent = { ...stepEnded, number: 2, message: 'exit code 1' };
    const state = [begun, stepBegun, { ...stepEnded, cached: true }, { ...stepBegun, number: 2 }, failed].reduce((before, event, place) => buildDecider.evolve(before, event, place), buildDecider.initial());
    assert.deepEqual(state.phase === 'absent' ? [] : state.steps.map(({ number, state: how, endedAtMs }) => [number, how, endedAtMs]), [[1, 'cached', 2], [2, 'failed', 4]]);
  });
});

describe('a cache entry', () => {
  const filling = { key: 'k', layer: { digest: 'sha256:1', diffId: 'sha256:1', sizeBytes: 1, compression: 'tar' }, nodeId: 'n1', name: 'RUN make', madeAtMs: 5, digest: '' };
  const ofCache = givenOf(cacheDecider);
  it('is filled', () => ofCache().when({ type: 'FillCache', ...filling }).then({ type: 'CacheFilled', ...filling }));
  it('is filled with the same once', () => ofCache({ type: 'CacheFilled', ...filling }).when({ type: 'FillCache', ...filling, madeAtMs: 9 }).thenNothing());
  it('is filled anew by who made something else', () => ofCache({ type: 'CacheFilled', ...filling }).when({ type: 'FillCache', ...filling, layer: undefined }).then({ type: 'CacheFilled', ...filling, layer: undefined }));
  it('is dropped', () => ofCache({ type: 'CacheFilled', ...filling }).when({ type: 'DropCache' }).then({ type: 'CacheDropped' }));
});
