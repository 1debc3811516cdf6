import assert from 'node:assert/strict';
import { committedConfig } from './committed-config.ts';

const container = { Hostname: '1234', Env: ['PATH=/bin', 'A=1'], Cmd: ['sh'], Entrypoint: null, Labels: { a: 'b' }, Tty: true, WorkingDir: '', ExposedPorts: {}, User: 'root' };

describe('the configuration of a committed image', () => {
  it("is the container's, without what an image has not", () => assert.deepEqual(committedConfig(container, {}), { User: 'root', Env: ['PATH=/bin', 'A=1'], Cmd: ['sh'], Labels: { a: 'b' } }));
  it('takes what the request says, and joins maps and environments', () =>
    assert.deepEqual(committedConfig(container, { Cmd: ['top'], Env: ['A=2', 'B=3'], Labels: { c: 'd' }, ExposedPorts: { '80/tcp': {} }, User: '' }), {
      User: 'root', ExposedPorts: { '80/tcp': {} }, Env: ['PATH=/bin', 'A=2', 'B=3'], Cmd: ['top'], Labels: { a: 'b', c: 'd' },
    }));
});
