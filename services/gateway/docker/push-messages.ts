import type { TransferLine } from '#endpoints/transfer-lines.ts';
import { parseReference } from '#kernel/reference.ts';
import { failed, moving, shortId, type Message } from './pull-messages.ts';

const words = { preparing: 'Preparing', waiting: 'Waiting', there: 'Layer already exists', pushed: 'Pushed' } as const;

/** What Docker would say. */
export const pushMessages = (line: TransferLine, reference: string): Message[] => {
  const { path, tag } = parseReference(reference);
  switch (line.event) {
    case 'resolved':
      return [];
    case 'layer': {
      const id = shortId(line.id);
      if (line.state === 'uploading') return [moving('Pushing', id, line.currentBytes, line.totalBytes)];
      const status = line.state === 'mounted' ? `Mounted from ${line.from ?? path}` : line.state in words ? words[line.state as keyof typeof words] : undefined;
      return status === undefined ? [] : [{ status, progressDetail: {}, id }];
    }
    case 'done':
      return [
        { status: `${tag}: digest: ${line.manifestDigest} size: ${line.manifestBytes}` },
        { progressDetail: {}, aux: { Tag: tag, Digest: line.manifestDigest, Size: line.manifestBytes } },
      ];
    case 'failed':
      return [failed(line.message)];
  }
};
