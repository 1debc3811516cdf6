import assert from 'node:assert/strict';
import { Rejection } from '#kernel/rejection.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { parseIgnoreFile } from '../dockerignore/ignore.ts';
import { format } from './format.ts';
import { defaultOptions, type BuildOptions } from './options.ts';
import { planBuild, type BuildPlan } from './plan.ts';
import { parsePlatform } from './platform.ts';

const plan = (text: string, options: Partial<BuildOptions> = {}): BuildPlan => planBuild(parseDockerfile(text, { file: 'Dockerfile' }), { ...defaultOptions('linux/amd64'), ...options });
const text = (dockerfile: string, options: Partial<BuildOptions> = {}): string => format(plan(dockerfile, options));
const given = (...pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => new Map(pairs);
const arm = parsePlatform('linux/arm64', parsePlatform('linux/amd64', { os: 'linux', architecture: 'amd64', variant: '' }));
const warnings = (dockerfile: string, options: Partial<BuildOptions> = {}): readonly string[] => plan(dockerfile, options).warnings.map(({ rule, message, place }) => `${place.line} ${rule}: ${message}`);
const wrong = (dockerfile: string, options: Partial<BuildOptions> = {}): string => {
  try {
    return text(dockerfile, options);
  } catch (error) {
    assert.ok(error instanceof Rejection, String(error));
    return `${error.code} ${(error.message.split('\n')[0] ?? '').replace('Dockerfile:', '')}`;
  }
};

describe('the plan of a build', () => {
  it('has what the target needs, and leaves the rest out', () =>
    assert.equal(
      text(`\
FROM golang AS build
FROM node AS web
FROM build AS test
FROM alpine AS tools
FROM scratch
COPY --from=build /a /a
RUN --mount=from=tools,target=/t x
`),
      `\
stage 0 build FROM image golang (linux/amd64)
stage 1 web FROM image node (linux/amd64), not needed
stage 2 test FROM stage 0 (linux/amd64), not needed
stage 3 tools FROM image alpine (linux/amd64)
stage 4 stage-4 FROM scratch (linux/amd64), the target
`,
    ));

  it('ends at the target that is asked for, by name in any case or by number', () => {
    const file = 'FROM a AS one\nFROM one AS two\nFROM two AS three';
    for (const target of ['two', 'TWO', '1']) assert.deepEqual(plan(file, { target }).order, [0, 1], target);
    assert.equal(wrong(file, { target: 'tow' }), 'TARGET_NOT_FOUND there is no stage "tow"; did you mean "two"?');
    assert.equal(wrong('FROM a', { target: 'x' }), 'TARGET_NOT_FOUND there is no stage "x": the file has none with a name');
  });

  it('follows what stages take over several of them', () => assert.deepEqual(plan('FROM a AS a1\nFROM b AS b1\nCOPY --from=0 x x\nFROM c AS unused\nFROM b1').order, [0, 1, 3]));

  it('gives a stage no name where it is the only one', () => assert.equal(text('FROM alpine AS app'), 'stage 0 FROM image alpine (linux/amd64), the target\n'));

  describe('takes names for', () => {
    const base = (dockerfile: string, options: Partial<BuildOptions> = {}): unknown => plan(dockerfile, options).stages.at(-1)?.inputs.at(-1);
    const image = (reference: string) => ({ kind: 'image', reference, platform: 'linux/amd64' });
    for (const [what, dockerfile, expected] of [
      ['stages by number', 'FROM a AS b\nFROM x\nCOPY --from=0 a b', { kind: 'stage', stage: 0 }],
      ['stages in any case', 'FROM a AS b\nFROM x\nCOPY --from=B a b', { kind: 'stage', stage: 0 }],
      ['the last earlier stage of several', 'FROM a AS b\nFROM c AS b\nFROM b', { kind: 'stage', stage: 1 }],
      ['an earlier stage, even if a later one has the name, too', 'FROM a AS b\nFROM b\nFROM b AS b', { kind: 'stage', stage: 0 }],
      ['images, even of the stage\'s own name', 'FROM alpine AS alpine', image('alpine')],
      ['images with host, tag and digest', `FROM reg.test:5000/a/b:1@sha256:${'a'.repeat(64)}`, image(`reg.test:5000/a/b:1@sha256:${'a'.repeat(64)}`)],
      ['images of COPY', 'FROM x\nCOPY --from=nginx:1 a b', image('nginx:1')],
      ['images called as a number', 'FROM x\nFROM 0', image('0')],
      ['nothing by scratch', 'FROM x\nCOPY --from=scratch a b', { kind: 'scratch' }],
    ] as const)
      it(what, () => assert.deepEqual(base(dockerfile), expected));

    it('named contexts, before images', () => {
      const contexts = given(['alpine', './dir'], ['docker.io/library/node:20', 'docker-image://mirror/node@x'], ['src', 'https://git.test/a.git']);
      assert.deepEqual(base('FROM alpine:latest', { contexts }), { kind: 'named-context', name: 'alpine', value: './dir' });
      assert.deepEqual(base('FROM node:20', { contexts }), image('mirror/node@x'));
      assert.deepEqual(base('FROM node:21', { contexts }), image('node:21'));
      assert.deepEqual(base('FROM x\nCOPY --from=src a b', { contexts }), { kind: 'named-context', name: 'src', value: 'https://git.test/a.git' });
      assert.deepEqual(base('FROM x\nRUN --mount=from=src,target=/a x', { contexts }), { kind: 'named-context', name: 'src', value: 'https://git.test/a.git' });
      assert.deepEqual(base('FROM scratch', { contexts: given(['scratch', 'x']) }), { kind: 'scratch' });
    });
    it('a context in the place of a stage, which then needs nothing', () =>
      assert.equal(
        text('FROM golang AS tools\nFROM tools AS build\nRUN x\nFROM build', { contexts: given(['build', './dist']) }),
        `\
stage 0 tools FROM image golang (linux/amd64), not needed
stage 1 build FROM context build (linux/amd64), in the place of its instructions
stage 2 stage-2 FROM stage 1 (linux/amd64), the target
`,
      ));
  });

  it('minds nothing in stages that are not needed but what can mean nothing', () => assert.deepEqual(plan('FROM a\nCOPY --from=b x y\nFROM c AS b').order, [1]));

  describe('refuses', () => {
    for (const [what, dockerfile, expected] of [
      ['a stage that is later in the file', 'FROM a AS t\nCOPY --from=b x y\nFROM c AS b\nFROM t', '2:13: the stage "b" stands later in the file: move it before this one'],
      ['a number that is later in the file', 'FROM a AS t\nCOPY --from=1 x y\nFROM c\nFROM t', '2:13: the stage "1" stands later in the file: move it before this one'],
      ['a number that no stage has', 'FROM a\nCOPY --from=7 x y', '2:13: there is no stage 7: the file has 1, counted from 0'],
      ['a stage that takes from itself', 'FROM a AS b\nRUN x\nCOPY \\\n --from=b x y', '4:9: the stage takes from itself: name another one than "b"'],
      ['a mount from itself', 'FROM a AS b\nRUN --mount=from=b,target=/x y', '2:18: the stage takes from itself: name another one than "b"'],
      ['an empty base', 'FROM $X', '1:6: FROM $X names nothing; X is not set: give it a value by ARG before the first FROM, or by --build-arg'],
      ['a tag that is empty', 'ARG TAG\nFROM alpine:$TAG', '2:6: "alpine:" is no name of an image: a tag holds letters, digits, _ . and -, at most 128; TAG is not set: give it a value by ARG before the first FROM, or by --build-arg'],
      ['capitals in the name of an image', 'FROM Alpine', '1:6: "Alpine" is no name of an image: repository name must be lowercase'],
      ['what can be no image', 'FROM a\nCOPY --from=./x a b', '2:13: "./x" is no stage, no context, and no name of an image: . is no host name'],
      ['a platform that is none', 'FROM --platform=linus a', '1:17: "linus" is neither an operating system nor an architecture: write os/architecture, for example linux/arm64'],
      ['a platform that is empty', 'FROM --platform=$X a', '1:17: the platform $X is empty: give its variable a value'],
      ['a required variable', 'FROM a:${V:?}', '1:10: V: is not set; set it with --build-arg V=…, or give it a value by ARG or ENV'],
      ['an ARG that cannot be expanded', 'ARG A=${B\nFROM a', '1:7: "${B" is no expression: write ${NAME}, or one of :- - :+ + :? ? # ## % %% / // after the name'],
    ] as const)
      it(what, () => assert.equal(wrong(dockerfile), `DOCKERFILE_INVALID ${expected}`));
    it('an epoch that is no number', () => {
      assert.equal(wrong('FROM a', { arguments: given(['SOURCE_DATE_EPOCH', 'now']) }), 'DOCKERFILE_INVALID 1: SOURCE_DATE_EPOCH is "now", and has to be whole seconds since 1970, up to the year 9999');
      assert.equal(wrong('ARG SOURCE_DATE_EPOCH=x\nFROM a'), 'DOCKERFILE_INVALID 1:5: SOURCE_DATE_EPOCH is "x", and has to be whole seconds since 1970, up to the year 9999');
    });
  });

  describe('puts into FROM', () => {
    const bases = (dockerfile: string, options: Partial<BuildOptions> = {}): readonly string[] => plan(dockerfile, options).stages.map(({ base, platform }) => `${base.kind === 'image' ? base.reference : base.kind} ${platform}`);
    for (const [what, dockerfile, options, expected] of [
      ['a default', 'ARG T=1\nFROM a:$T', {}, 'a:1 linux/amd64'],
      ['a build argument before a default', 'ARG T=1\nFROM a:$T', { arguments: given(['T', '2']) }, 'a:2 linux/amd64'],
      ['a default made of another', 'ARG A=1\nARG B="$A-x"\nFROM a:$B', {}, 'a:1-x linux/amd64'],
      ['one default of a line into the next', 'ARG A=1 B=$A\nFROM a:$B', {}, 'a:1 linux/amd64'],
      ['no build argument that no ARG declares', 'FROM a:${T:-none}', { arguments: given(['T', '2']) }, 'a:none linux/amd64'],
      ['the platforms', 'FROM a-$TARGETARCH-$BUILDARCH', { targetPlatform: arm }, 'a-arm64-amd64 linux/arm64'],
      ['the platform of the machine', 'FROM --platform=$BUILDPLATFORM a', { targetPlatform: arm }, 'a linux/amd64'],
      ['the name of the target', 'FROM a-$TARGETSTAGE', {}, 'a-default linux/amd64'],
      ['the name of the target that is asked for', 'FROM a-$TARGETSTAGE AS x', { target: 'x' }, 'a-x linux/amd64'],
      ['an architecture alone', 'FROM --platform=arm64 a', {}, 'a linux/arm64'],
      ['an architecture by its other name', 'FROM --platform=linux/aarch64 a', {}, 'a linux/arm64'],
      ['a variant', 'FROM --platform=linux/arm a', {}, 'a linux/arm/v7'],
    ] as const)
      it(what, () => assert.deepEqual(bases(dockerfile, options), [expected]));
    it('the platform of the stage that it stands on', () => assert.deepEqual(bases('FROM --platform=linux/s390x a AS b\nFROM b'), ['a linux/s390x', 'stage linux/s390x']));
  });

  it('knows the epoch of a build argument or of the file', () => {
    assert.equal(plan('FROM a', { arguments: given(['SOURCE_DATE_EPOCH', '12']) }).epochSeconds, 12);
    assert.equal(plan('ARG SOURCE_DATE_EPOCH=7\nFROM a').epochSeconds, 7);
    assert.equal(plan('FROM a').epochSeconds, undefined);
  });

  it('ignores the cache for all stages, or for those that are named', () => {
    const file = 'FROM a AS one\nFROM b AS two';
    assert.deepEqual(plan(file, { noCache: true }).stages.map(({ ignoreCache }) => ignoreCache), [true, true]);
    assert.deepEqual(plan(file, { noCacheStages: ['Two'] }).stages.map(({ ignoreCache }) => ignoreCache), [false, true]);
  });

  describe('warns of', () => {
    for (const [what, dockerfile, expected] of [
      ['a variable that FROM does not know', 'ARG TAG=1\nFROM a:${TAGS:-2}$TAGG', ['2 UndefinedArgInFrom: FROM uses TAGG, which is not set there; did you mean "TAG"?']],
      ['a platform that is the same anyway', 'FROM --platform=$TARGETPLATFORM a', ['1 RedundantTargetPlatform: --platform=$TARGETPLATFORM is what FROM does anyway: remove it']],
      ['a platform that is fixed', 'FROM --platform=linux/arm64 a', ['1 FromPlatformFlagConstDisallowed: --platform=linux/arm64 builds for one platform only: use a variable such as $BUILDPLATFORM, or have arm64 in the stage\'s name']],
      ['no platform that the stage is called by', 'FROM --platform=linux/arm64 a AS arm64', []],
      ['an image that was likely meant for a stage', 'FROM a AS build\nFROM b\nCOPY --from=biuld x y', ['3 UnknownStage: "biuld" is no stage and is taken for an image; did you mean the stage "build"?']],
      ['no variable that is declared and has no value', 'ARG X\nFROM a$X', []],
      ['nothing that a comment says is meant', 'FROM a AS build\nFROM b\n# check=skip=UnknownStage\nCOPY --from=biuld x y', []],
    ] as const)
      it(what, () => assert.deepEqual(warnings(dockerfile), expected));
    it('a base that is nothing without build arguments', () =>
      assert.deepEqual(warnings('ARG T\nFROM a:$T', { arguments: given(['T', '1']) }), ['2 InvalidDefaultArgInFrom: FROM a:$T names no image without build arguments: give each ARG in it a default']));
  });

  it('is made in less than a second for a file of 10,000 stages', () => {
    const file = Array.from({ length: 10_000 }, (_, index) => `FROM ${index === 0 ? 'a' : `s${index - 1}`} AS s${index}\nCOPY --from=${Math.floor(index / 2) - 1 < 0 ? 'img' : `s${Math.floor(index / 2) - 1}`} a b`).join('\n');
    const dockerfile = parseDockerfile(file, { file: 'Dockerfile' });
    const start = performance.now();
    assert.equal(planBuild(dockerfile, { ...defaultOptions('linux/amd64'), ignore: parseIgnoreFile('a', '.dockerignore') }).order.length, 10_000);
    assert.ok(performance.now() - start < 1_000);
  });
});
