import { existsSync, readdirSync, statSync } from 'node:fs';
import { cgroupPids, isFrozen, oomKills, type Cgroup } from './cgroup.ts';
import { bundlesDir, containerFiles, type ContainerFiles, type RuntimeDirs } from './container-files.ts';
import type { RuntimeContainer } from './port.ts';
import { livesWithArgument, readPid, readText } from './process-facts.ts';
import { decodeIdentity, type Identity } from './identity.ts';

/** Where containers are found on this machine. */
export type Place = {
  dirs: RuntimeDirs;
  cgroupOf: (containerId: string) => Cgroup;
  /** Being made by this very process: not there yet, and not lost either. */
  creating: Set<string>;
  /** Decoded once; by path. */
  identities: Map<string, { mtimeMs: number; ino: number; identity: Identity | undefined }>;
};

// A name with a dot is of a container that is being deleted.
const namesIn = (dir: string): readonly string[] => (existsSync(dir) ? readdirSync(dir).filter((name) => !name.includes('.')) : []);

export type FoundContainer = { identity: Identity; files: ContainerFiles };

/** An identity is written once for each run, and looked at every second. */
const identityIn = ({ identities }: Place, { identity: path }: ContainerFiles): Identity | undefined => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const known = identities.get(path);
  if (known?.mtimeMs === stat.mtimeMs && known.ino === stat.ino) return known.identity;
  const identity = decodeIdentity(readText(path) ?? '');
  identities.set(path, { mtimeMs: stat.mtimeMs, ino: stat.ino, identity });
  return identity;
};

const forgetGone = ({ identities }: Place): void => {
  for (const path of identities.keys()) if (!existsSync(path)) identities.delete(path);
};

/** Every container that has a bundle; one that a killed agent left half made too. */
export const foundContainers = (place: Place): readonly FoundContainer[] => {
  const names = namesIn(bundlesDir(place.dirs));
  if (place.identities.size > names.length) forgetGone(place);
  return names.flatMap((name) => {
    const identity = identityIn(place, containerFiles(place.dirs, name));
    const isThere = identity !== undefined && !place.creating.has(identity.containerId);
    return isThere ? [{ identity, files: containerFiles(place.dirs, identity.containerId) }] : [];
  });
};

export const findContainer = (place: Place, containerId: string): FoundContainer | undefined => {
  const files = containerFiles(place.dirs, containerId);
  const identity = identityIn(place, files);
  return identity?.containerId === containerId ? { identity, files } : undefined;
};

const timeOf = (path: string): number => Math.round(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);

export const supervisorLives = (containerId: string, files: ContainerFiles): boolean =>
  livesWithArgument(readPid(files.supervisorPid), containerId);

const exitOf = (place: Place, { identity, files }: FoundContainer): Partial<RuntimeContainer> | undefined => {
  const text = readText(files.exit);
  if (text === undefined || text.trim() === '') return undefined;
  return {
    exitCode: Number(text),
    finishedAtMs: timeOf(files.exit),
    oomKilled: oomKills(place.cgroupOf(identity.containerId)) > 0,
  };
};

/** Nobody waits for its exit code, and there is none: asked in this order, since a supervisor writes the code just before it goes. */
export const isLost = ({ identity, files }: FoundContainer): boolean =>
  !supervisorLives(identity.containerId, files) && !existsSync(files.exit);

/** What a container is doing, from files alone: exit code first, then its supervisor, then whether it was let go. */
export const inspectContainer = (place: Place, found: FoundContainer): RuntimeContainer => {
  const { identity, files } = found;
  const { containerId, run } = identity;
  const cgroup = place.cgroupOf(containerId);
  const common = { containerId, run, pid: readPid(files.pid), startedAtMs: timeOf(files.started), paused: false };
  const supervised = supervisorLives(containerId, files);
  // Read after the supervisor was looked for: it writes the code just before it goes.
  const exit = exitOf(place, found);
  if (exit !== undefined) return { ...common, ...exit, state: 'exited' };
  if (!supervised) return { ...common, state: 'lost', startedAtMs: existsSync(files.startFifo) ? 0 : common.startedAtMs, pid: cgroupPids(cgroup).length > 0 ? common.pid : 0 };
  // The fifo goes when the container is let go; before it comes the container is still being made, by an agent that was killed.
  if (existsSync(files.startFifo) || !existsSync(files.started)) return { ...common, state: 'created', startedAtMs: 0 };
  return { ...common, state: 'running', paused: isFrozen(cgroup) };
};
