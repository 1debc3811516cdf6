import assert from 'node:assert/strict';
import type { BuildProgress } from '#endpoints/build-progress.ts';
import { dockerBuildStream } from './build-stream.ts';

const planned = (...instructions: string[]): BuildProgress => ({ type: 'plan', steps: instructions.map((instruction, place) => ({ step: place + 1, title: instruction, instruction, isWork: true })) });
const begun = (step: number, containerId?: string): BuildProgress => ({ type: 'step-begun', step, atMs: 0, ...(containerId === undefined ? {} : { containerId }) });
const output = (step: number, text: string): BuildProgress => ({ type: 'output', step, stream: 'stdout', text });
const ended = (step: number, state: 'done' | 'cached' | 'failed' = 'done', result = `sha256:${String(step).repeat(64)}`): BuildProgress => ({ type: 'step-ended', step, atMs: 0, state, result, message: '' });
const done: BuildProgress = { type: 'ended', outcome: 'done', message: '', imageId: `sha256:${'a'.repeat(64)}`, references: ['docker.io/library/app:latest'] };

const shown = (progress: readonly BuildProgress[], quiet = false): string => {
  const told = dockerBuildStream({ quiet });
  return progress.flatMap(told).map((said) => ('stream' in said ? said.stream : `${JSON.stringify(said)}\n`)).join('');
};

describe('a build as Docker tells it', () => {
  it('is steps, what they used or wrote, and what came out', () =>
    assert.equal(
      shown([planned('FROM busybox', 'COPY . /', 'RUN make'), begun(1), ended(1), begun(2), ended(2, 'cached'), begun(3, 'f'.repeat(64)), output(3, 'made\n'), ended(3), done]),
      [
        'Step 1/3 : FROM busybox', ' ---> 111111111111', 'Step 2/3 : COPY . /', ' ---> Using cache', ' ---> 222222222222', 'Step 3/3 : RUN make', ' ---> Running in ffffffffffff', 'made', ' ---> 333333333333',
        `{"aux":{"ID":"sha256:${'a'.repeat(64)}"}}`, 'Successfully built aaaaaaaaaaaa', 'Successfully tagged app:latest', '',
      ].join('\n'),
    ));
  it('keeps the order of the Dockerfile where steps go on side by side', () =>
    assert.equal(
      shown([planned('FROM a', 'RUN one', 'FROM b', 'RUN two'), begun(1), begun(3), ended(3), begun(4), output(4, 'two\n'), ended(1), begun(2), output(2, 'one\n'), ended(4), ended(2), done]).replaceAll(/ --->.*\n/g, ''),
      ['Step 1/4 : FROM a', 'Step 2/4 : RUN one', 'one', 'Step 3/4 : FROM b', 'Step 4/4 : RUN two', 'two', `{"aux":{"ID":"sha256:${'a'.repeat(64)}"}}`, 'Successfully built aaaaaaaaaaaa', 'Successfully tagged app:latest', ''].join('\n'),
    ));
  it('ends with the error and its code, after everything that was said', () => {
    const message = "The command '/bin/sh -c make' returned a non-zero code: 3";
    const failed: BuildProgress = { type: 'ended', outcome: 'failed', message, imageId: '', references: [], failure: { lines: [], exitCode: 3 } };
    assert.equal(shown([planned('FROM a', 'RUN make'), begun(2), output(2, 'no rule\n'), failed]), `Step 2/2 : RUN make\nno rule\n${JSON.stringify({ errorDetail: { code: 3, message }, error: message })}\n`);
  });
  it('is the id alone when it is to be quiet', () => assert.equal(shown([planned('FROM a'), begun(1), ended(1), done], true), `sha256:${'a'.repeat(64)}\n`));
});
