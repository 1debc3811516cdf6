import assert from 'node:assert/strict';
import { Rejection } from '#kernel/rejection.ts';
import { platformOf } from './platform.ts';

describe('a platform', () => {
  it('is written the same whichever way it is said', () => {
    assert.deepEqual(['', 'linux', 'linux/amd64', 'Linux/x86_64', 'aarch64', 'linux/arm64/v8'].map((asked) => platformOf(asked)), ['', 'linux', 'linux/amd64', 'linux/amd64', 'linux/arm64', 'linux/arm64/v8']);
  });

  it('is refused when it is none', () => assert.throws(() => platformOf('a b'), Rejection));
});
