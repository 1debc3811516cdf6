import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseDockerfile } from '../../services/node-agent/dockerfile/parse.ts';
import { evaluateStage, type Base, type EvaluatedStage } from '../../services/node-agent/build-graph/evaluate.ts';
import { readImageConfig } from '../../services/node-agent/build-graph/image-config.ts';
import type { ImageConfig } from '../../services/node-agent/build-graph/operation.ts';
import { defaultOptions } from '../../services/node-agent/build-graph/options.ts';
import { planBuild, type BuildPlan } from '../../services/node-agent/build-graph/plan.ts';
import { openDockerd, whyNoBuildKit, type Dockerd } from '../harness/dockerd.ts';
import { openLab, type Lab } from '../harness/lab.ts';
import { openMachine, type Machine } from '../harness/machine.ts';

const busybox = resolve(import.meta.dirname, '../../build/images/busybox-latest.tar');
const why = whyNoBuildKit();

/** Bytes of a build's result that can be compared: the configuration without what is empty, and what history says. */
type Result = { config: unknown; history: readonly string[] };

const isSaid = (value: unknown): boolean => value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);
const said = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).filter(([, one]) => isSaid(one)).map(([key, one]) => [key, said(one)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));

// Releases of BuildKit differ in how they write a health check there.
const line = (createdBy: string): string => (createdBy.startsWith('HEALTHCHECK') ? 'HEALTHCHECK' : createdBy);

