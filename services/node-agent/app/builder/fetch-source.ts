import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../build-graph/operation.ts';
import { clone, treeOf } from '../../effects/builder/clone.ts';
import { download } from '../../effects/builder/download.ts';
import { lookUp } from '../../effects/builder/find-sources.ts';

type Remote = Extract<Source, { kind: 'url' | 'git' }>;

/** Brings what ADD names elsewhere to a folder of its own: gives the file, or the folder with the files. */
export const fetchSource = async (source: Remote, folder: string, { environment, signal }: { environment: NodeJS.ProcessEnv; signal: AbortSignal }): Promise<string> => {
  const own = join(folder, `fetched-${randomUUID()}`);
  mkdirSync(own);
  if (source.kind === 'url') {
    const file = join(own, 'file');
    await download(source.url, file, { checksum: source.checksum, environment, signal });
    return file;
  }
  const { remote, ref, checksum, submodules, keepGitDirectory } = source;
  await clone(own, { remote, ref, checksum, submodules, keepGitDirectory, environment, signal });
  return folderOf(treeOf(own), source.subdirectory);
};

export const folderOf = (tree: string, subdirectory: string): string => {
  const found = lookUp(tree, subdirectory);
  if (!found?.stats.isDirectory()) throw new Error(`the repository has no folder ${subdirectory}`);
  return found.at.toString('utf8');
};
