import type { Readable } from 'node:stream';
import { registerImage } from '#endpoints/image.ts';
import type { Context } from '#kernel/context.ts';
import type { RegisterImage } from '#proto/image.ts';
import { stepOf } from '../http/request-context.ts';
import type { Gateway } from './gateway.ts';

type Imported = Omit<RegisterImage, 'nodeId'>;

export type ImportRequest = {
  kind: 'auto' | 'rootfs';
  reference: string;
  nodeId?: string;
  /** Of a root filesystem: instructions of a Dockerfile, what its history says, and when it was made (RFC 3339). */
  changes?: readonly string[];
  comment?: string;
  created?: string;
};

/** Streams an archive to an agent, this machine's unless another is named, which keeps it, and tells the image service what it is. */
export const importImage = async ({ platform, nodes, config }: Gateway, archive: Readable, { kind, reference, nodeId = config.localNodeId, changes = [], ...said }: ImportRequest, context: Context): Promise<{ images: readonly { imageId: string; references: readonly string[] }[]; sequence: number }> => {
  const query = new URLSearchParams({ kind, ...(reference === '' ? {} : { reference }), ...said });
  for (const change of changes) query.append('change', change);
  const response = await nodes.open(nodeId, 'POST', `/v1/images/import?${query}`, archive);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const { images } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { images: Imported[] };
  let last = 0;
  for (const image of images) {
    const { sequence } = await platform.bus.call(registerImage, { ...image, nodeId }, stepOf(context, image.imageId));
    last = Math.max(last, sequence);
  }
  return { images: images.map(({ imageId, references }) => ({ imageId, references })), sequence: last };
};
