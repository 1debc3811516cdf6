import assert from 'node:assert/strict';
import { registryListen } from './registry-listen.ts';

const at = (listen: string, more: NodeJS.ProcessEnv = {}) => registryListen({ LADING_REGISTRY_LISTEN: listen, ...more });

describe('the registry listens', () => {
  it('nowhere, unless asked', () => assert.equal(registryListen({}), undefined));
  for (const [listen, host] of [['127.0.0.1:5000', '127.0.0.1'], ['127.8.9.1:5000', '127.8.9.1'], ['[::1]:5000', '::1'], ['localhost:5000', 'localhost']] as const)
    it(`on ${listen} as it is`, () => assert.deepEqual(at(listen), { host, port: 5_000 }));
  for (const listen of ['10.0.0.1:5000', '0.0.0.0:5000', '[::]:5000', '127.0.0.1.example.org:5000', 'registry.example:5000'])
    it(`on ${listen} only with a certificate, or when it is said twice`, () => {
      assert.throws(() => at(listen), /is reached by other machines: set LADING_REGISTRY_CERT/);
      assert.equal(at(listen, { LADING_REGISTRY_INSECURE: '1' })?.port, 5_000);
    });
  for (const listen of ['5000', '127.0.0.1', '127.0.0.1:0', '127.0.0.1:70000', '::1:5000', 'http://127.0.0.1:5000'])
    it(`not on "${listen}", which is no address`, () => assert.throws(() => at(listen), /is no address: give ADDRESS:PORT/));
  it('not with half a certificate', () => assert.throws(() => at('10.0.0.1:5000', { LADING_REGISTRY_CERT: '/x' }), /belong together/));
});
