import type { Duplex } from 'node:stream';
import { untilDetached } from './detach-keys.ts';

export const raw = 'application/vnd.docker.raw-stream';
export const multiplexed = 'application/vnd.docker.multiplexed-stream';

/**
 * Joins a client's connection and a node's stream, ends included: half closed on one side is half closed on the other. With `keys` a client
 * leaves by them, and what it was joined with goes on.
 */
export const joinNode = (client: Duplex, early: Buffer, { socket: node, early: said }: { socket: Duplex; early: Buffer }, keys?: Buffer, onDetach: () => void = () => {}): void => {
  node.on('error', () => client.destroy());
  client.on('error', () => node.destroy());
  client.once('close', () => node.destroy());
  if (said.length > 0) client.write(said);
  node.pipe(client);
  if (keys === undefined) {
    if (early.length > 0) node.write(early);
    client.pipe(node);
    return;
  }
  const input = untilDetached(keys, () => {
    onDetach();
    client.unpipe(input);
    client.end();
    node.destroy();
  });
  input.pipe(node);
  if (early.length > 0) input.write(early);
  client.pipe(input);
};
