import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { enterCommand, leave } from '../../services/node-agent/effects/runtime/mount-namespace.ts';

type TestResult = { title: string; fullTitle: string; err: { message?: string; stack?: string } };
type Results = { passes: TestResult[]; failures: TestResult[]; pending: TestResult[] };

const LIMIT_MS = 240_000;
const MOCHA = fileURLToPath(new URL('../../node_modules/mocha/bin/mocha.js', import.meta.url));
const CHILD_MARK = 'LADING_TEST_IN_NAMESPACE';

const isHybrid = (): boolean => existsSync('/sys/fs/cgroup/unified/cgroup.controllers');

const runInside = async (file: string): Promise<Results> => {
  const runDir = mkdtempSync('/dev/shm/lading-ns-');
  const { command, args } = enterCommand(runDir);
  const child = spawn(command, [...args, process.execPath, MOCHA, '--reporter', 'json', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, [CHILD_MARK]: '1' },
    timeout: LIMIT_MS,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  await new Promise((resolve) => child.on('close', resolve));
  leave(runDir);
  rmSync(runDir, { recursive: true, force: true });
  const start = output.indexOf('{\n');
  if (start < 0) throw new Error(`${file}: no results from inside the mount namespace; it printed: ${output}`);
  return JSON.parse(output.slice(start)) as Results;
};

const report = (results: Results): void => {
  for (const { fullTitle } of results.passes) it(fullTitle, () => undefined);
  for (const { fullTitle } of results.pending) it.skip(fullTitle);
  for (const { fullTitle, err } of results.failures) {
    it(fullTitle, () => {
      throw Object.assign(new Error(err.message), { stack: err.stack });
    });
  }
};

/**
 * Defines tests that start containers. Where the machine has both versions of cgroups they run in a process of their own, in the kind of
 * mount namespace the agent uses, and their results are told here. Needs root; says so and skips without.
 */
export const describeContainers = async (moduleUrl: string, define: () => void): Promise<void> => {
  const file = fileURLToPath(moduleUrl);
  const missing = ['/usr/bin/conmon', '/usr/bin/crun', '/bin/busybox'].filter((path) => !existsSync(path));
  if (process.getuid?.() !== 0 || missing.length > 0) {
    const why = missing.length > 0 ? `without ${missing.join(', ')}` : 'without root';
    describe(`${file} [skipped ${why}]`, () => void it.skip(`starts real containers, which can't be done ${why}`));
  } else if (isHybrid() && process.env[CHILD_MARK] === undefined) report(await runInside(file));
  else define();
};

/** Defines tests that mount something, in a process of their own whose mounts nobody else sees. Needs root; says so and skips without. */
export const describeMounts = async (moduleUrl: string, define: () => void): Promise<void> => {
  const file = fileURLToPath(moduleUrl);
  if (process.getuid?.() !== 0) describe(`${file} [skipped without root]`, () => void it.skip("mounts a disk, which can't be done without root"));
  else if (process.env[CHILD_MARK] === undefined) report(await runInside(file));
  else define();
};
