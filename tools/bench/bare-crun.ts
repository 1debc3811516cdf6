import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './containers.ts';
import { run } from './engine.ts';

/** crun alone on an unpacked image: no supervisor, no log, no layers, no API. What a platform can't be faster than. */
export const openCrun = (image: string): { lifeMs: () => Promise<number>; close: () => void } => {
  const folder = mkdtempSync('/var/lib/lading-bench-crun-');
  const rootfs = join(folder, 'rootfs');
  mkdirSync(rootfs);
  const [{ Layers: layers }] = JSON.parse(execFileSync('tar', ['-xOf', image, 'manifest.json'], { encoding: 'utf8' })) as [{ Layers: string[] }];
  for (const layer of layers) execFileSync('sh', ['-c', 'tar -xOf "$0" "$1" | tar -x -C "$2"', image, layer, rootfs]);
  execFileSync('crun', ['spec'], { cwd: folder });
  const spec = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as { process: { args: string[]; terminal: boolean }; linux: { cgroupsPath?: string } };
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...spec, process: { ...spec.process, args: ['true'], terminal: false } }));
  let number = 0;
  return {
    // In a mount namespace without the second hierarchy of cgroups, which crun refuses to work beside.
    lifeMs: () => timed(() => run('unshare', ['-m', 'sh', '-c', 'umount /sys/fs/cgroup/unified 2>/dev/null; exec crun --root "$0/state" run -b "$0" "bench-$1"', folder, String(++number)], process.env)),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
