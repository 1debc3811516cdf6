import type { LayerState, TransferLine } from '#endpoints/transfer-lines.ts';
import { familiar, parseReference } from '#kernel/reference.ts';
import { progressBar } from './json-progress.ts';

/** A line of Docker's stream. https://docs.docker.com/reference/api/engine/ (ImageCreate, ImagePush) */
export type Message = { status?: string; id?: string; progressDetail?: object; progress?: string; aux?: object; error?: string; errorDetail?: { message: string } };

/** Docker shows twelve digits of a layer. */
export const shortId = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12);

const still = (status: string): ((id: string) => Message[]) => (id) => [{ status, progressDetail: {}, id }];

export const moving = (status: string, id: string, current = 0, total = 0): Message => ({ status, progressDetail: { current, total }, progress: progressBar(current, total), id });

const messagesOf: Partial<Readonly<Record<LayerState, (id: string) => Message[]>>> = {
  waiting: still('Waiting'),
  downloaded: (id) => [...still('Verifying Checksum')(id), ...still('Download complete')(id)],
  unpacking: still('Extracting'),
  pulled: still('Pull complete'),
  there: still('Already exists'),
};

/** What Docker would say. `before` is what the name pointed at by then. */
export const pullMessages = (line: TransferLine, reference: string, before: string): Message[] => {
  const { domain, path, tag, digest } = parseReference(reference);
  switch (line.event) {
    case 'resolved': {
      const layers = [...new Set(line.layers.map(({ id }) => shortId(id)))];
      return [{ status: `Pulling from ${path}`, id: digest === '' ? tag : digest }, ...layers.flatMap(still('Pulling fs layer'))];
    }
    case 'layer':
      return line.state === 'downloading' ? [moving('Downloading', shortId(line.id), line.currentBytes, line.totalBytes)] : (messagesOf[line.state]?.(shortId(line.id)) ?? []);
    case 'done':
      return [
        { status: `Digest: ${line.manifestDigest}` },
        { status: `Status: ${before === line.manifestDigest ? 'Image is up to date' : 'Downloaded newer image'} for ${familiar({ domain, path, tag, digest })}` },
      ];
    case 'failed':
      return [failed(line.message)];
  }
};

export const failed = (message: string): Message => ({ errorDetail: { message }, error: message });
