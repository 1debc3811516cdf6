import assert from 'node:assert/strict';
import { agentConfig } from './config.ts';

describe('settings of an agent', () => {
  it('name mirrors by registry, in their order, and insecure registries', () => {
    const { registries } = agentConfig({ LADING_REGISTRY_MIRRORS: 'docker.io=https://a.example docker.io=http://10.0.0.1:5000/hub, ghcr.io=https://a.example/ghcr', LADING_INSECURE_REGISTRIES: '10.0.0.0/8 reg.lan:5000' });
    assert.deepEqual(registries, { mirrors: { 'docker.io': ['https://a.example', 'http://10.0.0.1:5000/hub'], 'ghcr.io': ['https://a.example/ghcr'] }, insecure: ['10.0.0.0/8', 'reg.lan:5000'] });
    assert.deepEqual(agentConfig({}).registries, { mirrors: {}, insecure: [] });
  });
  for (const text of ['https://a.example', 'docker.io=a.example', 'docker.io=', '=https://a.example', 'docker.io=https://['])
    it(`refuse the mirror "${text}"`, () => assert.throws(() => agentConfig({ LADING_REGISTRY_MIRRORS: text }), /LADING_REGISTRY_MIRRORS: .* is no mirror: write it like docker\.io=https:/));
  it('look for logins where Docker keeps them', () => {
    assert.equal(agentConfig({}).dockerConfig, '/root/.docker/config.json');
    assert.equal(agentConfig({ DOCKER_CONFIG: '/etc/docker-client' }).dockerConfig, '/etc/docker-client/config.json');
  });
});
