import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { endpointOf } from '../../tools/support-table/endpoints.ts';

/** Status codes by operation that one client was answered. Read by tools/support-table. */
export type StatusRecord = Record<string, number[]>;

export const recordsFolder = resolve(import.meta.dirname, '../../build/conformance');

export type RecordingSocket = { path: string; close: () => Promise<void> };

/**
 * A socket that gives every byte on to `target`, and notes what a client asks and with which status it is answered. It looks at
 * nothing but the first line of what begins with a request or an answer: hijacked streams go through untouched.
 */
export const openRecordingSocket = async (client: string, target: string): Promise<RecordingSocket> => {
  const path = `${target}.${client.replaceAll(/[^a-z0-9]+/g, '-')}`;
  const seen = new Map<string, Set<number>>();
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const behind = connect({ path: target, allowHalfOpen: true });
    const asked: string[] = [];
    socket.on('data', (chunk) => {
      const [, method, url] = /^([A-Z]+) (\/\S*) HTTP\/1\.[01]\r\n/.exec(chunk.subarray(0, 2_048).toString('latin1')) ?? [];
      if (method !== undefined && url !== undefined) asked.push(endpointOf(method, url) ?? '');
    });
    behind.on('data', (chunk) => {
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(chunk.subarray(0, 16).toString('latin1')) ?? [];
      if (status === undefined || status === '100') return;
      const endpoint = asked.shift();
      if (endpoint) seen.set(endpoint, (seen.get(endpoint) ?? new Set()).add(Number(status)));
    });
    for (const [from, to] of [[socket, behind], [behind, socket]] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => open.delete(from));
      from.pipe(to);
    }
  });
  server.listen(path);
  await once(server, 'listening');
  return {
    path,
    close: async () => {
      open.forEach((socket) => socket.destroy());
      server.close();
      rmSync(path, { force: true });
      keep(client, seen);
    },
  };
};

// Several tests use the same client: what each saw is put together.
const keep = (client: string, seen: ReadonlyMap<string, ReadonlySet<number>>): void => {
  mkdirSync(recordsFolder, { recursive: true });
  const file = join(recordsFolder, `${client}.json`);
  const before = readRecord(file);
  for (const [endpoint, statuses] of seen) before[endpoint] = [...new Set([...(before[endpoint] ?? []), ...statuses])].sort();
  writeFileSync(file, `${JSON.stringify(before, null, 1)}\n`);
};

const readRecord = (file: string): StatusRecord => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StatusRecord;
  } catch {
    return {};
  }
};
