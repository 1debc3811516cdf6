import type { FastifyReply } from 'fastify';

const heartbeatMs = 15_000;

export type Sse = { send: (event: { id?: string; event?: string; data: unknown }) => Promise<void>; gone: () => boolean; end: () => void };

/** Opens a stream of server-sent events; comments keep proxies from closing it. */
export const openSse = (reply: FastifyReply): Sse => {
  reply.hijack();
  reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  reply.raw.write(': open\n\n');
  const heart = setInterval(() => reply.raw.write(': \n\n'), heartbeatMs);
  reply.raw.once('close', () => clearInterval(heart));
  return {
    send: async ({ id, event, data }) => {
      const text = `${id === undefined ? '' : `id: ${id}\n`}${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;
      if (!reply.raw.write(text)) await new Promise((resolve) => (reply.raw.once('drain', resolve), reply.raw.once('close', resolve)));
    },
    gone: () => reply.raw.destroyed,
    end: () => {
      clearInterval(heart);
      reply.raw.end();
    },
  };
};
