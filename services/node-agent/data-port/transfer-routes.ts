import type { TransferLine, TransferOrder } from '#endpoints/transfer-lines.ts';
import type { Transfers } from '../app/transfers/transfers.ts';
import { HttpError, readJson, type Route } from './server.ts';

/** Pulls and pushes: the answer tells line by line how far it is. It goes on as long as somebody listens. */
export const transferRoutes = (transfers: Transfers): Route[] => [
  {
    method: 'POST',
    path: /^\/v1\/transfers\/([A-Za-z0-9_-]+)$/,
    answer: async ({ raw, match: [, transferId = ''] }, response) => {
      const order = orderIn(await readJson(raw));
      if (transfers.running().includes(transferId)) throw new HttpError(409, `transfer ${transferId} is under way`);
      const leaving = new AbortController();
      response.once('close', () => leaving.abort());
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      response.flushHeaders();
      const tell = (line: TransferLine): void => {
        // Who reads slowly is told less of how far it is.
        if (response.destroyed || (response.writableNeedDrain && isProgress(line))) return;
        response.write(`${JSON.stringify(line)}\n`);
      };
      await transfers.run(transferId, order, tell, leaving.signal);
      response.end();
    },
  },
];

const isProgress = (line: TransferLine): boolean => line.event === 'layer' && (line.state === 'downloading' || line.state === 'uploading');

const orderIn = (body: Record<string, unknown>): TransferOrder => {
  const { direction, reference = '', platform = '', imageId = '', manifestDigest = '', mountFrom = [], login } = body as Partial<TransferOrder>;
  if (direction !== 'pull' && direction !== 'push') throw new HttpError(400, 'say whether to pull or to push');
  return { direction, reference, platform, imageId, manifestDigest, mountFrom, ...(login ? { login } : {}) };
};
