import assert from 'node:assert/strict';
import type { ContainerConfig } from './operation.ts';
import { evaluated, steps, wrong } from '../testing/evaluated-stage.ts';

const configOf = (instructions: string, config: ContainerConfig = {}): ContainerConfig => {
  const { Env: _env, ...rest } = evaluated(`FROM a\n${instructions}`, { config }).image.config;
  return rest;
};

describe('the configuration of an image', () => {
  for (const [what, instructions, before, after] of [
    ['has CMD as a list', 'CMD ["a", "b"]', {}, { Cmd: ['a', 'b'], ArgsEscaped: true }],
    ['has CMD by the shell', 'CMD a b', {}, { Cmd: ['/bin/sh', '-c', 'a b'], ArgsEscaped: true }],
    ['has CMD by the shell that SHELL says', 'SHELL ["/bin/bash", "-c"]\nCMD a', {}, { Shell: ['/bin/bash', '-c'], Cmd: ['/bin/bash', '-c', 'a'], ArgsEscaped: true }],
    ['has CMD of nothing', 'CMD []', { Cmd: ['a'] }, { ArgsEscaped: true }],
    ['loses CMD of its base by ENTRYPOINT', 'ENTRYPOINT ["e"]', { Cmd: ['a'] }, { Entrypoint: ['e'] }],
    ['keeps CMD of its own, before ENTRYPOINT', 'CMD ["a"]\nENTRYPOINT ["e"]', {}, { Cmd: ['a'], ArgsEscaped: true, Entrypoint: ['e'] }],
    ['keeps CMD of its own, after ENTRYPOINT', 'ENTRYPOINT e\nCMD ["a"]', { Cmd: ['b'] }, { Entrypoint: ['/bin/sh', '-c', 'e'], Cmd: ['a'], ArgsEscaped: true }],
    ['keeps ENTRYPOINT of its base under a CMD', 'CMD ["a"]', { Entrypoint: ['e'] }, { Entrypoint: ['e'], Cmd: ['a'], ArgsEscaped: true }],
    ['loses ENTRYPOINT by an empty one', 'ENTRYPOINT []', { Entrypoint: ['e'], Cmd: ['a'] }, {}],
    ['has the last of several', 'CMD ["a"]\nCMD ["b"]', {}, { Cmd: ['b'], ArgsEscaped: true }],
    ['has ports of all instructions, ranges unfolded', 'EXPOSE 80 90-91/udp\nEXPOSE 80', { ExposedPorts: { '1/tcp': {} } }, { ExposedPorts: { '1/tcp': {}, '80/tcp': {}, '90/udp': {}, '91/udp': {} } }],
    ['has volumes of all instructions', 'VOLUME /a /b\nVOLUME ["/c d"]', { Volumes: { '/x': {} } }, { Volumes: { '/x': {}, '/a': {}, '/b': {}, '/c d': {} } }],
    ['has labels, the later ones counting', 'LABEL a=1 b=2\nLABEL b=3', { Labels: { a: '0', z: '9' } }, { Labels: { a: '1', z: '9', b: '3' } }],
    ['has the last user', 'USER a\nUSER b:c', { User: 'x' }, { User: 'b:c' }],
    ['has a signal to stop by', 'STOPSIGNAL SIGRTMIN+3', {}, { StopSignal: 'SIGRTMIN+3' }],
    ['has directories, one below the other', 'WORKDIR b\nWORKDIR ../c/', { WorkingDir: '/a' }, { WorkingDir: '/a/c' }],
    ['stays where it is by a directory that is empty', 'WORKDIR $X', { WorkingDir: '/a' }, { WorkingDir: '/a' }],
    ['has an absolute directory', 'WORKDIR /x', { WorkingDir: '/a' }, { WorkingDir: '/x' }],
    ['has a health check', 'HEALTHCHECK --interval=1m --retries=2 CMD a', {}, { Healthcheck: { Test: ['CMD-SHELL', 'a'], Interval: 60e9, Retries: 2 } }],
    ['has none', 'HEALTHCHECK NONE', { Healthcheck: { Test: ['CMD', 'a'] } }, { Healthcheck: { Test: ['NONE'] } }],
    ['keeps what nobody changes', 'ENV a=b', { User: 'u', WorkingDir: '/w', StopSignal: 'SIGINT', Shell: ['s'], Healthcheck: { Test: ['CMD', 'a'] } }, { User: 'u', WorkingDir: '/w', StopSignal: 'SIGINT', Shell: ['s'], Healthcheck: { Test: ['CMD', 'a'] } }],
  ] as const)
    it(what, () => assert.deepEqual(configOf(instructions, before as ContainerConfig), after));

  it('loses CMD of the stage below by ENTRYPOINT', () => assert.equal(evaluated('FROM a AS b\nCMD ["x"]\nFROM b\nENTRYPOINT ["e"]').image.config.Cmd, undefined));
  it('has an author', () => assert.equal(evaluated('FROM a\nMAINTAINER me').image.author, 'me'));

  it('makes the directory as the user of that moment, and none for the root', () =>
    assert.equal(
      steps('FROM a\nUSER me\nWORKDIR /a\nWORKDIR /'),
      `\
USER me
  history: USER me (no layer)
[2/3] WORKDIR /a
  directory: /a of me
  history: WORKDIR /a
[3/3] WORKDIR /
  directory: / of me
  history: WORKDIR / (no layer)
`,
    ));

  describe('is refused with', () => {
    for (const [what, instruction, expected] of [
      ['a signal that is none', 'STOPSIGNAL SIGTREM', '2:12: "SIGTREM" is no signal; did you mean "SIGTERM"?'],
      ['a signal too high', 'STOPSIGNAL 65', '2:12: "65" is no signal: write a name such as SIGTERM, or a number'],
      ['a port that is none', 'EXPOSE http', '2:8: "http" is no port: write 80, 80/udp or 8000-8010'],
      ['a port too high', 'EXPOSE 65536', '2:8: "65536" is no port: write 80, 80/udp or 8000-8010'],
      ['a range that runs backwards', 'EXPOSE 90-80', '2:8: "90-80" is no port: write 80, 80/udp or 8000-8010'],
      ['a protocol that is none', 'EXPOSE 80/tpc', '2:8: "tpc" is no protocol: ports have tcp, udp and sctp'],
      ['a volume that is empty', 'VOLUME $X', '2: VOLUME has an empty path: give its variable a value'],
      ['a name that is empty', 'ENV $X=1', '2: a name of ENV is empty: give its variable a value'],
    ] as const)
      it(what, () => assert.equal(wrong(instruction), expected));
  });
});
