import assert from 'node:assert/strict';
import { dockerListen } from './docker-listen.ts';

const at = (listen: string, more: NodeJS.ProcessEnv = {}) => dockerListen({ LADING_DOCKER_LISTEN: listen, ...more });

describe("Docker's API listens on TCP", () => {
  it('nowhere, unless asked', () => assert.equal(dockerListen({}), undefined));
  for (const listen of ['127.0.0.1:2375', '0.0.0.0:2376', '[::1]:2376', 'localhost:2376'])
    it(`on ${listen} only with certificates, or when it is said twice`, () => {
      assert.throws(() => at(listen), /gives whoever reaches it root on every node: set LADING_DOCKER_CA/);
      assert.throws(() => at(listen, { LADING_DOCKER_INSECURE: 'true' }), /gives whoever reaches it root/);
      assert.equal(at(listen, { LADING_DOCKER_INSECURE: '1' })?.tls, undefined);
    });
  it('not with some of the files', () => assert.throws(() => at('0.0.0.0:2376', { LADING_DOCKER_CERT: '/x', LADING_DOCKER_KEY: '/y', LADING_DOCKER_INSECURE: '1' }), /belong together/));
  it('not with files that are not there', () => assert.throws(() => at('0.0.0.0:2376', { LADING_DOCKER_CA: '/nosuch', LADING_DOCKER_CERT: '/x', LADING_DOCKER_KEY: '/y' }), /LADING_DOCKER_CA=\/nosuch can't be read: ENOENT/));
  it('not where is no address', () => assert.throws(() => at('tcp://0.0.0.0:2376'), /is no address: give ADDRESS:PORT/));
});
