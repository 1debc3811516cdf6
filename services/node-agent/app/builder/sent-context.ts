import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { readText, applyIgnoreFile } from '../../effects/builder/context.ts';
import { lookUp } from '../../effects/builder/find-sources.ts';
import { unpackArchive } from '../../effects/builder/unpack-archive.ts';
import { passing } from '../../effects/content/compression.ts';
import type { BuildOrder } from './order.ts';

/** The context of a build, and the Dockerfile that is followed. */
export type Context = {
  root: string;
  /** Everything that was sent, named contexts among it. */
  sent: string;
  dockerfile: { file: string; text: string };
  bytes: number;
};

/** Takes the context that a client sends in, below `folder`. Throws where it is none, or the Dockerfile is not in it. */
export const takeContext = async (order: BuildOrder, body: Readable, folder: string, signal: AbortSignal): Promise<Context> => {
  const sent = join(folder, 'sent');
  mkdirSync(sent, { recursive: true, mode: 0o755 });
  let bytes = 0;
  const counted = body.pipe(passing((piece) => void (bytes += piece.length)));
  body.once('error', (error) => counted.destroy(error));
  body.once('close', () => body.readableEnded || counted.destroy(new Error('the context was cut: send it again')));
  await unpackArchive(counted, sent, { keepOwners: false, signal }).catch((error: unknown) => {
    // A Dockerfile alone needs no files.
    if (bytes > 0 || (order.dockerfileText === undefined && order.remote === '')) throw error;
  });
  const root = folderIn(sent, order.contextFolder);
  const dockerfile = dockerfileOf(order, root);
  await applyIgnoreFile(root, dockerfile.file);
  return { root, sent, dockerfile, bytes };
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

const dockerfileOf = ({ dockerfile, dockerfileText }: BuildOrder, root: string): Context['dockerfile'] => {
  if (dockerfileText !== undefined) return { file: dockerfile, text: dockerfileText };
  const text = readText(root, dockerfile);
  if (text !== undefined) return { file: dockerfile, text };
  // As Docker does, for files from systems that tell no capitals apart.
  const small = dockerfile === 'Dockerfile' ? readText(root, 'dockerfile') : undefined;
  if (small !== undefined) return { file: 'dockerfile', text: small };
  throw new Error(`Cannot locate specified Dockerfile: ${dockerfile}`);
};
