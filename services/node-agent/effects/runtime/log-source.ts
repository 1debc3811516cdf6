import { watch, type FSWatcher } from 'node:fs';
import type { ContainerFiles } from './container-files.ts';
import type { LogSource } from './log-read.ts';
import { logPaths } from './log-rotate.ts';

/** Notices what no file event tells: a supervisor that was killed. */
const LOOK_AGAIN_MS = 1_000;

/** Follows the files of one container's log and the folder where its exit code will appear. */
export const logSource = (files: ContainerFiles, exitsDir: string, isOver: () => boolean): LogSource => {
  const watchers: FSWatcher[] = [];
  let isOpen = false;
  let isDirty = false;
  let wake = (): void => undefined;
  const touched = (): void => {
    isDirty = true;
    wake();
  };
  const open = (): void => {
    if (isOpen) return;
    isOpen = true;
    for (const dir of [files.logDir, exitsDir]) {
      try {
        watchers.push(watch(dir, touched).on('error', touched));
      } catch {
        // Out of inotify watches, or no log yet: looking again every second still sees everything.
      }
    }
    isDirty = true;
  };
  return {
    paths: () => logPaths(files.log),
    isOver,
    changed: async () => {
      open();
      if (!isDirty) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_AGAIN_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isDirty = false;
    },
    close: () => {
      for (const watcher of watchers) watcher.close();
      wake();
    },
  };
};
