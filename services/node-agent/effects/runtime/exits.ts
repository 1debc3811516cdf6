import { existsSync, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Catches what the kernel's file events may drop when very many come at once. */
const SWEEP_MS = 5_000;
const LOST = 'lost';

/** Tells one file of a name from the next one: a container that runs again leaves another exit code under the same name. */
const identityOf = (path: string): string | undefined => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : `${stat.ino} ${stat.mtimeMs}`;
};

/**
 * Tells of each file that appears in conmon's exit folder, those that are there already included. `lost` is asked every few seconds for
 * containers that ended without leaving one.
 */
export const watchExits = (
  dir: string,
  lost: () => readonly string[],
  onExit: (containerId: string) => void,
): { close: () => void } => {
  const told = new Map<string, string>();
  const tell = (containerId: string, identity: string | undefined): void => {
    if (identity === undefined) told.delete(containerId);
    else if (told.get(containerId) !== identity) {
      told.set(containerId, identity);
      onExit(containerId);
    }
  };
  // conmon writes a temporary file, with a dot in its name, and renames it.
  const lookAt = (name: string): void => {
    if (!name.includes('.')) tell(name, identityOf(join(dir, name)));
  };
  const look = (): void => {
    const names = existsSync(dir) ? readdirSync(dir) : [];
    const withoutFile = lost();
    for (const name of told.keys()) if (!names.includes(name) && !withoutFile.includes(name)) told.delete(name);
    names.forEach(lookAt);
    for (const containerId of withoutFile) tell(containerId, LOST);
  };
  const watcher = watch(dir, (_, name) => (name === null ? look() : lookAt(name)));
  watcher.on('error', look);
  const timer = setInterval(look, SWEEP_MS);
  timer.unref();
  const first = setImmediate(look);
  return {
    close: () => {
      watcher.close();
      clearInterval(timer);
      clearImmediate(first);
    },
  };
};
