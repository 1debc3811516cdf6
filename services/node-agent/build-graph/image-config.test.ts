import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readImageConfig } from './image-config.ts';

describe('the configuration of a base', () => {
  it('is what images have, with all that a build goes on with', () => {
    const config = {
      User: 'u', ExposedPorts: { '80/tcp': {} }, Env: ['A=1'], Entrypoint: ['e'], Cmd: ['c'], Volumes: { '/v': {} }, WorkingDir: '/w', Labels: { a: 'b' }, StopSignal: 'SIGINT', ArgsEscaped: true,
      Healthcheck: { Test: ['CMD', 'x'], Interval: 1, Timeout: 2, StartPeriod: 3, StartInterval: 4, Retries: 5 }, OnBuild: ['RUN x'], Shell: ['s'],
    };
    const image = { created: '2020-01-01T00:00:00Z', author: 'me', architecture: 'arm64', os: 'linux', variant: 'v8', 'os.version': '1', config, history: [{ created: '2020-01-01T00:00:00Z', created_by: 'x', author: 'a', comment: 'c', empty_layer: true }, {}] };
    assert.deepEqual(readImageConfig({ ...image, rootfs: { type: 'layers', diff_ids: [] }, docker_version: '1', container: 'x' }), image);
  });
  it('may lack anything, and have null for it', () => {
    assert.deepEqual(readImageConfig({ architecture: 'amd64', os: 'linux', config: null, history: null }), { architecture: 'amd64', os: 'linux', config: {}, history: [] });
    assert.deepEqual(readImageConfig({ config: { Env: null, Cmd: null, Volumes: null, Labels: { a: 1 }, User: '' } }), { architecture: '', os: '', config: { Labels: {} }, history: [] });
  });
  it('is read, whatever it is', () => fc.assert(fc.property(fc.jsonValue(), (json) => void readImageConfig(json))));
});
