import assert from 'node:assert/strict';
import { evaluateOf, planOf } from '../testing/evaluated-stage.ts';
import { reviewWarnings, unusedArguments } from './review.ts';

const review = (text: string): readonly string[] => {
  const plan = planOf(text);
  return reviewWarnings(plan, [evaluateOf(plan, plan.target)]).map(({ rule, place }) => `${place.line} ${rule}`);
};
const unused = (text: string, names: readonly string[], onBuild: readonly string[] = []): readonly string[] => {
  const plan = planOf(text, { arguments: new Map(names.map((name) => [name, '1'])) });
  return unusedArguments(plan, [evaluateOf(plan, plan.target, { config: { OnBuild: [...onBuild] } })]);
};

describe('warnings of a build', () => {
  it('are those of the file, of the plan and of the stages, in the order of the file', () => assert.deepEqual(review('FROM a AS B\nCMD x\nMAINTAINER y'), ['1 StageNameCasing', '2 JSONArgsRecommended', '3 MaintainerDeprecated']));
  it('leave out what the file says', () => {
    assert.deepEqual(review('# check=skip=StageNameCasing,MaintainerDeprecated\nFROM a AS B\nCMD x\nMAINTAINER y'), ['3 JSONArgsRecommended']);
    assert.deepEqual(review('# check=skip=all\nFROM a AS B\nCMD x'), []);
    assert.deepEqual(review('# check=skip=StageNameCasing\nFROM a AS B\n# check=skip=all\nCMD x'), []);
  });
  it('are errors if the file says so', () => {
    assert.throws(() => review('# check=error=true\nFROM a\nCMD x'), {
      code: 'DOCKERFILE_INVALID',
      message: `\
Dockerfile:3: CMD is executed by a shell, which passes no signals on: write a list, CMD ["…"], or say by SHELL that it is meant (JSONArgsRecommended, which # check=error=true makes an error)
   1 | # check=error=true
   2 | FROM a
 > 3 | CMD x`,
    });
    assert.deepEqual(review('# check=error=true;skip=JSONArgsRecommended\nFROM a\nCMD x'), []);
  });
});

describe('build arguments', () => {
  it('that nothing declares are told, with what was likely meant', () =>
    assert.deepEqual(unused('ARG TAG=1\nFROM a\nARG VERSION', ['TAG', 'VERSOIN', 'OTHER']), [
      'the build argument VERSOIN is used nowhere: did you mean "VERSION"?',
      'the build argument OTHER is used nowhere: declare it by ARG OTHER in the stage that needs it',
    ]));
  it('that mean something anyway are not', () => assert.deepEqual(unused('FROM a', ['HTTP_PROXY', 'no_proxy', 'BUILDKIT_INLINE_CACHE', 'SOURCE_DATE_EPOCH', 'TARGETARCH']), []));
  it('that a stage which is not needed, or the base, declares are not', () => assert.deepEqual(unused('FROM a\nARG X\nFROM b', ['X', 'Y'], ['ARG Y']), []));
});
