import { execFileSync } from 'node:child_process';
import { abandonedLabs } from './lab-owner.ts';
import { reopenLab } from './lab.ts';
import { openMachine } from './machine.ts';

/** Ends and removes what test runs left behind that were killed. Labs of runs that are still there are left alone. */
export const reap = async (): Promise<readonly string[]> => {
  const tags = abandonedLabs();
  for (const tag of tags) {
    const lab = reopenLab(tag);
    for (const node of lab.nodes) {
      for (const pid of processesIn(node.netns)) kill(pid);
      await openMachine(tag, node).close();
    }
    lab[Symbol.dispose]();
  }
  return tags;
};

let reaped: Promise<unknown> | undefined;

/** Before the first lab of this process is opened. */
export const reapOnce = async (): Promise<void> => void (await (reaped ??= reap()));

// Everything of a machine but its containers, which the platform's own clean-up finds by their control group.
const processesIn = (netns: string): number[] => execFileSync('ip', ['netns', 'pids', netns.replace('/run/netns/', '')], { encoding: 'utf8' }).split('\n').filter(Boolean).map(Number);

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
};
