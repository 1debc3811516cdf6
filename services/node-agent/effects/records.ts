import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BoundPort, Endpoint } from '#proto/container.ts';
import type { Delivered } from '../reconcile/plan.ts';

/** What the agent must know of a container on this machine after it was killed, and neither the log nor the machine tells. */
export type ContainerRecord = {
  containerId: string;
  /** Whose its host ports are: its service, or itself. */
  owner: string;
  name: string;
  run: number;
  delivered: Delivered;
  limits: string;
  endpoints: readonly Endpoint[];
  /** The networks that it was put on, as they were wanted, and its interface in each. None in a record of an older agent. */
  networks?: string;
  interfaces?: Readonly<Record<string, string>>;
  ports: readonly BoundPort[];
  /** Mounts or network of the run are still here. */
  remains: boolean;
};

export type Records = {
  get: (containerId: string) => ContainerRecord | undefined;
  put: (record: ContainerRecord) => void;
  remove: (containerId: string) => void;
  all: () => Iterable<ContainerRecord>;
};

/** One small file a container, replaced whole. One that can't be read counts as none: the container is then made anew or removed. */
export const diskRecords = (directory: string): Records => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const records = new Map<string, ContainerRecord>();
  for (const file of readdirSync(directory)) {
    if (!file.endsWith('.json')) continue;
    const record = readRecord(join(directory, file));
    if (record) records.set(record.containerId, record);
  }
  const pathOf = (containerId: string): string => join(directory, `${containerId}.json`);
  return {
    get: (containerId) => records.get(containerId),
    put: (record) => {
      records.set(record.containerId, record);
      writeFileSync(`${pathOf(record.containerId)}.new`, JSON.stringify(record), { mode: 0o600 });
      renameSync(`${pathOf(record.containerId)}.new`, pathOf(record.containerId));
    },
    remove: (containerId) => {
      records.delete(containerId);
      rmSync(pathOf(containerId), { force: true });
    },
    all: () => records.values(),
  };
};

const readRecord = (path: string): ContainerRecord | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ContainerRecord;
  } catch {
    return undefined;
  }
};
