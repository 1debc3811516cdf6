import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTarget, textOf } from './target.ts';

const digest = `sha256:${'a'.repeat(64)}`;

describe('an image in a registry', () => {
  for (const [text, expected] of [
    ['docker.io/library/redis:7', { domain: 'docker.io', path: 'library/redis', tag: '7', digest: '' }],
    [`ghcr.io/a/b@${digest}`, { domain: 'ghcr.io', path: 'a/b', tag: '', digest }],
    [`localhost:5000/a:1.0@${digest}`, { domain: 'localhost:5000', path: 'a', tag: '1.0', digest }],
    ['[::1]:5000/a/b-c__d.e:latest', { domain: '[::1]:5000', path: 'a/b-c__d.e', tag: 'latest', digest: '' }],
  ] as const)
    it(`${text} is read, and written again`, () => {
      assert.deepEqual(parseTarget(text), expected);
      assert.equal(textOf(parseTarget(text)), text);
    });
  for (const text of ['', 'redis', 'docker.io/', 'docker.io/a/../b:1', 'docker.io/a?x:1', 'docker.io/A:1', 'docker.io/a:1/2', 'docker.io//a:1', `docker.io/a@sha256:${'a'.repeat(63)}`, `docker.io/a@sha512:${'a'.repeat(128)}`, 'docker.io/a:-', 'user@docker.io/a:1', 'docker.io#x/a:1', '..5000/a', '.5000/a', 'x.5000/a', 'x:99999/a', '[::1/a', '[1:2]/a'])
    it(`"${text.slice(0, 30)}" is refused`, () => assert.throws(() => parseTarget(text), /is no image in a registry/));
  it('never leads to another path, whatever is written', () => {
    const unit = fc.constantFrom('a', '/', '.', '..', ':', '@', '%2f', '?', '#', '\\', 'docker.io', '5000', digest, '\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        try {
          const { domain, path } = parseTarget(text);
          const url = new URL(`https://${domain}/v2/${path}/manifests/x`);
          assert.deepEqual([url.pathname, url.search, url.hash, url.username], [`/v2/${path}/manifests/x`, '', '', '']);
        } catch (error) {
          assert.match(String(error), /is no image in a registry/);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
