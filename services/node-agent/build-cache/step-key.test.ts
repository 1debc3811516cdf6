import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { evaluated, type Given } from '../testing/evaluated-stage.ts';
import { stepKey, type KeyedStep } from './step-key.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The key of the last instruction, where all that it reads is the same. */
const key = (instructions: string, given: Given = {}, over: Partial<KeyedStep> = {}): string => {
  const operation = evaluated(`FROM a\n${instructions}`, given).steps.at(-1)?.operation;
  if (operation === undefined || operation.op === 'from' || operation.op === 'configure') assert.fail('makes no layer');
  return stepKey(hash, { lowers: ['sha256:a'], operation, contents: ['content'], epochSeconds: undefined, ...over });
};
const arguments_ = (...pairs: readonly (readonly [string, string])[]): Given => ({ options: { arguments: new Map(pairs) } });

describe('the key of a step', () => {
  it('is the same on every machine, and until its scheme is another', () => {
    assert.equal(key('RUN make'), '1d9b9d41cf3f4367be9dafe094c2fe017de45ec1faa900b2acfb4a4230341eba');
    assert.equal(key('COPY --chown=1 a /b'), '2a062586d0fbb2e4c5bf00922d34273e56569fe38f9f998020489b29204d5e2e');
  });

  describe('differs by', () => {
    for (const [what, one, other] of [
      ['command', 'RUN a', 'RUN b'],
      ['form', 'RUN a', 'RUN ["a"]'],
      ['shell', 'RUN a', 'SHELL ["/bin/bash", "-c"]\nRUN a'],
      ['environment', 'RUN a', 'ENV A=1\nRUN a'],
      ['build argument, if it is declared', 'RUN a', 'ARG A=1\nRUN a'],
      ['user', 'RUN a', 'USER me\nRUN a'],
      ['directory', 'RUN a', 'WORKDIR /w\nRUN a'],
      ['network', 'RUN a', 'RUN --network=none a'],
      ['privileges', 'RUN a', 'RUN --security=insecure a'],
      ['device', 'RUN a', 'RUN --device=gpu a'],
      ['script', 'RUN <<E\n#!/a\nx\nE', 'RUN <<E\n#!/a\ny\nE'],
      ['place of a mount', 'RUN --mount=type=cache,target=/a x', 'RUN --mount=type=cache,target=/b x'],
      ['kind of a mount', 'RUN --mount=type=cache,target=/a x', 'RUN --mount=type=tmpfs,target=/a x'],
      ['place of a secret', 'RUN --mount=type=secret,id=a x', 'RUN --mount=type=secret,id=a,target=/s x'],
      ['source', 'COPY a /x', 'COPY b /x'],
      ['pattern, even if it finds the same', 'COPY a /x', 'COPY a* /x'],
      ['text of a heredoc', 'COPY <<E /x\na\nE', 'COPY <<E /x\nb\nE'],
      ['destination', 'COPY a /x', 'COPY a /y'],
      ['kind of destination', 'COPY a /x', 'COPY a /x/'],
      ['owner', 'COPY a /x', 'COPY --chown=1 a /x'],
      ['mode', 'COPY a /x', 'COPY --chmod=700 a /x'],
      ['what is left out', 'COPY . /x', 'COPY --exclude=*.md . /x'],
      ['whether directories are kept', 'COPY a/b /x/', 'COPY --parents a/b /x/'],
      ['whether it is a layer of its own', 'COPY a /x', 'COPY --link a /x'],
      ['whether archives are unpacked', 'ADD a /x', 'ADD --unpack=false a /x'],
      ['instruction', 'COPY a /x', 'ADD a /x'],
      ['part of a repository', 'ADD https://x/a.git#m:d /x', 'ADD https://x/a.git#m:e /x'],
      ['directory that is made', 'WORKDIR /a', 'WORKDIR /b'],
      ['user that it is made for', 'WORKDIR /a', 'USER me\nWORKDIR /a'],
    ] as const)
      it(what, () => assert.notEqual(key(one), key(other)));
    for (const instruction of ['RUN --mount=target=/x a', 'COPY a /x', 'ADD https://x.test/a /x', 'WORKDIR /a']) it(`what lies below: ${instruction}`, () => assert.notEqual(key(instruction, {}, { lowers: ['sha256:b'] }), key(instruction)));
    for (const instruction of ['RUN --mount=target=/x a', 'COPY a /x', 'ADD https://x.test/a /x']) it(`content that it reads: ${instruction}`, () => assert.notEqual(key(instruction, {}, { contents: ['other'] }), key(instruction)));
    it('order of contents, and where one ends', () => assert.equal(new Set([['a', 'b'], ['b', 'a'], ['ab'], ['a', 'b', '']].map((contents) => key('COPY a b /x/', {}, { contents }))).size, 4));
    it('epoch', () => assert.notEqual(key('RUN a', {}, { epochSeconds: 0 }), key('RUN a')));
    it('value of a build argument', () => assert.notEqual(key('ARG A\nRUN a', arguments_(['A', '1'])), key('ARG A\nRUN a', arguments_(['A', '2']))));
    it('value that is put into a path', () => assert.notEqual(key('ARG A\nCOPY a /$A', arguments_(['A', '1'])), key('ARG A\nCOPY a /$A', arguments_(['A', '2']))));
    it('network of the build', () => assert.notEqual(key('RUN a', { options: { network: 'none' } }), key('RUN a')));
  });

  describe('does not differ by', () => {
    for (const [what, one, other] of [
      ['how it is written', 'RUN a', 'run   a'],
      ['labels and other configuration before it', 'RUN a', 'LABEL a=b\nEXPOSE 80\nCMD ["x"]\nRUN a'],
      ['order of variables', 'ENV A=1 B=2\nRUN a', 'ENV B=2 A=1\nRUN a'],
      ['name, sharing, owner and source of a cache', 'RUN --mount=type=cache,target=/c a', 'RUN --mount=type=cache,target=/c,id=x,sharing=locked,uid=7,from=img a'],
      ['name and mode of a secret', 'RUN --mount=type=secret,id=a,target=/s a', 'RUN --mount=type=secret,id=b,target=/s,required,mode=0444 a'],
      ['name of a socket', 'RUN --mount=type=ssh,target=/s a', 'RUN --mount=type=ssh,id=b,target=/s a'],
      ['where a mount comes from, if the content is the same', 'RUN --mount=target=/m,source=a a', 'RUN --mount=target=/m,source=b,from=img a'],
      ['where a copy comes from, if the content is the same', 'COPY --from=x a /b', 'COPY --from=y a /b'],
      ['where a file is fetched, if it is called the same', 'ADD https://x.test/a /b/', 'ADD https://y.test/z/a /b/'],
      ['where a repository is', 'ADD https://x/a.git#main /b', 'ADD git@y:b.git /b'],
      ['a build argument that COPY does not use', 'COPY a /b', 'ARG A=1\nCOPY a /b'],
    ] as const)
      it(what, () => assert.equal(key(one), key(other)));
    it('a build argument that is not declared', () => assert.equal(key('RUN a', arguments_(['A', '1'])), key('RUN a', arguments_(['A', '2']))));
    it('proxies that are not declared', () => assert.equal(key('RUN a', arguments_(['HTTP_PROXY', 'a'])), key('RUN a', arguments_(['HTTP_PROXY', 'b']))));
    it('what lies below a layer of its own', () => {
      for (const instruction of ['COPY --link a /x', 'ADD --link a /x']) assert.equal(key(instruction, {}, { lowers: ['sha256:b'] }), key(instruction), instruction);
    });
  });
});
