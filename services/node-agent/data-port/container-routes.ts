import { Resources, type WantedContainer } from '#proto/container.ts';
import type { WaitingClients } from '../app/waiting-clients.ts';
import type { LogQuery, Runtime } from '../effects/runtime/port.ts';
import { frame, rfc3339Nano } from './frames.ts';
import { hoursOf, processesByPs } from './processes-by-ps.ts';
import { HttpError, readJson, sendJson, switchToStream, type Route, type StreamRoute } from './server.ts';
import { join } from './streams.ts';

type Containers = { runtime: Runtime; attach: WaitingClients['attach']; wanted: () => ReadonlyMap<string, WantedContainer> };

/** Logs, attach, resize, stats and top of one container. */
export const containerRoutes = ({ runtime, attach, wanted }: Containers): { routes: Route[]; streams: StreamRoute[] } => {
  const tty = (containerId: string): boolean => wanted().get(containerId)?.spec?.tty ?? false;
  return {
    routes: [
      {
        method: 'GET',
        path: /^\/v1\/containers\/([^/]+)\/logs$/,
        answer: async ({ url, match: [, id = ''] }, response) => {
          response.writeHead(200, { 'Content-Type': 'application/vnd.docker.multiplexed-stream' });
          response.flushHeaders();
          const withTime = url.searchParams.get('timestamps') === '1';
          // Between time and line, divided by a space: no driver here keeps any, and Docker leaves the space.
          const details = url.searchParams.get('details') === '1' ? ' ' : '';
          for await (const { stream, atNs, data } of runtime.logs(id, logQuery(url.searchParams))) {
            if (response.destroyed) return;
            const before = `${withTime ? `${rfc3339Nano(atNs)} ` : ''}${details}`;
            const bytes = before === '' ? data : Buffer.concat([Buffer.from(before), data]);
            if (!response.write(frame(stream, bytes))) await drained(response);
          }
          response.end();
        },
      },
      {
        method: 'POST',
        path: /^\/v1\/containers\/([^/]+)\/resize$/,
        answer: async ({ url, match: [, id = ''] }, response) => {
          await runtime.resize(id, screenSize(url, 'h'), screenSize(url, 'w'));
          sendJson(response, {});
        },
      },
      {
        method: 'PUT',
        path: /^\/v1\/containers\/([^/]+)\/limits$/,
        answer: async ({ raw, match: [, id = ''] }, response) => {
          const resources = { ...Resources.decode(new Uint8Array()), ...((await readJson(raw)) as Partial<Resources>) };
          await runtime.update(id, resources).catch(async (error: unknown) => {
            // Some may have been set before the one that the kernel refused.
            const before = wanted().get(id)?.spec?.resources;
            if (before) await runtime.update(id, before);
            throw new HttpError(409, `Cannot update container ${id}: ${error instanceof Error ? error.message : String(error)}`);
          });
          sendJson(response, {});
        },
      },
      { method: 'GET', path: /^\/v1\/containers\/([^/]+)\/stats$/, answer: async ({ match: [, id = ''] }, response) => sendJson(response, await runtime.stats(id)) },
      {
        method: 'GET',
        path: /^\/v1\/containers\/([^/]+)\/top$/,
        answer: async ({ url, match: [, id = ''] }, response) => {
          const processes = await runtime.top(id);
          const asked = (url.searchParams.get('arguments') ?? '').trim();
          if (asked !== '') return sendJson(response, await processesByPs(asked, new Set(processes.map(({ pid }) => String(pid)))));
          const rows = processes.map((one) => [one.user, String(one.pid), String(one.parentPid), '0', new Date(one.startedAtMs).toISOString().slice(11, 16), one.tty || '?', hoursOf(one.cpuMs), one.command]);
          sendJson(response, { titles: ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'], processes: rows });
        },
      },
    ],
    streams: [
      {
        path: /^\/v1\/containers\/([^/]+)\/attach$/,
        take: async ({ url, match: [, id = ''] }, socket, early) => {
          const asked = (name: string): boolean => url.searchParams.get(name) === '1';
          const coming = attach(id);
          // Told at once that it is heard: who starts the container may wait for that.
          switchToStream(socket);
          const attached = await coming;
          socket.once('close', () => attached.close());
          await join(socket, early, attached, { tty: tty(id), stdin: asked('stdin'), stdout: asked('stdout'), stderr: asked('stderr') });
        },
      },
    ],
  };
};

const logQuery = (parameters: URLSearchParams): LogQuery => {
  const given = (name: string): number | undefined => (parameters.has(name) && parameters.get(name) !== '' ? Number(parameters.get(name)) : undefined);
  const [sinceMs, untilMs, tail] = [given('sinceMs'), given('untilMs'), given('tail')];
  return {
    follow: parameters.get('follow') === '1',
    stdout: parameters.get('stdout') !== '0',
    stderr: parameters.get('stderr') !== '0',
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(untilMs === undefined ? {} : { untilMs }),
    ...(tail === undefined || Number.isNaN(tail) ? {} : { tail }),
  };
};

/** Rows or columns of a terminal. Throws 400. */
export const screenSize = (url: URL, name: string): number => {
  const text = url.searchParams.get(name) ?? '';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new HttpError(400, `invalid resize ${name === 'h' ? 'height' : 'width'} "${text}": invalid syntax`);
  return Number(text);
};

const drained = (response: { once: (event: string, listener: () => void) => unknown }): Promise<void> =>
  new Promise((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
