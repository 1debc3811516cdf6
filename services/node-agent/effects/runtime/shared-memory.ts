import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { ContainerFiles } from './container-files.ts';
import { foundContainers, type Place } from './inventory.ts';
import { ociMessage, runProgram } from './oci-runtime.ts';
import { sharedMemoryOptions } from './oci-mounts.ts';
import { StartError, type PreparedContainer } from './port.ts';
import { readPid } from './process-facts.ts';

const refuse = (message: string): never => {
  throw new StartError({ exitCode: 125, message });
};

const mountOwn = async (files: ContainerFiles, shmSizeBytes: number): Promise<string> => {
  mkdirSync(files.sharedMemory);
  const result = await runProgram('mount', ['-t', 'tmpfs', '-o', sharedMemoryOptions(shmSizeBytes).join(','), 'shm', files.sharedMemory]);
  if (result.exitCode !== 0) refuse(`shared memory: ${ociMessage(result)}`);
  return files.sharedMemory;
};

const ofContainer = (place: Place, pid: number): string => {
  const found = foundContainers(place).find(({ files }) => readPid(files.pid) === pid);
  if (found === undefined) return refuse(`ipc mode: no container of this node has process ${pid}; start the one to join first`);
  if (existsSync(found.files.sharedMemory)) return found.files.sharedMemory;
  return refuse(`ipc mode: container ${found.identity.containerId} does not share; create it with ipc mode shareable`);
};

/**
 * Where the shared memory is that this container has in common with others; undefined when it has its own. One container's mounts can't
 * be bound into another, so a container that shares gets its from a mount of the agent's.
 */
export const sharedMemoryDir = async (place: Place, container: PreparedContainer, files: ContainerFiles): Promise<string | undefined> => {
  if (container.joinIpc !== undefined) return ofContainer(place, container.joinIpc);
  return container.spec.ipcMode === 'shareable' ? mountOwn(files, container.spec.shmSizeBytes) : undefined;
};

/** Takes the mount away before its folder is removed. */
export const unmountSharedMemory = async (files: ContainerFiles): Promise<void> => {
  if (!existsSync(files.sharedMemory)) return;
  const isMounted = readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${files.sharedMemory} `);
  if (isMounted) await runProgram('umount', ['-l', files.sharedMemory]);
};
