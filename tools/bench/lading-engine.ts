import { join } from 'node:path';
import { startPlatform } from '../../test/harness/platform.ts';
import { buildOn, callOn, pullOn, type Engine } from './engine.ts';
import { pssOf } from './memory.ts';

/** The platform as one machine runs it, in a network namespace of its own. */
export const openLading = async (): Promise<Engine & { platform: Awaited<ReturnType<typeof startPlatform>> }> => {
  const platform = await startPlatform({ machines: 1 });
  const { first } = platform;
  return {
    platform,
    name: 'lading',
    netns: first.netns,
    call: callOn(join(first.run, 'docker.sock')),
    pull: pullOn(join(first.run, 'docker.sock')),
    build: buildOn(join(first.run, 'docker.sock')),
    buildFolder: async (folder) => void (await first.lading('build', '-q', folder)),
    up: async (file, project) => void (await first.lading('-p', project, '-f', file, 'up', '-d')),
    scale: async (_file, project, service, replicas) => void (await first.lading('-p', project, 'scale', `${service}=${replicas}`)),
    down: async (_file, project) => void (await first.lading('-p', project, 'down')),
    memoryBytes: () => pssOf(first.run),
    close: () => platform[Symbol.asyncDispose](),
  };
};
