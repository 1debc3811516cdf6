import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Rejection } from '#kernel/rejection.ts';
import type { Dockerfile, Instruction } from './instruction.ts';
import { parseDockerfile, parseTrigger } from './parse.ts';

const parse = (text: string): Dockerfile => parseDockerfile(text, { file: 'Dockerfile' });
const refusal = (text: string): string => {
  try {
    parse(text);
  } catch (error) {
    assert.ok(error instanceof Rejection, String(error));
    assert.equal(error.code, 'DOCKERFILE_INVALID');
    return error.message;
  }
  return 'accepted';
};
/** What is wrong with one instruction, without the lines around it. */
const wrong = (instruction: string): string => (refusal(`FROM a\n${instruction}`).split('\n')[0] ?? '').replace('Dockerfile:', '');
/** What one instruction says, without where it stands. */
const said = (instruction: string): Partial<Instruction> => {
  const [stage] = parse(`FROM a\n${instruction}`).stages;
  const { place: _place, keyword: _keyword, text: _text, checks: _checks, ...body } = stage?.instructions[0] ?? assert.fail();
  return body;
};
const command = (instruction: string): unknown => {
  const body = said(instruction);
  return 'command' in body && body.command?.form === 'exec' ? body.command.argv : 'command' in body ? body.command?.text : undefined;
};
const rules = (text: string): readonly string[] => parse(text).warnings.map(({ rule, place }) => `${place.line} ${rule}`);

