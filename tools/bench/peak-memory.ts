import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDockerRegistry } from '../../test/harness/docker-registry.ts';
import { pushLarge } from '../../test/harness/large-image.ts';
import type { Machine } from '../../test/harness/machine.ts';

const layers = 8;
const layerBytes = 250_000_000;
const resetPeak = '5';

/** Highest memory of the daemon (agent and services in one process) while something goes on, bytes. https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html */
const peakDuring = async ({ run }: Machine, work: () => Promise<unknown>): Promise<number> => {
  const pid = readFileSync(join(run, 'daemon.pid'), 'utf8').trim();
  writeFileSync(`/proc/${pid}/clear_refs`, resetPeak);
  await work();
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;
};

/** While an image of 2 GB is pulled from a registry beside it. */
export const peakOfPull = async (machine: Machine): Promise<number> => {
  const data = mkdtempSync('/var/tmp/lading-bench-registry-');
  try {
    const filling = await openDockerRegistry({ data });
    await pushLarge(`${filling.host}/bench/large:1`, layers, layerBytes);
    await filling[Symbol.asyncDispose]();
    await using _registry = await openDockerRegistry({ netns: machine.netns, address: '127.0.0.1:5000', data });
    return await peakDuring(machine, () => machine.lading('pull', '-q', '127.0.0.1:5000/bench/large:1'));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

/** While an image of 2 GB is built, half of it copied from a context. */
export const peakOfBuild = async (machine: Machine): Promise<number> => {
  const folder = mkdtempSync('/var/tmp/lading-bench-context-');
  try {
    writeFileSync(join(folder, 'large'), '');
    for (let part = 0; part < layers / 2; part++) writeFileSync(join(folder, 'large'), Buffer.alloc(layerBytes, `${part} and so on `), { flag: 'a' });
    writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nCOPY large /large\nRUN cp /large /copy\n');
    return await peakDuring(machine, () => machine.lading('build', '-q', folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