describe(`Dockerfiles beside BuildKit${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(120_000);
  let lab: Lab;
  let machine: Machine;
  let engine: Dockerd;
  let base: ImageConfig;
  const context = mkdtempSync('/var/tmp/lading-context-');

  before(async function () {
    if (why !== undefined) return this.skip();
    lab = openLab(1);
    const [node] = lab.nodes;
    machine = openMachine(lab.tag, node ?? assert.fail());
    engine = await openDockerd(machine);
    await engine.docker('load', '-i', busybox);
    const { config, history } = await imageOf('busybox');
    base = readImageConfig({ os: 'linux', architecture: 'amd64', config, history });
    mkdirSync(join(context, 'd'));
    for (const name of ['a', 'b', 'd/c']) writeFileSync(join(context, name), name);
  });
  after(async () => {
    rmSync(context, { recursive: true, force: true });
    await engine?.close();
    await machine?.close();
    lab?.[Symbol.dispose]();
  });

  const imageOf = async (name: string): Promise<{ config: unknown; history: readonly { created_by: string }[] }> => {
    const lines = (await engine.docker('history', '--no-trunc', '--format', '{{json .CreatedBy}}', name)).split('\n');
    return { config: JSON.parse(await engine.docker('image', 'inspect', '--format', '{{json .Config}}', name)), history: lines.toReversed().map((one) => ({ created_by: String(JSON.parse(one)) })) };
  };

  const byBuildKit = async (text: string, words: readonly string[]): Promise<Result> => {
    const file = join(context, 'Dockerfile');
    writeFileSync(file, text);
    await engine.docker('build', '--quiet', '--network', 'none', '--tag', 'compared', ...words, context);
    const { config, history } = await imageOf('compared');
    return { config: said(config), history: history.map(({ created_by }) => line(created_by)) };
  };

  const evaluate = (plan: BuildPlan, number: number): EvaluatedStage => {
    const input = plan.stages[number]?.base;
    const on: Base = input?.kind === 'stage' ? { kind: 'stage', stage: evaluate(plan, input.stage) } : input?.kind === 'image' ? { kind: 'image', image: base } : { kind: 'files' };
    return evaluateStage(plan, number, on);
  };

  const byLading = (text: string, words: readonly string[]): Result => {
    const given = words.flatMap((word, index) => (words[index - 1] === '--build-arg' ? [word.split('=', 2) as [string, string]] : []));
    const target = words[words.indexOf('--target') + 1] ?? '';
    const plan = planBuild(parseDockerfile(text, { file: 'Dockerfile' }), { ...defaultOptions('linux/amd64'), arguments: new Map(given), target: words.includes('--target') ? target : '' });
    const { config, history } = evaluate(plan, plan.target).image;
    return { config: said(config), history: history.map(({ created_by = '' }) => line(created_by)) };
  };

  const on = 'FROM busybox\n';
  for (const [what, text, ...words] of [
    ['values of one line are those before it', `${on}ENV A=1 B=$A C="x y" D='q $A' E=a\\ b\nENV A=2 F=\${A}x`],
    ['values of the old form', `${on}ENV A hello   world  "q"\nENV B \${A:-x} \${NONE:-d} \${A+set} \${NONE+set}`],
    ['prefixes, suffixes, replacements', `${on}ENV a=\${PATH#*/} b=\${PATH##*/} c=\${PATH%:*} d=\${PATH%%:*} e=\${PATH/usr/U} f=\${PATH//bin/B} g=\${PATH//\\//_}`],
    ['escapes and odd dollars', `${on}ENV A="a\\"b\\$c\\\\d\\n" B=a\\"b C=$ D=a$ E=$$ F=$1x`],
    ['another escape', '# escape=`\nFROM busybox\nENV A=`$B C=\\x `\n D=1'],
    ['ARG and ENV, the later counting', `${on}ARG X=5\nENV Y=$X\nENV X=6\nARG X=7\nENV Z=$X`],
    ['build arguments', 'ARG V=latest\nFROM busybox:$V\nARG V\nARG W=in\nENV A=$V-$W', '--build-arg', 'W=out'],
    ['empty build arguments', `${on}ARG A=def\nENV B=$A`, '--build-arg', 'A='],
    ['platforms and the target', `${on}ARG TARGETPLATFORM\nARG TARGETOS TARGETARCH TARGETVARIANT BUILDPLATFORM TARGETSTAGE\nENV A=$TARGETPLATFORM-$TARGETOS-$TARGETARCH-$TARGETVARIANT-$BUILDPLATFORM-$TARGETSTAGE`],
    ['labels', `${on}LABEL a=b "c d"=e f='g h'\nLABEL x y z`],
    ['ports', `${on}EXPOSE 80 90-92/udp 70/tcp\nEXPOSE 80/TCP 8080:81`],
    ['volumes', `${on}VOLUME /a /b\nVOLUME ["/c d"]`],
    ['user and directories', `${on}USER a:b\nWORKDIR x\nWORKDIR y/../z/`],
    ['a directory that is empty', `${on}WORKDIR /a\nWORKDIR $NONE`],
    ['signals', `${on}STOPSIGNAL SIGINT\nSTOPSIGNAL 9`],
    ['shell, command and entrypoint', `${on}SHELL ["/bin/sh","-ec"]\nCMD foo bar\nENTRYPOINT ["x"]`],
    ['an entrypoint that leaves a command out', `${on}ENTRYPOINT x y`],
    ['commands of nothing', `${on}CMD []\nENTRYPOINT []`],
    ['lists that are none', `${on}CMD ['a']\nENTRYPOINT ["a"] x`],
    ['a health check', `${on}HEALTHCHECK --interval=90s --timeout=1500ms --start-period=1h --start-interval=10ms --retries=3 CMD a b`],
    ['no health check', `${on}HEALTHCHECK NONE`],
    ['an author', `${on}MAINTAINER me <x@y>`],
    ['triggers', `${on}ONBUILD RUN <<EOF\necho hi\nEOF\nONBUILD COPY . /x`],
    ['a stage on a stage', 'FROM busybox AS a\nARG Q=1\nENV R=2\nCMD ["c"]\nONBUILD ENV S=3\nFROM a\nENTRYPOINT ["e"]\nENV T=$Q$R$S'],
    ['a target', 'FROM busybox AS one\nENV A=1\nFROM one AS two\nENV B=2', '--target', 'ONE'],
    ['commands by the shell and by lists', `${on}ARG A=1\nARG B\nARG A=2\nRUN echo $A $B\nRUN ["echo","a b"]`],
    ['scripts', `${on}RUN <<EOF\necho a\n  echo b\nEOF\nRUN <<EOF\n#!/bin/sh\necho a\nEOF\nRUN cat <<EOF >/x && cat /x\na $HOME\nEOF`],
    ['mounts', `${on}WORKDIR /w\nRUN --mount=target=. --mount=type=cache,target=/c --mount=type=tmpfs,target=/t,size=1m --mount=type=secret,id=x --network=none test -f d/c`],
    ['proxies', `${on}ARG HTTP_PROXY\nRUN true`, '--build-arg', 'HTTP_PROXY=http://proxy.test', '--build-arg', 'NO_PROXY=x'],
    ['copies', `${on}WORKDIR /w\nENV D=/dd/\nCOPY a .\nCOPY a b ./\nCOPY a* nothing* $D\nCOPY ["a","/y z"]\nCOPY --chown=1:2 --chmod=600 d sub/../e\nCOPY --link a /x\nADD b /q`],
    ['copies of stages', 'FROM busybox AS a\nRUN touch /f\nFROM scratch\nCOPY --from=a /f /g\nCOPY --from=0 /f /h/\nCOPY --from=A --link /f /'],
    ['copies of heredocs', `${on}COPY <<EOF <<"E2" /d/\n$PATH \\$PATH "q" '$PATH' \\n \\\\\nEOF\n$PATH\nE2`],
    ['lines that go on', `${on}RUN true \\\n  # comment\n\n  && echo "a\\\n  b"\nENV A=b \\  \n C=d`],
  ] as const)
    it(`come to the same: ${what}`, async () => assert.deepEqual(byLading(text, words), await byBuildKit(text, words)));

  for (const [what, instruction] of [
    ['an instruction that does not exist', 'RUNN x'], ['a flag that does not exist', 'RUN --mont=x y'], ['a mount of no type', 'RUN --mount=type=foo,target=/x true'], ['a mount over the root', 'RUN --mount=type=cache true'],
    ['a secret of no name', 'RUN --mount=type=secret true'], ['a heredoc without an end', 'RUN <<EOF\nx'], ['an open brace', 'ENV a=${PATH'], ['an open quote', 'ENV A="x'], ['a required value', 'ENV a=${NOPE:?gone}'], ['ENV without a value', 'ENV A'],
    ['LABEL without =', 'LABEL a=b c'], ['a port too high', 'EXPOSE 70000'], ['a signal that is none', 'STOPSIGNAL SIGFOO'], ['a list of numbers', 'CMD ["a",1]'], ['SHELL that is no list', 'SHELL a'], ['a time too short', 'HEALTHCHECK --interval=1us CMD x'],
    ['ONBUILD of ONBUILD', 'ONBUILD ONBUILD RUN x'], ['ONBUILD of FROM', 'ONBUILD FROM x'], ['COPY without a destination', 'COPY a'], ['COPY from a variable', 'COPY --from=$X a /x'], ['COPY from no stage', 'COPY --from=9 a /x'], ['a mode that is none', 'COPY --chmod=999 a /x'],
    ['a stage named as a number', 'FROM busybox AS 1a'], ['FROM with a word too many', 'FROM busybox foo'], ['FROM of nothing', 'FROM $X'], ['a platform that is none', 'FROM --platform=foo busybox'],
  ] as const)
    it(`are refused by both: ${what}`, async () => {
      assert.throws(() => byLading(`${on}${instruction}`, []), { code: 'DOCKERFILE_INVALID' });
      await assert.rejects(byBuildKit(`${on}${instruction}`, []));
    });
});