describe('a Dockerfile', () => {
  it('is stages of instructions, each with its lines', () => {
    const { globals, stages } = parse(`\
ARG TAG=1
FROM alpine:$TAG AS Build
RUN echo \\
  # why
  one
from --platform=linux/arm64 scratch
COPY --from=build /a /a
`);
    assert.deepEqual(globals.map(({ text, place }) => [text, place.line]), [['ARG TAG=1', 1]]);
    assert.deepEqual(
      stages.map(({ number, name, base, platform, instructions }) => [number, name, base, platform, instructions.map(({ place, text }) => `${place.line}-${place.endLine} ${text}`)]),
      [
        [0, 'build', 'alpine:$TAG', '', ['3-5 RUN echo   one']],
        [1, '', 'scratch', 'linux/arm64', ['7-7 COPY --from=build /a /a']],
      ],
    );
  });

  it('may begin with a byte order mark, end without a line feed, and have Windows lines', () =>
    assert.deepEqual(parse('\uFEFFFROM a\r\nRUN b \\\r\n c').stages[0]?.instructions.map(({ text }) => text), ['RUN b  c']));

  describe('joins lines', () => {
    for (const [what, text, expected] of [
      ['at a backslash, spaces after it or not', 'RUN a \\  \nb', 'RUN a b'],
      ['and keeps spaces at the beginning of the next', 'RUN "a\\\n   b"', 'RUN "a   b"'],
      ['not at two backslashes', 'RUN a \\\\', 'RUN a \\\\'],
      ['over comments and empty lines', 'RUN a \\\n# comment \\\n\n\\\nb', 'RUN a b'],
      ['until the file ends', 'RUN a \\', 'RUN a'],
      ['that begin with the backslash alone', '\\\nRUN a', 'RUN a'],
    ] as const)
      it(what, () => assert.equal(parse(`FROM x\n${text}`).stages[0]?.instructions[0]?.text, expected));

    it('at a backtick where the file says so', () => {
      const [stage] = parse('# escape=`\nFROM x\nRUN dir c:\\\nRUN a `\n b').stages;
      assert.deepEqual(stage?.instructions.map(({ text }) => text), ['RUN dir c:\\', 'RUN a  b']);
    });
  });

  describe('has directives', () => {
    it('at its top only', () => {
      assert.equal(parse('# escape=`\nFROM x').escape, '`');
      assert.equal(parse('#Escape = ` \n# syntax=docker/dockerfile:1\nFROM x').escape, '`');
      for (const before of ['# a comment', '', '# unknown=1', 'ARG a']) assert.equal(parse(`${before}\n# escape=\`\nFROM x`).escape, '\\', before);
    });
    it('after a first line for the shell, escape aside', () => {
      const { escape, checks } = parse('#!/usr/bin/env docker\n# escape=`\n# check=error=true\nFROM x');
      assert.deepEqual([escape, checks.error], ['\\', true]);
    });
    it('for its checks', () => {
      const { checks } = parse('# check=skip=A,B;error=true\nFROM x');
      assert.deepEqual([[...checks.skip], checks.skipAll, checks.error], [['A', 'B'], false, true]);
      assert.equal(parse('# check=skip=all\nFROM x').checks.skipAll, true);
      const [stage] = parse('FROM x\n# check=skip=C\nRUN a\nRUN b').stages;
      assert.deepEqual(stage?.instructions.map(({ checks: { skip } }) => [...skip]), [['C'], []]);
    });
    for (const syntax of ['docker/dockerfile', 'docker/dockerfile:1', 'docker.io/docker/dockerfile:1.7-labs', 'docker/dockerfile-upstream:master', 'mirror.test:5000/hub/docker/dockerfile:1@sha256:abc', 'dockerfile.v0'])
      it(`for Docker's syntax: ${syntax}`, () => assert.equal(parse(`# syntax=${syntax}\nFROM x`).stages.length, 1));

    for (const [what, text, message] of [
      ['a frontend of its own', '# syntax=example/frontend:1', '1:10: "example/frontend:1" is a frontend of its own, which Lading does not run: write # syntax=docker/dockerfile:1, or remove the line'],
      ['a directive given twice', '# escape=\\\n# escape=`', '2: # escape= is there twice: remove one'],
      ['another escape', '# escape=x', '1:10: "x" cannot escape: write # escape=\\ or # escape=`'],
      ['a setting of check that is none', '# check=skp=a', '1:9: "skp" is no setting of # check: it has skip, error and experimental'],
    ] as const)
      it(`and refuses ${what}`, () => assert.equal((refusal(`${text}\nFROM x`).split('\n')[0] ?? '').replace('Dockerfile:', ''), message));

    it('whose syntax a build argument beats', () => {
      assert.equal(parseDockerfile('# syntax=example/frontend\nFROM x', { file: 'Dockerfile', syntax: 'dockerfile.v0' }).stages.length, 1);
      assert.throws(() => parseDockerfile('FROM x', { file: 'Dockerfile', syntax: 'example/frontend' }), /"example\/frontend" is a frontend/);
    });
  });

  describe('has commands', () => {
    for (const [what, text, expected] of [
      ['in the form of the shell', 'RUN make && make "install"', 'make && make "install"'],
      ['in the form of a list', 'RUN ["make", "a b"]', ['make', 'a b']],
      ['as a list over lines', 'CMD ["a", \\\n "b"]', ['a', 'b']],
      ['for the shell, where a list has single quotes', "ENTRYPOINT ['a']", "['a']"],
      ['for the shell, where a list has more after it', 'RUN ["a"] && b', '["a"] && b'],
      ['that are empty lists', 'CMD []', []],
      ['after flags, and after -- what looks like one', 'RUN --network=none -- --version', '--version'],
    ] as const)
      it(what, () => assert.deepEqual(command(text), expected));
    it('with mounts, network, security and devices', () =>
      assert.deepEqual(said('RUN --mount=type=cache,DST=/c,ro --mount="target=/x,from=b" --network=host --security=insecure --device=gpu=all,required a'), {
        kind: 'run',
        command: { form: 'shell', text: 'a', heredocs: [] },
        mounts: [
          { word: 'type=cache,DST=/c,ro', fields: [{ key: 'type', value: 'cache' }, { key: 'target', value: '/c' }, { key: 'readonly', value: undefined }] },
          { word: 'target=/x,from=b', fields: [{ key: 'target', value: '/x' }, { key: 'from', value: 'b' }] },
        ],
        network: 'host',
        security: 'insecure',
        devices: [{ name: 'gpu=all', required: true }],
      }));
  });

  describe('has heredocs', () => {
    const heredocs = (text: string): unknown => {
      const body = said(text);
      return 'command' in body && body.command?.form === 'shell' ? body.command.heredocs.map(({ name, content }) => [name, content]) : undefined;
    };
    for (const [what, text, expected] of [
      ['for a script', 'RUN <<EOF\na\n# no comment\n b \\\nEOF', [['EOF', 'a\n# no comment\n b \\\n']]],
      ['for a program', 'RUN python3 <<EOF > x\na\nEOF', [['EOF', 'a\n']]],
      ['several in one line', 'RUN cat <<A 3<<B\na\nA\nb\nB', [['A', 'a\n'], ['B', 'b\n']]],
      ['with their tabs stripped', 'RUN <<-EOF\n\ta\n\t\tb\n\tEOF', [['EOF', 'a\nb\n']]],
      ['with nothing in them', 'RUN <<EOF\nEOF', [['EOF', '']]],
      ['that end at their name alone', 'RUN <<EOF\nEOF \n EOF\nEOF', [['EOF', 'EOF \n EOF\n']]],
      ['with a name in quotes', 'RUN <<"E F"\na\nE F', [['E F', 'a\n']]],
      ['not in quotes', 'RUN echo "<<EOF"', []],
      ['not in arithmetic of the shell', 'RUN x=$((1<<2))', []],
      ['not after the sign of a string', 'RUN cat <<<EOF', []],
    ] as const)
      it(what, () => assert.deepEqual(heredocs(text), expected));

    it('as sources of COPY', () => {
      const body = said('COPY a <<"X" <<Y /d/\n$x\nX\n$y\nY');
      assert.deepEqual('sources' in body && body.sources?.map((source) => (source.kind === 'path' ? source.path : [source.heredoc.name, source.heredoc.expands, source.heredoc.content])), ['a', ['X', false, '$x\n'], ['Y', true, '$y\n']]);
    });
    it('and none in a list', () => assert.deepEqual(said('COPY ["<<EOF", "/x"]'), { ...said('COPY a /x'), sources: [{ kind: 'path', path: '<<EOF' }] }));
    it('inside of ONBUILD, which keeps them', () => assert.deepEqual(said('ONBUILD RUN <<EOF\na\nEOF'), { kind: 'onbuild', trigger: 'RUN <<EOF\na\nEOF' }));
    it('and refuses one without an end, and tells what is near', () => {
      assert.equal(wrong('RUN <<EOF\na'), '2:5: heredoc <<EOF has no end: write EOF alone on a line after it');
      assert.equal(wrong('RUN <<EOF\na\n  EOF'), '2:5: heredoc <<EOF has no end: line 4 has spaces around EOF: remove them, or use <<-EOF and tabs');
    });
  });

  describe('reads', () => {
    const bodies: readonly (readonly [string, string, Partial<Instruction>])[] = [
      ['variables', 'ENV a=1 b="2 3" c=4\\ 5', { kind: 'env', isLegacy: false, pairs: [{ name: 'a', value: '1' }, { name: 'b', value: '"2 3"' }, { name: 'c', value: '4\\ 5' }] }],
      ['a variable of the old form, with all that follows', 'ENV a  b=c  d', { kind: 'env', isLegacy: true, pairs: [{ name: 'a', value: 'b=c  d' }] }],
      ['labels', 'LABEL "a b"=c x=', { kind: 'label', isLegacy: false, pairs: [{ name: '"a b"', value: 'c' }, { name: 'x', value: '' }] }],
      ['arguments with and without a default', 'ARG a b= c="d e"', { kind: 'arg', arguments: [{ name: 'a', value: undefined }, { name: 'b', value: '' }, { name: 'c', value: '"d e"' }] }],
      ['ports, in order', 'EXPOSE 80 443/tcp 53/udp', { kind: 'expose', ports: ['443/tcp', '53/udp', '80'] }],
      ['volumes as words', 'VOLUME /a  /b', { kind: 'volume', paths: ['/a', '/b'] }],
      ['volumes as a list', 'VOLUME ["/a b"]', { kind: 'volume', paths: ['/a b'] }],
      ['a directory with spaces', 'WORKDIR /a b', { kind: 'workdir', path: '/a b' }],
      ['a user', 'USER a:b', { kind: 'user', user: 'a:b' }],
      ['a signal', 'STOPSIGNAL 9', { kind: 'stopsignal', signal: '9' }],
      ['a shell', 'SHELL ["/bin/bash", "-c"]', { kind: 'shell', argv: ['/bin/bash', '-c'] }],
      ['an author', 'MAINTAINER a b', { kind: 'maintainer', author: 'a b' }],
      ['a trigger', 'ONBUILD  COPY a b', { kind: 'onbuild', trigger: 'COPY a b' }],
      ['no health check', 'HEALTHCHECK none', { kind: 'healthcheck', test: ['NONE'], intervalNs: 0, timeoutNs: 0, startPeriodNs: 0, startIntervalNs: 0, retries: 0 }],
      [
        'a health check',
        'HEALTHCHECK --interval=1m30s --timeout=0.5s --start-period=2m --start-interval=10ms --retries=3 CMD ["a"]',
        { kind: 'healthcheck', test: ['CMD', 'a'], intervalNs: 90e9, timeoutNs: 5e8, startPeriodNs: 120e9, startIntervalNs: 1e7, retries: 3 },
      ],
      ['a health check by the shell', 'HEALTHCHECK CMD a || b', { kind: 'healthcheck', test: ['CMD-SHELL', 'a || b'], intervalNs: 0, timeoutNs: 0, startPeriodNs: 0, startIntervalNs: 0, retries: 0 }],
    ];
    for (const [what, text, body] of bodies) it(`${what}: ${text}`, () => assert.deepEqual(said(text), body));

    it('COPY with all its flags', () =>
      assert.deepEqual(said('COPY --from=b --chown=u:g --chmod=u+x --link --parents=FALSE --exclude=*.md --exclude="a b" a b /c/'), {
        kind: 'copy', sources: [{ kind: 'path', path: 'a' }, { kind: 'path', path: 'b' }], destination: '/c/', from: 'b', owner: 'u:g', mode: 'u+x', link: true, parents: false,
        excludes: ['*.md', 'a b'], checksum: '', keepGitDirectory: undefined, unpack: undefined,
      }));
    it('ADD with its own', () => {
      const body = said('ADD --checksum=sha256:a --keep-git-dir=true --unpack=false ["a b", "/c"]');
      assert.deepEqual('checksum' in body && [body.checksum, body.keepGitDirectory, body.unpack, body.sources], ['sha256:a', true, false, [{ kind: 'path', path: 'a b' }]]);
    });
  });

  describe('is refused for', () => {
    const refusals: readonly (readonly [string, string, string])[] = [
      ['an instruction that does not exist', 'RUNN x', '2:1: unknown instruction "RUNN"; did you mean "RUN"?'],
      ['lines after a heredoc with a space', 'RUN cat << EOF\nx', '3:1: unknown instruction "x"; if it belongs to the heredoc above, write <<EOF without a space'],
      ['a flag that does not exist', 'COPY --form=x a b', '2:6: COPY has no flag --form; did you mean "--from"?'],
      ['a flag of another instruction', 'ADD --from=x a b', '2:5: ADD has no flag --from: use COPY --from'],
      ['a flag that was meant for the command', 'CMD --help', '2:5: CMD has no flag --help: it has no flags; if it is part of the command, write CMD ["--help", …]'],
      ['a flag given twice', 'COPY --from=x --from=y a b', '2:6: --from is there twice: remove one'],
      ['a flag without its value', 'COPY --from a b', '2:6: --from has no value: write --from=…'],
      ['a switch that is neither on nor off', 'COPY --link=1 a b', '2:6: --link is true or false, not "1"'],
      ['a flag on a later line, there', 'RUN a=1 \\\n b\nRUN \\\n  --mont=x y', '5:3: RUN has no flag --mont; did you mean "--mount"?'],
      ['COPY without a destination', 'COPY a', '2: COPY needs at least one source and a destination: write COPY source /destination'],
      ['COPY to a heredoc', 'COPY a <<EOF\nEOF', '2:8: COPY cannot write to a heredoc: put the destination at the end, as in COPY <<EOF /file'],
      ['a variable in --from', 'COPY --from=$x a b', '2:6: --from of COPY takes no variable: write "FROM $x AS name" with an ARG before the first FROM, and --from=name'],
      ['a list of other things than texts', 'CMD ["a", 1]', '2: the list holds 1, which is no text: write it in double quotes'],
      ['a mount of an unknown type', 'RUN --mount=type=cach,target=/x a', '2:18: --mount has no type "cach"; did you mean "cache"?'],
      ['a mount with an unknown key', 'RUN --mount=type=cache,taget=/x a', '2:24: --mount has no "taget"; did you mean "target"?'],
      ['a mount with a key of another type', 'RUN --mount=type=bind,sharing=locked,target=/x a', '2:23: a mount of type bind has no sharing: only cache has it'],
      ['a mount whose key has no value', 'RUN --mount=type=cache,target a', '2:24: "target" of --mount has no value: write target=…'],
      ['a variable in from of a mount', 'RUN --mount=from=$x,target=/x a', '2:18: from= of --mount takes no variable: write "FROM $x AS name" with an ARG before the first FROM, and from=name'],
      ['a network that does not exist', 'RUN --network=hots a', '2:15: --network is default, none, host, not "hots"; did you mean "host"?'],
      ['RUN without a command', 'RUN', '2: RUN needs a command'],
      ['CMD without a command', 'CMD', '2: CMD needs a command: write CMD [] for none'],
      ['ENV without a value', 'ENV a', '2:5: ENV a has no value: write ENV a=value'],
      ['ENV with a word too many', 'ENV a=b c', '2:9: "c" has no =: write ENV name=value, and a value with spaces in double quotes'],
      ['ENV without a name', 'ENV =b', '2:5: "=b" has no name before its ='],
      ['ARG without a name', 'ARG', '2: ARG needs a name: write ARG NAME or ARG NAME=default'],
      ['SHELL that is no list', 'SHELL bash -c', '2:7: SHELL needs a list in double quotes: write SHELL ["/bin/bash", "-c"]'],
      ['an empty volume', 'VOLUME [" "]', '2: VOLUME has an empty path: remove it'],
      ['USER without a user', 'USER', '2: USER needs a user'],
      ['a health check of nothing', 'HEALTHCHECK CMD', '2: HEALTHCHECK CMD has no command: write the command after it'],
      ['a health check without CMD', 'HEALTHCHECK curl x', '2:13: HEALTHCHECK has no "curl": write HEALTHCHECK [flags] CMD …'],
      ['a time without a unit', 'HEALTHCHECK --interval=30 CMD a', '2:24: "30" is no duration: write a number with its unit, for example 30s or 1m30s'],
      ['a time too short', 'HEALTHCHECK --interval=1us CMD a', '2:24: --interval=1us is too short: it has to be at least 1ms, or 0 for the default'],
      ['ONBUILD of ONBUILD', 'ONBUILD ONBUILD RUN a', '2:1: ONBUILD cannot trigger another ONBUILD'],
      ['ONBUILD of FROM', 'ONBUILD FROM a', '2:9: ONBUILD cannot trigger FROM'],
      ['ONBUILD of what does not exist', 'ONBUILD RUNN a', '2:9: unknown instruction "RUNN"; did you mean "RUN"?'],
      ['FROM with more than a name', 'FROM a b', '2:8: FROM does not understand "b": write FROM a AS name'],
      ['a stage with a number for a name', 'FROM a AS 1', '2:11: "1" is no name of a stage: it begins with a letter, and has letters, digits, _ . and -'],
    ];
    for (const [what, text, message] of refusals) it(what, () => assert.equal(wrong(text), message));

    it('having no instruction at all', () => assert.equal(refusal('# nothing\n'), 'Dockerfile:1: the file has no instructions: begin it with FROM\n > 1 | # nothing\n   2 |'));
    it('having no FROM', () => assert.match(refusal('ARG a'), /^Dockerfile:1: the file has no FROM: write FROM image before everything but ARG/));
    it('an instruction before the first FROM', () => assert.match(refusal('RUN a\nFROM b'), /^Dockerfile:1:1: RUN stands before the first FROM: only ARG may/));
    it('everything at once, each with the lines around it', () =>
      assert.equal(
        refusal('FROM a\nRUNN b\n\nCOPY \\\n  c\nCMD d\n'),
        `\
Dockerfile:2:1: unknown instruction "RUNN"; did you mean "RUN"?
   1 | FROM a
 > 2 | RUNN b
   3 |
   4 | COPY \\

Dockerfile:4: COPY needs at least one source and a destination: write COPY source /destination
   2 | RUNN b
   3 |
 > 4 | COPY \\
 > 5 |   c
   6 | CMD d
   7 |`,
      ));
    it('at most twenty reasons at a time', () => assert.match(refusal(`FROM a\n${'X\n'.repeat(30)}`), /\nand 10 more$/));
  });

  describe('warns of', () => {
    for (const [what, text, expected] of [
      ['a name of a stage in capitals', 'FROM a AS B', ['1 StageNameCasing']],
      ['AS in another case than FROM', 'FROM a as b', ['1 FromAsCasing']],
      ['an instruction in another case than most', 'FROM a\nRUN b\nrun c\nRun d', ['3 ConsistentInstructionCasing', '4 ConsistentInstructionCasing']],
      ['two stages of one name', 'FROM a AS x\nFROM b AS x', ['2 DuplicateStageName']],
      ['a stage called as something else is', 'FROM a AS scratch', ['1 ReservedStageName']],
      ['MAINTAINER', 'FROM a\nMAINTAINER b', ['2 MaintainerDeprecated']],
      ['ENV without =', 'FROM a\nENV b c', ['2 LegacyKeyValueFormat']],
      ['empty lines inside of an instruction', 'FROM a\nRUN b \\\n\n c', ['3 NoEmptyContinuation']],
      ['nothing where all is well', 'FROM a AS b\nRUN b \\\n # c\n d\n', []],
    ] as const)
      it(what, () => assert.deepEqual(rules(text), expected));
  });

  describe('that is long', () => {
    /** Time that this thread had of a processor: other work on the machine is none of it. */
    const spentMs = (step: () => unknown): number => {
      const before = process.threadCpuUsage();
      step();
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1_000;
    };
    /** The kernel counts in ticks of 4 ms: of less nothing could be told. */
    const measuredMs = 40;
    /** How many times the work one long text is that ten short ones are: once if it grows as the text, ten times if as its square. */
    const growth = (text: (lines: number) => string): number => {
      const [short, long] = [text(500), text(5_000)];
      let [shortMs, longMs] = [0, 0];
      while (shortMs + longMs < 2 * measuredMs) {
        shortMs += spentMs(() => Array.from({ length: 10 }, () => parse(short)));
        longMs += spentMs(() => parse(long));
      }
      return longMs / shortMs;
    };
    for (const [what, text] of [
      ['instructions', (count: number) => `FROM a\n${'RUN echo "$x" && make\nENV a=b c="d e"\n'.repeat(count / 2)}`],
      ['continuations', (count: number) => `FROM a\nRUN x${' \\\n  && echo y'.repeat(count)}`],
      ['lines of a heredoc', (count: number) => `FROM a\nRUN <<EOF\n${'echo x\n'.repeat(count)}EOF`],
      ['flags', (count: number) => `FROM a\nRUN ${'--mount=type=cache,target=/x '.repeat(count)} x`],
      ['words', (count: number) => `FROM a\nENV ${'a=b '.repeat(count)}`],
      ['empty lines of a continuation', (count: number) => `FROM a\nRUN x \\\n${'\n'.repeat(count)}y`],
      ['quotes left open', (count: number) => `FROM a\n${"RUN echo it's <<EOF\n".repeat(count)}`],
      ['heredocs in one line', (count: number) => `FROM a\nRUN ${'<<E '.repeat(count)}\n${'E\n'.repeat(count)}`],
    ] as const)
      it(`takes time as its length: ${what}`, () => assert.ok(growth(text) < 5));

    it('is read in less than a second, 10,000 lines of it', () => {
      const text = `FROM a\n${'RUN --mount=type=cache,target=/x echo "$x" && make\nENV a=b c="d e"\nCOPY --from=x a b /c/\nRUN <<EOF\nx\nEOF\n'.repeat(1_700)}`;
      assert.ok(Math.min(...Array.from({ length: 3 }, () => spentMs(() => parse(text)))) < 1_000);
    });
    it('without end is refused', () => assert.match(refusal(`FROM a\nRUN ${'x'.repeat(17 * 1024 * 1024)}`), /longer than 16777216 letters/));
  });

  it('is read or refused, whatever it is', () => {
    const piece = fc.constantFrom(
      'FROM ', 'RUN ', 'COPY ', 'ENV ', 'ONBUILD ', 'HEALTHCHECK ', 'ARG ', 'AS ', '--mount=', '--from=', 'type=cache', ',', '=', '<<EOF', '<<-"E"', 'EOF', '\n', '\r\n', '\\\n', '\\', '`', '# escape=`', '# check=', '#',
      '[', '"a"', ']', "'", '"', '$x', '${', '}', ' ', '\t', 'a', '/', '\u2028', '😀', '\0',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void refusal(pieces.join(''))), { numRuns: 2_000 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void refusal(text)));
  });
});

describe('a trigger of a base image', () => {
  const [from] = parse('\nFROM a').stages;
  const trigger = (text: string) => parseTrigger(text, from ?? assert.fail(), '\\');
  it('is an instruction at the place of FROM', () => {
    const { kind, place, text } = trigger('RUN <<EOF\na\nEOF');
    assert.deepEqual([kind, place.line, text], ['run', 2, 'RUN <<EOF']);
  });
  it('is refused if it is several, or none', () => {
    for (const text of ['RUN a\nRUN b', '', '# x']) assert.throws(() => trigger(text), /an ONBUILD that is no single instruction/);
  });
});
