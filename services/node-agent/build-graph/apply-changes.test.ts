import assert from 'node:assert/strict';
import { applyChanges } from './apply-changes.ts';

const before = { Cmd: ['sh'], Env: ['A=1'], Labels: { a: 'b' }, WorkingDir: '/srv', OnBuild: ['RUN make'] };
const changed = (...changes: string[]) => applyChanges(before, changes, 'linux/amd64');

describe('a configuration that is changed by instructions', () => {
  it('is as it was without any', () => assert.deepEqual(applyChanges(before, [], 'linux/amd64'), before));
  it('has what they say', () => {
    const { Cmd, Env, Labels, ExposedPorts, User, WorkingDir, Volumes, StopSignal } = changed('CMD ["top"]', 'ENV B=$A C="x y"', 'LABEL c=d', 'EXPOSE 80/tcp', 'USER 1000', 'WORKDIR sub', 'VOLUME /data', 'STOPSIGNAL SIGINT');
    assert.deepEqual({ Cmd, Env, Labels, ExposedPorts, User, WorkingDir, Volumes, StopSignal }, {
      Cmd: ['top'], Env: ['A=1', 'B=1', 'C=x y'], Labels: { a: 'b', c: 'd' }, ExposedPorts: { '80/tcp': {} }, User: '1000', WorkingDir: '/srv/sub', Volumes: { '/data': {} }, StopSignal: 'SIGINT',
    });
  });
  it('loses its command to an entrypoint, as in a build', () => assert.deepEqual([changed('ENTRYPOINT ["init"]').Entrypoint, changed('ENTRYPOINT ["init"]').Cmd], [['init'], undefined]));
  it('keeps its triggers, and gets more', () => assert.deepEqual([changed('USER a').OnBuild, changed('ONBUILD RUN test').OnBuild], [['RUN make'], ['RUN make', 'RUN test']]));
  it('gets no PATH that nobody gave it', () => assert.deepEqual([changed('USER a').Env, changed('ENV PATH=/x').Env], [['A=1'], ['A=1', 'PATH=/x']]));
  for (const change of ['RUN make', 'COPY a b', 'FROM alpine', 'ADD x y']) it(`takes no ${change.split(' ')[0]}`, () => assert.throws(() => changed(change), { code: 'INVALID', message: /is not a valid change command: give one of cmd, / }));
  it('tells what is wrong in them', () => assert.throws(() => changed('CMDD x'), { code: 'DOCKERFILE_INVALID', message: /changes:2.*CMDD/ }));
});
