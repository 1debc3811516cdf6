import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Rejection } from '#kernel/rejection.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { evaluateStage } from './evaluate.ts';
import { format, formatSteps } from './format.ts';
import { defaultOptions } from './options.ts';
import { planBuild } from './plan.ts';
import { parsePlatform } from './platform.ts';
import { doing, evaluated, evaluateOf, planOf, refusal, steps, warnings, wrong } from '../testing/evaluated-stage.ts';

const given = (...pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => new Map(pairs);
const environment = (text: string, options = {}, config = {}): readonly string[] => {
  const run = evaluated(text, { options, config }).steps.findLast(({ operation }) => operation.op === 'run')?.operation;
  return run?.op === 'run' ? run.environment.filter((one) => !one.startsWith('PATH=')) : assert.fail();
};

describe('a stage', () => {
  it('is steps that say all that is to be done', () =>
    assert.equal(
      formatSteps(
        evaluated(
          `\
ARG V=1.22
FROM golang:$V AS build
ARG MODE=release
WORKDIR /src
COPY --chown=1:2 go.* ./
RUN --mount=type=cache,target=/go/pkg make "$MODE"
ENV DEBUG=1
FROM build
RUN test
`,
          { options: { target: 'build' } },
        ).steps,
      ),
      `\
[build 1/4] FROM golang:1.22
  base: image golang:1.22
ARG MODE=release
  history: ARG MODE=release (no layer)
[build 2/4] WORKDIR /src
  directory: /src
  history: WORKDIR /src
[build 3/4] COPY --chown=1:2 go.* ./
  source: go.*, a pattern
  to: /src/
  owner: 1:2
  history: COPY --chown=1:2 go.* ./ # buildkit
[build 4/4] RUN --mount=type=cache,target=/go/pkg make "$MODE"
  run: ["/bin/sh","-c","make \\"$MODE\\""]
  environment: PATH=/bin MODE=release
  in: /src
  mount: /go/pkg cache /go/pkg shared 755 0:0
  history: RUN |1 MODE=release /bin/sh -c make "$MODE" # buildkit
ENV DEBUG=1
  history: ENV DEBUG=1 (no layer)
`,
    ));

  it('prints in the plan, with the others', () => {
    const plan = planOf('FROM a AS b\nRUN x\nFROM scratch\nCOPY --from=b x y');
    assert.equal(
      format(plan, [evaluateOf(plan, 1)]),
      'stage 0 b FROM image a (linux/amd64)\nstage 1 stage-1 FROM scratch (linux/amd64), the target\n  FROM scratch\n  [stage-1 1/1] COPY --from=b x y\n',
    );
  });

  it('counts what does something, and leaves room for the number', () => {
    const titles = evaluated(`FROM a\n${'RUN x\nENV y=z\n'.repeat(10)}`).steps.map(({ title }) => title);
    assert.deepEqual([titles[0], titles[1], titles[2], titles.at(-2)], ['[ 1/11] FROM a', '[ 2/11] RUN x', 'ENV y=z', '[11/11] RUN x']);
  });
  it('tells in its titles how it was written, and no value that may be secret', () => {
    const { steps: [, , copy] } = evaluated('FROM a\nARG V\ncopy   $V   /x', { options: { arguments: given(['V', 'hidden']) } });
    assert.equal(copy?.title, '[2/2] COPY   $V   /x');
  });
  it('cuts titles that are long', () => assert.equal(evaluated(`FROM a\nRUN ${'x'.repeat(400)}`).steps[1]?.title.length, '[2/2] '.length + 301));

  it('tells what it reads, its base first', () => {
    const { inputs } = evaluated('FROM a AS b\nFROM c\nCOPY x y\nCOPY --from=b x y\nRUN --mount=type=cache,target=/c --mount=from=d,target=/d z');
    assert.deepEqual(inputs.map((input) => (input.kind === 'image' ? input.reference : input.kind === 'stage' ? input.stage : input.kind)), ['c', 'context', 0, 'scratch', 'd']);
  });
  it('is told to ignore the cache by every step', () => assert.ok(evaluated('FROM a\nRUN x', { options: { noCache: true } }).steps.every(({ ignoreCache }) => ignoreCache)));

  describe('gives RUN', () => {
    for (const [what, text, options, config, expected] of [
      ['the environment of the image', 'FROM a\nRUN x', {}, { Env: ['A=1', 'B=2'] }, ['A=1', 'B=2']],
      ['ENV, in its order and changed in its place', 'FROM a\nENV C=3 A=4\nRUN x', {}, { Env: ['A=1', 'B=2'] }, ['A=4', 'B=2', 'C=3']],
      ['a build argument from where it is declared on', 'FROM a\nARG A\nRUN x', { arguments: given(['A', '1'], ['B', '2']) }, {}, ['A=1']],
      ['no build argument that was declared before FROM only', 'ARG A=1\nFROM a\nRUN x', {}, {}, []],
      ['a global that the stage declares', 'ARG A=1\nFROM a\nARG A\nRUN x', {}, {}, ['A=1']],
      ['the default of the stage before a global', 'ARG A=1\nFROM a\nARG A=2\nRUN x', {}, {}, ['A=2']],
      ['a build argument before all defaults', 'ARG A=1\nFROM a\nARG A=2\nRUN x', { arguments: given(['A', '3']) }, {}, ['A=3']],
      ['an empty build argument', 'FROM a\nARG A=2\nRUN x', { arguments: given(['A', '']) }, {}, ['A=']],
      ['no argument that nobody gave', 'FROM a\nARG A\nARG B=\nRUN x', {}, {}, ['B=']],
      ['the platforms that are declared', 'FROM a\nARG TARGETPLATFORM TARGETVARIANT\nRUN x', {}, {}, ['TARGETPLATFORM=linux/amd64', 'TARGETVARIANT=']],
      ['ENV after ARG', 'FROM a\nARG A=1\nENV A=2\nRUN x', { arguments: given(['A', '3']) }, {}, ['A=2']],
      ['ARG after ENV, as BuildKit does', 'FROM a\nARG A=1\nRUN x', {}, { Env: ['A=2'] }, ['A=1']],
      ['an argument made of others', 'FROM a\nARG A=1\nARG B=${A}-$PATH\nRUN x', {}, {}, ['A=1', 'B=1-/bin']],
      ['arguments of the stage that it stands on', 'FROM a AS b\nARG A=1\nENV B=2\nFROM b\nRUN x', {}, {}, ['B=2', 'A=1']],
      ['no arguments of other stages', 'FROM a AS b\nARG A=1\nFROM a\nCOPY --from=b x y\nRUN x', {}, {}, []],
    ] as const)
      it(what, () => assert.deepEqual([...environment(text, options, config)].sort(), [...expected].sort()));

    it('a path, if the image has none', () => assert.match(doing('RUN x', { config: { Env: [] } }), /environment: PATH=\/usr\/local\/sbin:\/usr\/local\/bin:\/usr\/sbin:\/usr\/bin:\/sbin:\/bin\n/));
    it('proxies in both cases, beside the environment, and not in history', () => {
      const text = steps('FROM a\nARG no_proxy\nRUN x', { options: { arguments: given(['http_proxy', 'p'], ['NO_PROXY', 'q'], ['no_proxy', 'r']) } });
      assert.match(text, / {2}environment: PATH=\/bin no_proxy=r\n {2}proxies: HTTP_PROXY=p http_proxy=p NO_PROXY=r\n/);
      assert.match(text, /history: RUN \|1 no_proxy=r \/bin\/sh -c x # buildkit\n/);
    });
  });

  describe('puts variables in', () => {
    it('of one instruction as they were before it', () => assert.match(steps('FROM a\nENV abc=hello\nENV abc=bye def=$abc\nENV ghi=$abc'), /ENV abc=bye def=hello \(no layer\)[^]*ENV ghi=bye \(no layer\)/));
    for (const [instruction, expected] of [
      ['COPY $V ${V}/ /$V', 'COPY v v/ /v # buildkit'],
      ['COPY --chown=$V --chmod=$M a b', 'COPY --chown=v --chmod=640 a b # buildkit'],
      ['WORKDIR /$V', 'WORKDIR /v'],
      ['USER $V', 'USER v (no layer)'],
      ['LABEL $V=${V}1 "a b"=\'$V\'', 'LABEL v=v1 a b=$V (no layer)'],
      ['ENV $V="x $V"', 'ENV v=x v (no layer)'],
      ['ENV A x  "$V"  y', 'ENV A=x  v  y (no layer)'],
      ['EXPOSE $P', 'EXPOSE [80/tcp 90/udp] (no layer)'],
      ['VOLUME ["/$V", "/a b"]', 'VOLUME [/v /a b] (no layer)'],
      ['STOPSIGNAL SIG$S', 'STOPSIGNAL SIGINT (no layer)'],
      ['RUN echo $V', 'RUN /bin/sh -c echo $V # buildkit'],
      ['CMD ["$V"]', 'CMD ["$V"] (no layer)'],
      ['ENTRYPOINT $V', 'ENTRYPOINT ["/bin/sh" "-c" "$V"] (no layer)'],
      ['SHELL ["$V"]', 'SHELL [$V] (no layer)'],
      ['HEALTHCHECK CMD $V', 'HEALTHCHECK {Test:[CMD-SHELL $V] Interval:0s Timeout:0s StartPeriod:0s StartInterval:0s Retries:0} (no layer)'],
      ['MAINTAINER $V', 'MAINTAINER $V (no layer)'],
    ] as const)
      it(`of ${instruction}`, () => {
        const history = evaluated(`FROM a\n${instruction}`, { config: { Env: ['PATH=/bin', 'V=v', 'M=640', 'P=80 90/udp', 'S=INT'] } }).steps[1]?.history;
        assert.equal(`${history?.created_by}${history?.empty_layer === true ? ' (no layer)' : ''}`, expected);
      });
    it('escaped as the file says', () => assert.match(steps('# escape=`\nFROM a\nENV A=`$B C=\\x'), /ENV A=\$B C=\\x/));
    it('of a heredoc, unless its name is quoted', () =>
      assert.equal(
        doing('COPY <<A <<"B" /d/\n$V "$V" it\'s \\$V \\\\\nA\n$V \\$V\nB', { config: { Env: ['V=v'] } }),
        '[2/2] COPY <<A <<"B" /d/\n  source: A "v \\"v\\" it\'s $V \\\\\\n"\n  source: B "$V \\\\$V\\n"\n  to: /d/\n',
      ));
  });

  describe('does what its base says by ONBUILD', () => {
    const config = { OnBuild: ['COPY . /app', 'RUN --mount=type=cache,target=/c make', 'ENV A=1'] };
    it('before its own instructions, and not again on top of it', () => {
      const stage = evaluated('FROM node AS n\nRUN own', { config });
      assert.deepEqual(stage.steps.map(({ title, place }) => `${title} ${place.line}`), ['[1/4] FROM node 1', '[2/4] ONBUILD COPY . /app 1', '[3/4] ONBUILD RUN --mount=type=cache,target=/c make 1', 'ONBUILD ENV A=1 1', '[4/4] RUN own 2']);
      assert.equal(stage.image.config.OnBuild, undefined);
    });
    it('of a stage, too', () => assert.deepEqual(evaluated('FROM a AS b\nONBUILD RUN x\nRUN y\nFROM b').steps.map(({ title }) => title), ['FROM b', '[stage-1 1/1] ONBUILD RUN x']));
    it('and keeps its own for those on top of it', () => {
      const { image, steps: [, onbuild] } = evaluated('FROM a\nONBUILD RUN <<EOF\nx\nEOF');
      assert.deepEqual(image.config.OnBuild, ['RUN <<EOF\nx\nEOF']);
      assert.deepEqual([onbuild?.operation.op, onbuild?.history], ['configure', undefined]);
    });
    it('from stages of the file, which it then needs', () => {
      const text = 'FROM a AS build\nFROM node';
      assert.deepEqual(evaluated(text, { config: { OnBuild: ['COPY --from=build /a /b'] } }).inputs, [{ kind: 'image', reference: 'node', platform: 'linux/amd64' }, { kind: 'stage', stage: 0 }]);
    });
    it('and refuses with the words of the base', () => {
      assert.equal(refusal('FROM node', { config: { OnBuild: ['RUNN x'] } }), '1: ONBUILD RUNN x: unknown instruction "RUNN"; did you mean "RUN"?');
      assert.equal(refusal('FROM node', { config: { OnBuild: ['VOLUME $X'] } }), '1: ONBUILD VOLUME $X: VOLUME has an empty path: give its variable a value');
    });
  });

  it('that is replaced by a context is only what is there', () => {
    const { steps: [from, ...rest], image } = evaluated('FROM a AS b\nRUN x', { options: { contexts: given(['b', './dist']) } });
    assert.deepEqual([from?.title, rest], ['[1/1] FROM b', []]);
    assert.deepEqual(image.config, { WorkingDir: '/', Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] });
  });

  describe('makes an image', () => {
    it('of nothing', () =>
      assert.deepEqual(evaluated('FROM scratch\nCOPY a /a').image, {
        architecture: 'amd64', os: 'linux', config: { WorkingDir: '/', Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] },
        history: [{ created_by: 'COPY a /a # buildkit', comment: 'buildkit.dockerfile.v0' }],
      }));
    it('on top of the history and the author of its base', () => {
      const { image } = evaluated('FROM a\nENV A=1', { image: { created: '2020-01-01T00:00:00Z', author: 'me', variant: 'v8', history: [{ created_by: 'base' }] } });
      assert.deepEqual(image, {
        author: 'me', architecture: 'amd64', os: 'linux', variant: 'v8', config: { Env: ['PATH=/bin', 'A=1'] }, history: [{ created_by: 'base' }, { created_by: 'ENV A=1', comment: 'buildkit.dockerfile.v0', empty_layer: true }],
      });
    });
    it('of the time that SOURCE_DATE_EPOCH says', () => {
      const { image } = evaluated('FROM a\nRUN x', { options: { arguments: given(['SOURCE_DATE_EPOCH', '1700000000']) } });
      assert.deepEqual([image.created, image.history[0]?.created], ['2023-11-14T22:13:20Z', '2023-11-14T22:13:20Z']);
    });
    it('for the platform that was asked for, with the labels of the build', () => {
      const targetPlatform = parsePlatform('linux/arm/v6', { os: 'linux', architecture: 'amd64', variant: '' });
      const { image } = evaluated('FROM --platform=$BUILDPLATFORM a\nLABEL a=1 b=2', { options: { targetPlatform, labels: given(['b', '3']) } });
      assert.deepEqual([image.os, image.architecture, image.variant, image.config.Labels], ['linux', 'arm', 'v6', { a: '1', b: '3' }]);
    });
    it('without these where it is not the target', () => {
      const plan = planOf('FROM a AS b\nLABEL a=1\nFROM b', { labels: given(['c', '3']) });
      assert.deepEqual(evaluateOf(plan, 0).image.config.Labels, { a: '1' });
      assert.deepEqual(evaluateOf(plan, 1).image.config.Labels, { a: '1', c: '3' });
    });
    it('without changing that of its base', () => {
      const config = { Labels: { a: '1' }, ExposedPorts: { '1/tcp': {} }, Volumes: { '/a': {} } };
      evaluated('FROM a\nLABEL a=2\nEXPOSE 2\nVOLUME /b', { config });
      assert.deepEqual(config, { Labels: { a: '1' }, ExposedPorts: { '1/tcp': {} }, Volumes: { '/a': {} } });
    });
  });

  describe('warns of', () => {
    for (const [what, text, expected] of [
      ['a variable that is not there', 'FROM a\nARG NAME=x\nENV A=$NAMES', ['3 UndefinedVar: NAMES is not set here, and stands for nothing; did you mean "NAME"?']],
      ['no variable that is declared, or has a default', 'FROM a\nARG V\nENV A=$V$PATH${X:-x}', []],
      ['a variable of a heredoc', 'FROM a\nCOPY <<E /x\n$V\nE', ['2 UndefinedVar: V is not set here, and stands for nothing']],
      ['secrets in ENV and ARG', 'FROM a\nENV API_KEY=x PUBLIC_KEY=y\nARG TOKEN', ['2 SecretsUsedInArgOrEnv: API_KEY looks like a secret, and whoever has the image can read it: use RUN --mount=type=secret,id=API_KEY', '3 SecretsUsedInArgOrEnv: TOKEN looks like a secret, and whoever has the image can read it: use RUN --mount=type=secret,id=TOKEN']],
      ['a second CMD', 'FROM a\nCMD ["a"]\nCMD ["b"]', ['2 MultipleInstructionsDisallowed: CMD stands in this stage again, in line 3, and only the last one counts: remove this one']],
      ['a CMD by the shell', 'FROM a\nCMD x', ['2 JSONArgsRecommended: CMD is executed by a shell, which passes no signals on: write a list, CMD ["…"], or say by SHELL that it is meant']],
      ['no CMD by the shell that SHELL means', 'FROM a\nSHELL ["/bin/sh", "-c"]\nCMD x', []],
      ['a relative WORKDIR before an absolute one', 'FROM a\nWORKDIR b\nWORKDIR c', ['2 WorkdirRelativePath: WORKDIR b begins where the base image ends, which may change: write an absolute path first']],
      ['no relative WORKDIR after an absolute one of the stage below', 'FROM a AS b\nWORKDIR /x\nFROM b\nWORKDIR y', []],
      ['ports of the host', 'FROM a\nEXPOSE 8080:80', ['2 ExposeInvalidFormat: EXPOSE 8080:80 has an address or port of the host, which means nothing here: leave it out, and publish ports where containers are started']],
      ['a protocol in capitals', 'FROM a\nEXPOSE 80/TCP', ['2 ExposeProtoCasing: EXPOSE 80/TCP: write the protocol in lower case']],
      ['nothing that a comment says is meant', 'FROM a\n# check=skip=JSONArgsRecommended\nCMD x', []],
    ] as const)
      it(what, () => assert.deepEqual(warnings(text), expected));
    it('a base for another machine', () => assert.deepEqual(warnings('FROM a', { image: { architecture: 'arm64' } }), ['1 InvalidBaseImagePlatform: a is an image for linux/arm64, and linux/amd64 was asked for']));
  });

  describe('that makes much of little', () => {
    it('is refused when its variables hold each other', () => assert.match(refusal(`FROM a\nENV A0=${'x'.repeat(1_000)}\n${Array.from({ length: 40 }, (_, n) => `ENV A${n + 1}=$A${n}$A${n}`).join('\n')}`), /^\d+: .*(?:expands to too much text|too much text of its variables)/));
    it('is refused when thousands of arguments meet thousands of commands', () =>
      assert.match(wrong(`${Array.from({ length: 5_000 }, (_, n) => `ARG A${n}=${n}`).join('\n')}\n${'RUN x\n'.repeat(5_000)}`), /the stage makes too much text of its variables: use fewer of them, or shorter ones/));
    it('is evaluated in less than a second where it is 10,000 lines', () => {
      const text = `FROM a\n${Array.from({ length: 2_000 }, (_, n) => `ENV A${n % 50}=$B${n} C=$A1\nCOPY --from=x a${n} /b/\nRUN --mount=type=cache,target=/x x\nLABEL l${n}=$A2\nWORKDIR /w`).join('\n')}`;
      const plan = planBuild(parseDockerfile(text, { file: 'Dockerfile' }), defaultOptions('linux/amd64'));
      const start = performance.now();
      assert.equal(evaluateStage(plan, 0, { kind: 'files' }).steps.length, 10_001);
      assert.ok(performance.now() - start < 1_000);
    });
  });

  it('is evaluated or refused, whatever it is', () => {
    const line = fc
      .tuple(
        fc.constantFrom('RUN ', 'COPY ', 'ADD ', 'ENV ', 'ARG ', 'WORKDIR ', 'EXPOSE ', 'LABEL ', 'VOLUME ', 'USER ', 'STOPSIGNAL ', 'HEALTHCHECK CMD ', 'ONBUILD RUN ', 'SHELL ', 'RUN --mount=type=', 'COPY --from=', 'FROM '),
        fc.array(fc.constantFrom('a', '$A', '${A:-', '}', '/', '.', ' ', '=', ',', 'cache', 'bind', 'target=/x', 'from=b', '[', '"', ']', '*', '\\', ':', '80', '0', 'https://x/y', 'git@x:y', '--link ', '--chown=1 '), { maxLength: 8 }),
      )
      .map(([keyword, words]) => keyword + words.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        try {
          evaluated(`FROM x AS b\n${lines.join('\n')}`);
        } catch (error) {
          assert.ok(error instanceof Rejection, String(error));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
