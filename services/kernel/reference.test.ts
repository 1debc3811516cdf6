import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonical, familiar, parseReference } from './reference.ts';

const whole = (text: string) => canonical(parseReference(text));

describe('image references', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  for (const [text, expected] of [
    ['redis', 'docker.io/library/redis:latest'],
    ['redis:7', 'docker.io/library/redis:7'],
    ['bitnami/redis', 'docker.io/bitnami/redis:latest'],
    ['index.docker.io/library/redis:7', 'docker.io/library/redis:7'],
    ['localhost/app', 'localhost/app:latest'],
    ['registry.test:5000/team/app:v1', 'registry.test:5000/team/app:v1'],
    [`redis@${digest}`, `docker.io/library/redis@${digest}`],
    [`redis:7@${digest}`, `docker.io/library/redis:7@${digest}`],
  ] as const)
    it(`${text} is ${expected}`, () => assert.equal(whole(text), expected));

  for (const text of ['', 'Redis', 'a//b', 'a:', 'a:-x', '-a', 'a@sha256:12', 'a b', `${'a'.repeat(300)}`])
    it(`"${text.slice(0, 20)}" is refused`, () => assert.throws(() => parseReference(text), /invalid reference format/));

  it('are written short again as people write them', () => {
    assert.equal(familiar(parseReference('redis:7')), 'redis:7');
    assert.equal(familiar(parseReference('bitnami/redis')), 'bitnami/redis:latest');
    assert.equal(familiar(parseReference('registry.test/redis:7')), 'registry.test/redis:7');
  });

  it('mean the same however often they are parsed', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,8}(\/[a-z0-9]{1,8}){0,2}(:[a-z0-9]{1,5})?$/), (text) => {
        assert.equal(whole(whole(text)), whole(text));
        assert.equal(whole(familiar(parseReference(text))), whole(text));
      }),
    ));
});
