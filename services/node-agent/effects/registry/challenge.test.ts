import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChallenges } from './challenge.ts';

const plain = (...headers: string[]) => parseChallenges(headers).map(({ scheme, parameters }) => [scheme, { ...parameters }]);

describe('a challenge of a registry', () => {
  it('is read with its parameters, quoted or not', () =>
    assert.deepEqual(plain('Bearer realm="https://auth.example/token",service=reg,scope="repository:a/b:pull,push"'), [['bearer', { realm: 'https://auth.example/token', service: 'reg', scope: 'repository:a/b:pull,push' }]]));
  it('may be one of several, in one header or in many', () => {
    const expected = [['basic', { realm: 'a' }], ['bearer', { realm: 'b' }]];
    assert.deepEqual(plain('Basic realm="a", Bearer realm="b"'), expected);
    assert.deepEqual(plain('Basic realm="a"', 'bearer realm="b"'), expected);
  });
  it('may have no parameters', () => assert.deepEqual(plain('Negotiate, Basic realm=x'), [['negotiate', {}], ['basic', { realm: 'x' }]]));
  it('keeps the first of two parameters of one name', () => assert.deepEqual(plain('Bearer realm="first", REALM="second"'), [['bearer', { realm: 'first' }]]));
  it('keeps what is escaped', () => assert.deepEqual(plain('Basic realm="a \\"b\\" \\\\ c"'), [['basic', { realm: 'a "b" \\ c' }]]));
  it('is no place for names of objects', () => assert.deepEqual(Object.keys(parseChallenges(['Basic __proto__="x", constructor=y'])[0]?.parameters ?? {}), ['__proto__', 'constructor']));
  it('ends where it can not be read', () => assert.deepEqual(plain('Bearer realm="open'), [['bearer', {}]]));
  it('is read in bounded time, whatever it is', () => {
    const unit = fc.constantFrom('"', '\\', ',', '=', ' ', 'a', 'Bearer ', 'realm=', '\t', '\0', 'é');
    fc.assert(fc.property(fc.array(fc.string({ unit, maxLength: 2_000 }), { maxLength: 4 }), (headers) => void parseChallenges(headers)), { numRuns: 200 });
    const startedAtMs = performance.now();
    for (const hostile of ['"'.repeat(1e6), '\\'.repeat(1e6), ','.repeat(1e6), 'a='.repeat(5e5), ' '.repeat(1e6)]) parseChallenges([hostile]);
    assert.ok(performance.now() - startedAtMs < 1_000);
  });
});
