import assert from 'node:assert/strict';
import { startFailure } from './start-failure.ts';

describe('a failed start', () => {
  const cases: readonly [text: string, exitCode: number][] = [
    ['executable file `nosuch` not found in $PATH: No such file or directory', 127],
    ['runc create failed: unable to start container process: exec: "nosuch": executable file not found in $PATH', 127],
    ['exec: "/nosuch": stat /nosuch: no such file or directory', 127],
    ['open executable: Permission denied', 126],
    ['open executable: Operation not permitted', 126],
    ['exec: Exec format error', 126],
    ['exec: "/etc": is a directory', 126],
    ['mount `/srv/executable` to `data`: No such file or directory', 125],
    ['mount `/exec` to `data`: Permission denied', 125],
    ['chdir `/nowhere`: No such file or directory', 125],
  ];
  for (const [text, exitCode] of cases) {
    it(`is ${exitCode} for: ${text}`, () => {
      assert.deepEqual(startFailure(`${text}\n`), { exitCode, message: text });
    });
  }
});
