import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { orderLengthBytes, orderMaxBytes, type BuildProgress } from '#endpoints/build-progress.ts';
import type { Builds } from '../app/builder/builds.ts';
import { decodeOrder, type BuildOrder } from '../app/builder/order.ts';
import { HttpError, switchToStream, type Route, type StreamRoute } from './server.ts';
import { copy } from './streams.ts';

const path = /^\/v1\/builds\/([A-Za-z0-9][A-Za-z0-9_-]{0,127})$/;
const backlogMaxBytes = 32 * 2 ** 20;
const sshPath = /^\/v1\/builds\/([A-Za-z0-9][A-Za-z0-9_-]{0,127})\/ssh\/([0-9a-f]{32})$/;
const logPath = /^\/v1\/builds\/([A-Za-z0-9][A-Za-z0-9_-]{0,127})\/log$/;

/** Builds: the request is an order and its context, the answer what happens, a line each. Who goes away cancels. */
export const buildRoutes = (builds: Builds): Route[] => [
  {
    method: 'POST',
    path,
    answer: async ({ raw, match: [, buildId = ''] }, response) => {
      const { order, body } = await readOrder(raw);
      const gone = new AbortController();
      response.once('close', () => gone.abort(new Error('whoever asked for the build has gone')));
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      response.flushHeaders();
      await builds.build(buildId, order, body, tellerTo(response), gone.signal);
      // What was not read of the context would keep the sender from reading the answer.
      raw.resume();
      response.end();
    },
  },
  {
    method: 'GET',
    path: logPath,
    answer: async ({ match: [, buildId = ''] }, response) => {
      const log = builds.log(buildId);
      if (!log) throw new HttpError(404, `nothing is kept of build ${buildId} on this node`);
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      await copy(log, response);
    },
  },
];

/** Joins a command with its client's ssh agent. */
export const buildStreams = (builds: Builds): StreamRoute[] => [
  {
    path: sshPath,
    take: async ({ match: [, , connection = ''] }, socket, early) => {
      const command = builds.takeSsh(connection);
      if (!command) throw new HttpError(404, 'no command waits for this connection to an ssh agent any more');
      switchToStream(socket);
      if (early.length > 0) command.write(early);
      pipeline(socket, command, () => {});
      pipeline(command, socket, () => {});
    },
  },
];

// A build does not wait for who reads slowly: of output that would pile up a part is left out.
const tellerTo = (response: ServerResponse): ((progress: BuildProgress) => void) => {
  const cut = new Set<number>();
  return (progress) => {
    if (progress.type !== 'output' || response.writableLength < backlogMaxBytes) return void response.write(`${JSON.stringify(progress)}\n`);
    if (cut.has(progress.step)) return;
    cut.add(progress.step);
    response.write(`${JSON.stringify({ type: 'output-cut', step: progress.step } satisfies BuildProgress)}\n`);
  };
};

const readOrder = async (raw: IncomingMessage): Promise<{ order: BuildOrder; body: Readable }> => {
  const length = (await exactly(raw, orderLengthBytes)).readUInt32BE(0);
  if (length > orderMaxBytes) throw new HttpError(413, `the order of the build has ${length} bytes: at most ${orderMaxBytes} are taken`);
  return { order: decodeOrder((await exactly(raw, length)).toString('utf8')), body: raw };
};

const exactly = async (raw: Readable, length: number): Promise<Buffer> => {
  for (;;) {
    const piece = raw.read(length) as Buffer | null;
    if (piece?.length === length) return piece;
    if (raw.readableEnded || piece !== null) throw new HttpError(400, 'the order of the build was cut');
    await Promise.race([once(raw, 'readable'), once(raw, 'end')]);
  }
};
