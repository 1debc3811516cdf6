import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endpointsOf, isInsecure, originOf } from './endpoints.ts';

const none = { mirrors: {}, insecure: [] };
const verified = { schemes: ['https:'], verify: true };
const lenient = { schemes: ['https:', 'http:'], verify: false };

describe('places of a registry', () => {
  it('Docker Hub has another host than name', () => assert.deepEqual(endpointsOf('docker.io', none), [{ host: 'registry-1.docker.io', ...verified, basePath: '', credentialsOf: 'docker.io', isMirror: false }]));
  it('mirrors come before the origin, and have logins of their own', () =>
    assert.deepEqual(endpointsOf('docker.io', { mirrors: { 'docker.io': ['https://mirror.example/hub/', 'http://10.0.0.5:5000'] }, insecure: [] }), [
      { host: 'mirror.example', ...verified, basePath: '/hub', credentialsOf: 'mirror.example', isMirror: true },
      { host: '10.0.0.5:5000', schemes: ['http:'], verify: true, basePath: '', credentialsOf: '10.0.0.5:5000', isMirror: true },
      { host: 'registry-1.docker.io', ...verified, basePath: '', credentialsOf: 'docker.io', isMirror: false },
    ]));
  it('a mirror is of its own domain only', () => assert.deepEqual(endpointsOf('ghcr.io', { mirrors: { 'docker.io': ['https://mirror.example'] }, insecure: [] }).map(({ host }) => host), ['ghcr.io']));
  for (const text of ['mirror.example', 'ftp://mirror.example', 'https://user:secret@mirror.example', 'https://mirror.example/?x=1', ''])
    it(`the mirror "${text}" is refused`, () => assert.throws(() => endpointsOf('docker.io', { mirrors: { 'docker.io': [text] }, insecure: [] }), /write it like https:/));
  it('this machine is spoken to without TLS when it has none', () => assert.deepEqual(originOf('localhost:5000', none), { host: 'localhost:5000', ...lenient, basePath: '', credentialsOf: 'localhost:5000', isMirror: false }));
});

describe('an insecure registry', () => {
  const insecure = ['registry.lan:5000', 'other.lan', '10.1.0.0/16', 'fd00::/8'];
  for (const [host, expected] of [
    ['registry.lan:5000', true],
    ['REGISTRY.lan:5000', true],
    ['registry.lan', false],
    ['registry.lan:443', false],
    ['other.lan', true],
    ['other.lan:5000', true],
    ['10.1.2.3:5000', true],
    ['10.2.2.3:5000', false],
    ['[fd00::5]:5000', true],
    ['127.0.0.1:5000', true],
    ['127.9.9.9', true],
    ['[::1]:5000', true],
    ['localhost', true],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['ghcr.io', false],
  ] as const)
    it(`${host} is ${expected ? 'one' : 'none'}`, () => assert.equal(isInsecure(host, { insecure }), expected));
  it('is told for any text', () => fc.assert(fc.property(fc.string(), fc.array(fc.string()), (host, listed) => void isInsecure(host, { insecure: listed }))));
});
