import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Catches what the kernel's file events may drop when very many come at once. */
const SWEEP_MS = 5_000;

/**
 * Tells of each file that appears in conmon's exit folder, those that are there already included. `ended` is asked every few
 * seconds for containers that ended without leaving one.
 */
export const watchExits = (
  dir: string,
  ended: () => readonly string[],
  onExit: (containerId: string) => void,
): { close: () => void } => {
  const told = new Set<string>();
  const tell = (name: string): void => {
    if (told.has(name)) return;
    told.add(name);
    onExit(name);
  };
  // conmon writes a temporary file and renames it: only a name that stays is a container's.
  const isExit = (name: string): boolean => !name.includes('.') && existsSync(join(dir, name));
  const look = (): void => {
    const names = existsSync(dir) ? readdirSync(dir) : [];
    const present = new Set([...names.filter(isExit), ...ended()]);
    for (const name of told) if (!present.has(name)) told.delete(name);
    for (const name of present) tell(name);
  };
  const watcher = watch(dir, (_, name) => {
    if (name === null) return look();
    if (isExit(name)) tell(name);
    else told.delete(name);
  });
  watcher.on('error', look);
  const timer = setInterval(look, SWEEP_MS);
  setImmediate(look);
  return {
    close: () => {
      watcher.close();
      clearInterval(timer);
    },
  };
};
