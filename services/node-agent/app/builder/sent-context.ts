import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isGitSource, readGitSource } from '../../build-graph/git-source.ts';
import { clone, treeOf } from '../../effects/builder/clone.ts';
import { applyIgnoreFile, readText } from '../../effects/builder/context.ts';
import { download } from '../../effects/builder/download.ts';
import { lookUp } from '../../effects/builder/find-sources.ts';
import { isArchive } from '../../effects/builder/unpack-archive.ts';
import { unpackContext, type KnownDigests } from '../../effects/builder/unpack-context.ts';
import { passing } from '../../effects/content/compression.ts';
import { folderOf } from './fetch-source.ts';
import type { BuildOrder } from './order.ts';

/** The context of a build, and the Dockerfile that is followed. */
export type Context = {
  root: string;
  /** Everything that was sent, named contexts among it. */
  sent: string;
  dockerfile: { file: string; text: string };
  bytes: number;
  /** What files of it came to when they arrived. */
  digests: KnownDigests;
};

type Taking = { folder: string; environment: NodeJS.ProcessEnv; signal: AbortSignal };

/** Takes the context in, below `folder`: what a client sends, or what it names elsewhere. Throws where it is none, or the Dockerfile is not in it. */
export const takeContext = async (order: BuildOrder, body: Readable, on: Taking): Promise<Context> => {
  const sent = join(on.folder, 'sent');
  const { bytes, digests } = await takeSent(order, body, sent, on.signal);
  const { root, text } = order.remote === '' ? { root: folderIn(sent, order.contextFolder), text: undefined } : await remoteContext(order.remote, on);
  const dockerfile = text === undefined || order.dockerfileText !== undefined ? dockerfileOf(order, root) : { file: 'Dockerfile', text };
  await applyIgnoreFile(root, dockerfile.file);
  return { root, sent, dockerfile, bytes, digests };
};

const takeSent = async (order: BuildOrder, body: Readable, sent: string, signal: AbortSignal): Promise<Pick<Context, 'bytes' | 'digests'>> => {
  mkdirSync(sent, { recursive: true, mode: 0o755 });
  let bytes = 0;
  const counted = body.pipe(passing((piece) => void (bytes += piece.length)));
  body.once('error', (error) => counted.destroy(error));
  body.once('close', () => body.readableEnded || counted.destroy(new Error('the context was cut: send it again')));
  const digests = await unpackContext(counted, sent, { signal }).catch((error: unknown) => {
    // Else what still comes would wait for somebody who reads no more, and the sender with it.
    body.unpipe(counted);
    // A Dockerfile alone needs no files, and what lies elsewhere is not sent.
    if (bytes > 0 || (order.dockerfileText === undefined && order.remote === '')) throw error;
    return new Map<string, Buffer>();
  });
  return { bytes, digests };
};

/** A folder of what was sent, made where nothing in it was. */
export const folderIn = (sent: string, path: string): string => {
  if (path === '') return sent;
  const found = lookUp(sent, path);
  if (found?.stats.isDirectory()) return found.at.toString('utf8');
  if (found) throw new Error(`${path} of what was sent is no folder`);
  mkdirSync(join(sent, path), { recursive: true });
  return join(sent, path);
};

/** A git repository, an archive, or a Dockerfile alone. https://docs.docker.com/build/concepts/context/#remote-context */
export const remoteContext = async (remote: string, { folder, environment, signal }: Taking): Promise<{ root: string; text?: string }> => {
  const own = join(folder, `remote-${randomUUID()}`);
  const url = remote.startsWith('github.com/') ? `https://${remote}` : remote;
  if (isGitSource(url, false) || remote.startsWith('github.com/')) {
    const { subdirectory, keepGitDirectory, ...source } = readGitSource(url);
    await clone(own, { ...source, keepGitDirectory: keepGitDirectory ?? false, environment, signal });
    return { root: folderOf(treeOf(own), subdirectory) };
  }
  if (!/^https?:\/\//i.test(url)) throw new Error(`${remote} is no context: name a folder, a git repository, or the URL of an archive or a Dockerfile`);
  mkdirSync(join(own, 'root'), { recursive: true });
  const file = join(own, 'file');
  await download(url, file, { checksum: '', environment, signal });
  if (!(await isArchive(file))) return { root: join(own, 'root'), text: readFileSync(file, 'utf8') };
  await unpackContext(createReadStream(file), join(own, 'root'), { signal });
  return { root: join(own, 'root') };
};

const dockerfileOf = ({ dockerfile, dockerfileText }: BuildOrder, root: string): Context['dockerfile'] => {
  if (dockerfileText !== undefined) return { file: dockerfile, text: dockerfileText };
  const text = readText(root, dockerfile);
  if (text !== undefined) return { file: dockerfile, text };
  // As Docker does, for files from systems that tell no capitals apart.
  const small = dockerfile === 'Dockerfile' ? readText(root, 'dockerfile') : undefined;
  if (small !== undefined) return { file: 'dockerfile', text: small };
  throw new Error(`Cannot locate specified Dockerfile: ${dockerfile}`);
};
