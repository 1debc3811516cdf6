import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attach } from './port.ts';

/** What each container was given, as far as the kernel can't tell: read by a netd that starts while containers run. */
export type Records = {
  /** A container has one once its namespace is complete. */
  read: (containerId: string) => Attach | undefined;
  write: (attach: Attach) => void;
  remove: (containerId: string) => void;
};

export const openRecords = (runDir: string): Records => {
  const folder = join(runDir, 'attached');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (containerId: string): string => join(folder, `${containerId}.json`);
  return {
    read: (containerId) => (existsSync(path(containerId)) ? (JSON.parse(readFileSync(path(containerId), 'utf8')) as Attach) : undefined),
    write: (attach) => {
      const file = path(attach.containerId);
      writeFileSync(`${file}.new`, JSON.stringify(attach), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    remove: (containerId) => rmSync(path(containerId), { force: true }),
  };
};
