import assert from 'node:assert/strict';
import type { Image } from '#proto/image.ts';
import { parseFilters } from './filters.ts';
import { imageFilters, isAskedImage, matches, type FilterMoments } from './image-filters.ts';

const image = (over: Partial<Image> = {}): Image => ({ imageId: 'sha256:1', references: ['docker.io/library/redis:7'], referenceDigests: [''], configJson: '{"config":{"Labels":{"a":"b"}}}', layers: [], manifestDigest: '', manifestJson: '', createdAtMs: 1_000, sizeBytes: 0, nodeIds: [], ...over });
const none: FilterMoments = { beforeMs: undefined, sinceMs: undefined, untilMs: undefined };
const isAsked = (filters: Record<string, string[]>, one = image(), moments = none): boolean => isAskedImage(one, parseFilters(JSON.stringify(filters), imageFilters), moments);

describe('images that are asked for', () => {
  it('are all without a filter', () => assert.equal(isAsked({}), true));
  it('have a name or none, by dangling', () => {
    assert.deepEqual([isAsked({ dangling: ['true'] }), isAsked({ dangling: ['false'] })], [false, true]);
    assert.deepEqual([isAsked({ dangling: ['true'] }, image({ references: [] })), isAsked({ dangling: ['0'] }, image({ references: [] }))], [true, false]);
  });
  it('have the labels', () => assert.deepEqual([isAsked({ label: ['a=b'] }), isAsked({ label: ['a=c'] }), isAsked({ 'label!': ['a'] })], [true, false, false]));
  it('were made before one, or after another', () => {
    assert.deepEqual([isAsked({}, image(), { ...none, beforeMs: 1_000 }), isAsked({}, image(), { ...none, beforeMs: 1_001 })], [false, true]);
    assert.deepEqual([isAsked({}, image(), { ...none, sinceMs: 1_000 }), isAsked({}, image(), { ...none, sinceMs: 999 })], [false, true]);
    assert.equal(isAsked({}, image(), { ...none, untilMs: 500 }), false);
  });
  it('match one of the references', () => assert.deepEqual([isAsked({ reference: ['nginx', 'redis'] }), isAsked({ reference: ['nginx'] })], [true, false]));
});

describe('a pattern of references', () => {
  for (const [pattern, name, expected] of [
    ['redis', 'redis:7', true],
    ['redis:7', 'redis:7', true],
    ['redis:8', 'redis:7', false],
    ['re*', 'redis:7', true],
    ['*:7', 'redis:7', true],
    ['*', 'ghcr.io/x/y:1', false],
    ['ghcr.io/*/*', 'ghcr.io/x/y:1', true],
    ['re?is', 'redis:7', true],
    ['[rs]edis', 'redis:7', true],
    ['docker.io/library/redis', 'redis:7', true],
    ['re.is', 'redis:7', false],
    ['re[', 'redis:7', false],
  ] as const)
    it(`${pattern} ${expected ? 'matches' : 'does not match'} ${name}`, () => assert.equal(matches(pattern, name), expected));
});
