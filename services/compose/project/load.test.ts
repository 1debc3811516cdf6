import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseYaml } from '../codec/yaml.ts';
import { load } from './load.ts';

describe('load', () => {
  it('reads the counter example', () => {
    const text = readFileSync(new URL('../../../deploy/examples/counter/compose.yaml', import.meta.url), 'utf8');
    const { model, warnings } = load({ project: '', projectDir: '/srv/any', files: [{ path: '/srv/any/compose.yaml', text }], environment: {}, envFiles: [], profiles: [] }, parseYaml);
    assert.deepEqual(warnings, []);
    assert.equal(model.name, 'counter');
    assert.deepEqual(model.networks, { app: { name: 'counter_app', external: false, driver: 'bridge', internal: false, attachable: false, labels: {}, options: {}, subnet: '', gateway: '' } });
    assert.deepEqual(model.volumes, { data: { name: 'counter_data', external: false, driver: 'local', labels: {}, options: {} } });
    const { web, store } = model.services;
    assert.equal(web?.image, 'node:24-slim');
    assert.deepEqual(web?.command, ['node', '/app/server.js']);
    assert.deepEqual(web?.ports, [{ protocol: 'tcp', containerPort: 8080, hostPort: 8080, hostAddress: '', mode: 'ingress' }]);
    assert.deepEqual(web?.networks, [{ network: 'app', aliases: [], address: '', mac: '' }]);
    assert.deepEqual(web?.dependsOn, [{ service: 'store', condition: 'service_healthy', required: true, restart: false }]);
    assert.deepEqual(store?.healthcheck, { test: ['CMD', 'redis-cli', 'ping'], intervalMs: 1000, timeoutMs: 3000, startPeriodMs: 0, startIntervalMs: 0, retries: 10 });
    assert.equal(store?.restart.condition, 'unless-stopped');
    assert.equal(store?.mounts[0]?.source, 'data');
  });
});
