import assert from 'node:assert/strict';
import { imageNameProblem, sameName } from './image-name.ts';

describe('a name of an image', () => {
  it('is the same, however it is written', () => {
    assert.equal(sameName('alpine'), sameName('docker.io/library/alpine:latest'));
    assert.notEqual(sameName('alpine'), sameName('alpine:3'));
    assert.equal(sameName('No Image'), 'no image');
  });
  for (const name of ['a', 'a/b', 'a:1', 'reg.test/a', 'reg.test:5000/a/b:x', 'localhost/a', 'localhost:5000/a', '[::1]:5000/a', 'Reg.test/a', 'a_b/c__d/e-f.g', `a@sha256:${'0'.repeat(64)}`, `a:1@sha256:${'0'.repeat(64)}`])
    it(`may be ${name.slice(0, 30)}`, () => assert.equal(imageNameProblem(name), undefined));
  for (const name of ['', 'A', 'a/B', 'a//b', '/a', 'a/', 'a:', 'a:-', 'a b', '-a', 'a@x', 'a@sha256:12', './a', '../a', 'a..b', `a:${'x'.repeat(129)}`]) it(`may not be "${name.slice(0, 30)}"`, () => assert.notEqual(imageNameProblem(name), undefined));
});
