import assert from 'node:assert/strict';
import { loadText } from '../testing/load-text.ts';
import { format } from './steps.ts';
import { planUp, type Pull, type Seen, type UpOptions } from './up.ts';

const nothing: Seen = { services: new Map(), networks: new Set() };
const planned = (file: string, seen: Seen, pulls: Record<string, Pull>, more: Partial<UpOptions> = {}) => {
  const { model } = loadText(file);
  return planUp(model, seen, { only: [], forceRecreate: false, removeOrphans: false, hashOf: (service) => service.image, before: undefined, pulls, builds: {}, ...more });
};
const missing: Pull = { digest: 'sha256:1', because: 'missing' };
const two = 'services:\n  web: {image: app}\n  store: {image: redis:7}\n';

describe('images in a plan', () => {
  it('are pulled before what needs them is made', () => {
    const { steps } = planned(two, nothing, { store: missing });
    assert.equal(format({ steps }), [
      'network shop_default: create (missing)',
      'image redis:7: pull (missing)',
      'service store: create with 1 replica (missing)',
      'service web: create with 1 replica (missing)',
      'service store: wait until started (was changed)',
      'service web: wait until started (was changed)',
      '',
    ].join('\n'));
    assert.deepEqual(steps.filter(({ operation }) => operation.op === 'apply').map(({ after }) => after), [[2, 1], [1]]);
  });
  it('come once for all services that need them', () => {
    const { steps } = planned('services:\n  a: {image: app}\n  b: {image: app}\n', nothing, { a: missing, b: missing });
    assert.equal(steps.filter(({ operation }) => operation.op === 'pull').length, 1);
  });
  it('come once for each platform', () => {
    const { steps } = planned('services:\n  a: {image: app}\n  b: {image: app, platform: linux/arm64}\n', nothing, { a: missing, b: missing });
    assert.equal(steps.filter(({ operation }) => operation.op === 'pull').length, 2);
  });
  it('are left alone for services that are as they are to be, and for those that were not asked for', () => {
    const there: Seen = { services: new Map([['store', { hash: 'redis:7', replicas: 1, removing: false, settled: true }]]), networks: new Set(['shop_default']) };
    for (const { steps } of [planned(two, there, { store: missing }), planned(two, nothing, { store: missing }, { only: ['web'] })]) assert.deepEqual(steps.filter(({ operation }) => operation.op === 'pull'), []);
  });
});

describe('images that are built, in a plan', () => {
  const file = 'services:\n  web: {build: ., depends_on: [store]}\n  store: {image: redis:7}\n';
  it('come first, and who needs them waits', () => {
    const { steps } = planned(file, nothing, {}, { builds: { web: 'missing' } });
    assert.equal(format({ steps }).split('\n')[0], 'image shop-web: build (missing)');
    assert.deepEqual(steps.find(({ operation }) => operation.op === 'apply' && operation.service === 'web')?.after.includes(1), true);
  });
  it('are built again though nothing else changes, and only for services that were asked for', () => {
    const there: Seen = { services: new Map(['web', 'store'].map((name) => [name, { hash: name === 'web' ? 'shop-web' : 'redis:7', replicas: 1, removing: false, settled: true }])), networks: new Set(['shop_default']) };
    assert.equal(format(planned(file, there, {}, { builds: { web: 'asked for' } })), 'image shop-web: build (asked for)\n');
    assert.equal(format(planned(file, there, {}, { builds: { web: 'asked for' }, only: ['store'] })), '');
  });
});
