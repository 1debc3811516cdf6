import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A root filesystem with nothing but busybox, and a folder for everything a runtime writes. */
export const testMachine = (): { dir: string; rootfs: string; close: () => void } => {
  const dir = mkdtempSync('/dev/shm/lading-rt-');
  const rootfs = join(dir, 'rootfs');
  for (const folder of ['bin', 'proc', 'sys', 'dev', 'etc', 'tmp', 'root', 'home']) mkdirSync(join(rootfs, folder), { recursive: true });
  copyFileSync('/bin/busybox', join(rootfs, 'bin/busybox'));
  for (const applet of execFileSync('/bin/busybox', ['--list'], { encoding: 'utf8' }).split('\n')) {
    if (applet !== '' && applet !== 'busybox') symlinkSync('busybox', join(rootfs, 'bin', applet));
  }
  writeFileSync(join(rootfs, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000:App:/home/app:/bin/sh\n');
  writeFileSync(join(rootfs, 'etc/group'), 'root:x:0:\napp:x:1000:\nextra:x:2000:app\n');
  return { dir, rootfs, close: () => rmSync(dir, { recursive: true, force: true }) };
};
