import { Rejection } from '#kernel/rejection.ts';
import type { Mount } from '#proto/container.ts';
import { bytesOf } from './check-log.ts';
import { mount, placeOf } from './mount.ts';

/** Mount options of a tmpfs that the kernel knows, without those that have a field of their own. */
const flags = ['exec', 'noexec', 'suid', 'nosuid', 'dev', 'nodev', 'sync', 'async', 'atime', 'noatime', 'relatime', 'norelatime', 'strictatime', 'nostrictatime', 'diratime', 'nodiratime'];
const valued = ['uid', 'gid', 'nr_inodes', 'nr_blocks', 'mpol'];
const ignored = ['rw', 'defaults', ''];

/** `/run` and `rw,noexec,size=64m`. Throws INVALID for options that the kernel would refuse. */
export const tmpfsMount = (target: string, options: string): Mount => {
  const made = { ...mount({ type: 'tmpfs', target: placeOf(target) }), tmpfsOptions: [] as string[] };
  for (const option of options.split(',')) {
    const [name = '', value] = option.split('=', 2);
    const refuse = (): never => {
      throw new Rejection('INVALID', `invalid tmpfs option "${option}" of ${target}`);
    };
    if (name === 'size') made.tmpfsSizeBytes = bytesOf(value ?? '') ?? refuse();
    else if (name === 'mode') made.tmpfsMode = /^[0-7]{1,4}$/.test(value ?? '') ? Number.parseInt(value ?? '', 8) : refuse();
    else if (option === 'ro') made.readOnly = true;
    else if (flags.includes(option) || (valued.includes(name) && value !== undefined)) made.tmpfsOptions.push(option);
    else if (!ignored.includes(option)) refuse();
  }
  return made;
};
