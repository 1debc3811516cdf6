import type { CrunContext } from './crun.ts';
import { exitsDir } from './container-files.ts';
import { watchExits } from './exits.ts';
import { findContainer, foundContainers, isLost } from './inventory.ts';
import { logBounds, keepLogsBounded } from './log-rotate.ts';
import { readPid } from './process-facts.ts';
import { onProcessEnd } from './process-end.ts';

const lostContainers = (context: CrunContext): readonly string[] =>
  foundContainers(context)
    .filter((found) => isLost(found))
    .map(({ identity }) => identity.containerId);

/** Tells of every supervisor that goes without leaving an exit code, at once. */
const watchSupervisors = (context: CrunContext, onLost: (containerId: string) => void): { close: () => void } => {
  const watched = new Map<string, { close: () => void }>();
  const add = (containerId: string): void => {
    const found = findContainer(context, containerId);
    const pid = found === undefined ? 0 : readPid(found.files.supervisorPid);
    if (found === undefined || pid === 0) return;
    watched.get(containerId)?.close();
    watched.set(containerId, onProcessEnd(pid, () => {
      watched.delete(containerId);
      const now = findContainer(context, containerId);
      if (now !== undefined && isLost(now)) onLost(containerId);
    }));
  };
  for (const { identity } of foundContainers(context)) add(identity.containerId);
  context.created.add(add);
  return {
    close: () => {
      context.created.delete(add);
      for (const one of watched.values()) one.close();
    },
  };
};

/** Everything that lasts as long as the agent looks on: ends, lost supervisors, and logs that grow. */
export const watchEnds = (context: CrunContext, onExit: (containerId: string) => void): { close: () => void } => {
  const parts = [
    watchExits(exitsDir(context.dirs), () => lostContainers(context), onExit),
    watchSupervisors(context, onExit),
    keepLogsBounded(() => foundContainers(context).map(({ identity, files }) => ({ files, bounds: logBounds(identity.spec.log) }))),
  ];
  return {
    close: () => {
      for (const part of parts) part.close();
    },
  };
};
