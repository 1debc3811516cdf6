import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cgroupTrees, type Cgroup } from './cgroup.ts';
import { killQuietly, readText } from './process-facts.ts';

const KILL_TIMEOUT_MS = 10_000;
const POLL_MS = 2;

const foldersBelow = (dir: string): string[] => {
  if (!existsSync(dir)) return [];
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [dir, ...folders.flatMap((entry) => foldersBelow(join(dir, entry.name)))];
};

const pidsIn = (groups: readonly string[]): readonly number[] => [
  ...new Set(groups.flatMap((group) => (readText(join(group, 'cgroup.procs')) ?? '').split('\n').filter(Boolean).map(Number))),
];

const thaw = (group: string): void => {
  for (const [file, value] of [['freezer.state', 'THAWED'], ['cgroup.freeze', '0']] as const) {
    const path = join(group, file);
    try {
      if (existsSync(path)) writeFileSync(path, value);
    } catch {
      // The group went meanwhile.
    }
  }
};

/** Kills everything in the group and below, frozen or not, again and again: what is being forked between two looks dies at the next. */
export const killAll = async ({ version, path }: Cgroup): Promise<void> => {
  const deadline = Date.now() + KILL_TIMEOUT_MS;
  for (;;) {
    const groups = cgroupTrees(version).flatMap((tree) => foldersBelow(join(tree, path)));
    const pids = pidsIn(groups);
    if (pids.length === 0) return;
    if (Date.now() > deadline) throw new Error(`cgroup ${path}: ${pids.length} processes do not die; look at ${pids.join(' ')}`);
    pids.forEach(killQuietly);
    groups.forEach(thaw);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
};
