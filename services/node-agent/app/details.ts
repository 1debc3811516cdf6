import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ContentStore } from '../effects/content/port.ts';
import { containerFiles, type RuntimeDirs } from '../effects/runtime/container-files.ts';
import type { Probe } from './health.ts';

/** What only the container's node knows of it. Paths are of the node's, and empty where there is no such file. */
export type Details = {
  logPath: string;
  hostsPath: string;
  hostnamePath: string;
  resolvConfPath: string;
  /** Of the overlay that is its root. */
  overlay: { lowers: readonly string[]; upper: string; work: string; merged: string };
  volumesFolder: string;
  machineName: string;
  /** The last probes of this run, oldest first; none after the agent began anew, until the next. */
  health: { probes: readonly Probe[]; failingStreak: number };
  sizes?: { ownBytes: number; wholeBytes: number };
};

type Parts = { dirs: RuntimeDirs; content: ContentStore; healthOf: (containerId: string) => Details['health'] };

export const openDetails = ({ dirs, content, healthOf }: Parts) => async (containerId: string, withSizes: boolean): Promise<Details> => {
  const there = (path: string): string => (existsSync(path) ? path : '');
  const file = (name: string): string => there(join(dirs.runDir, 'files', containerId, name));
  const places = content.placesOf(containerId);
  return {
    logPath: there(containerFiles(dirs, containerId).log),
    hostsPath: file('hosts'),
    hostnamePath: file('hostname'),
    resolvConfPath: file('resolv.conf'),
    overlay: { lowers: places.lowers, upper: places.upper, work: places.work, merged: places.merged },
    volumesFolder: join(dirs.stateDir, 'volumes'),
    machineName: hostname(),
    health: healthOf(containerId),
    ...(withSizes ? { sizes: await sizesOf(content, containerId, places.layers) } : {}),
  };
};

const sizesOf = async (content: ContentStore, containerId: string, layers: readonly string[]): Promise<{ ownBytes: number; wholeBytes: number }> => {
  const use = await content.diskUse();
  const ownBytes = use.containers[containerId] ?? 0;
  return { ownBytes, wholeBytes: layers.reduce((sum, diffId) => sum + (use.layers[diffId] ?? 0), ownBytes) };
};
