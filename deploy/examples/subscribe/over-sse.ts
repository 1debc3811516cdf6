// Lifecycle events over HTTP, as JSON: node deploy/examples/subscribe/over-sse.ts [SEQUENCE|TIME|now] [COUNT]
// Goes on where it left off when the connection breaks.
import { request, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';

const [from = 'now', count = 'Infinity'] = process.argv.slice(2);
const socketPath = `${process.env.LADING_RUN ?? '/run/lading'}/docker.sock`;
const againAfterMs = 500;

let lastId: string | undefined;
let seen = 0;

const open = (): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const path = `/api/v1/events?kind=container${from === 'now' ? '' : `&from=${encodeURIComponent(from)}`}`;
    request({ socketPath, path, headers: lastId === undefined ? {} : { 'Last-Event-ID': lastId } }, resolve).on('error', reject).end();
  });

while (seen < Number(count)) {
  try {
    const response = await open();
    console.error('ready');
    for await (const line of createInterface({ input: response })) {
      if (line.startsWith('id: ')) lastId = line.slice('id: '.length);
      if (!line.startsWith('data: ')) continue;
      const { sequence, aggregate, type, actor } = JSON.parse(line.slice('data: '.length)) as { sequence: number; aggregate: string; type: string; actor: string };
      console.log(`${sequence} evt.${aggregate} ${type} by ${actor}`);
      if (++seen >= Number(count)) process.exit(0);
    }
  } catch (error) {
    console.error(`the connection broke: ${error instanceof Error ? error.message : String(error)}`);
  }
  await new Promise((resolve) => setTimeout(resolve, againAfterMs));
}
