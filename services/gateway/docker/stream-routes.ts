import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { containerBy, type Gateway } from '../app/gateway.ts';
import { bodyOf, hijack } from '../http/hijack.ts';
import { contextOf } from '../http/request-context.ts';
import { NodeRefusal } from '../http/status.ts';
import { framed, unframed } from './frames.ts';

type Id = { Params: { id: string }; Querystring: Record<string, string | undefined> };
const yes = (value: string | undefined): boolean => value === '1' || value?.toLowerCase() === 'true';
const raw = 'application/vnd.docker.raw-stream';
const multiplexed = 'application/vnd.docker.multiplexed-stream';

/** Logs, attach, exec and stats: bytes from the container's node, wherever that is. */
export const streamRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { nodes } = gateway;
  const nodeOfExec = new Map<string, string>();
  const execNode = (execId: string): string => {
    const nodeId = nodeOfExec.get(execId);
    if (nodeId === undefined) throw new NodeRefusal(404, `No such exec instance: ${execId}`);
    return nodeId;
  };
  const refuseSecondStart = async (nodeId: string, execId: string): Promise<void> => {
    const { running, exitCode } = await nodes.json<{ running: boolean; exitCode: number | null }>(nodeId, 'GET', `/v1/exec/${execId}`);
    if (running || exitCode !== null) throw new NodeRefusal(409, `exec ${execId} has run already`);
  };

  app.get<Id>('/containers/:id/logs', async (request, reply) => {
    const { containerId, nodeId, spec } = await containerBy(gateway, request.params.id, contextOf(request));
    const { follow, stdout, stderr, since, until, tail, timestamps } = request.query;
    if (!yes(stdout) && !yes(stderr)) throw new NodeRefusal(400, 'Bad parameters: you must choose at least one stream');
    const query = new URLSearchParams({ follow: yes(follow) ? '1' : '0', stdout: yes(stdout) ? '1' : '0', stderr: yes(stderr) ? '1' : '0', timestamps: yes(timestamps) ? '1' : '0' });
    if (tail !== undefined && tail !== 'all') query.set('tail', tail);
    if (since !== undefined && Number(since) > 0) query.set('sinceMs', String(Math.floor(Number(since) * 1_000)));
    if (until !== undefined && Number(until) > 0) query.set('untilMs', String(Math.floor(Number(until) * 1_000)));
    const from = await nodes.open(nodeId, 'GET', `/v1/containers/${containerId}/logs?${query}`);
    reply.raw.once('close', () => from.destroy());
    return reply.type(spec?.tty ? raw : multiplexed).send(spec?.tty ? from.pipe(unframed()) : from);
  });

  app.post<Id>('/containers/:id/attach', async (request, reply) => {
    const { containerId, nodeId, spec } = await containerBy(gateway, request.params.id, contextOf(request));
    const { stdin, stdout, stderr, stream, logs } = request.query;
    const query = new URLSearchParams({ stdin: yes(stdin) ? '1' : '0', stdout: yes(stdout) ? '1' : '0', stderr: yes(stderr) ? '1' : '0', logs: yes(logs) ? '1' : '0' });
    // The node knows of this client before the client goes on to start the container.
    const opened = yes(stream) ? await nodes.stream(nodeId, `/v1/containers/${containerId}/attach?${query}`) : undefined;
    const { socket, early } = hijack(request, reply, spec?.tty ? raw : multiplexed);
    if (!opened) return void socket.end();
    await joinNode(socket, early, async () => opened);
  });

  app.post<Id>('/containers/:id/resize', async (request, reply) => {
    const { containerId, nodeId } = await containerBy(gateway, request.params.id, contextOf(request));
    await nodes.json(nodeId, 'POST', `/v1/containers/${containerId}/resize?h=${request.query.h}&w=${request.query.w}`);
    return reply.code(200).send();
  });

  app.post<Id>('/containers/:id/exec', async (request, reply) => {
    const { containerId, nodeId } = await containerBy(gateway, request.params.id, contextOf(request));
    const asked = bodyOf(request);
    const size = Array.isArray(asked.ConsoleSize) ? { rows: asked.ConsoleSize[0] as number, columns: asked.ConsoleSize[1] as number } : {};
    const { execId } = await nodes.json<{ execId: string }>(nodeId, 'POST', `/v1/containers/${containerId}/exec`, {
      command: asked.Cmd ?? [], environment: asked.Env ?? [], user: asked.User ?? '', workingDir: asked.WorkingDir ?? '', tty: asked.Tty === true, stdin: asked.AttachStdin === true, privileged: asked.Privileged === true, ...size,
    });
    nodeOfExec.set(execId, nodeId);
    return reply.code(201).send({ Id: execId });
  });

  app.post<Id>('/exec/:id/start', async (request, reply) => {
    const nodeId = execNode(request.params.id);
    const { Detach: detach, Tty: tty } = bodyOf(request);
    if (detach === true) {
      const { socket } = await nodes.stream(nodeId, `/v1/exec/${request.params.id}/start`);
      socket.resume();
      return reply.code(200).send();
    }
    await refuseSecondStart(nodeId, request.params.id);
    // The head goes out before the command runs: what would come right behind it, docker-py loses in a buffer that it reads no more.
    const { socket, early } = hijack(request, reply, tty === true ? raw : multiplexed);
    const opened = await nodes.stream(nodeId, `/v1/exec/${request.params.id}/start`).catch((error: unknown) => ({ why: error instanceof Error ? error.message : String(error) }));
    if ('why' in opened) {
      // The client reads why as output, and the exit code from the exec. So it is with dockerd.
      const text = Buffer.from(`OCI runtime exec failed: exec failed: unable to start container process: ${opened.why}\r\n`);
      socket.end(tty === true ? text : framed('stdout', text));
    } else await joinNode(socket, early, async () => opened);
    return undefined;
  });

  app.get<Id>('/exec/:id/json', async (request) => {
    type Shown = { execId: string; containerId: string; running: boolean; exitCode: number | null; pid: number; command: string[]; tty: boolean; user: string; privileged: boolean };
    const exec = await nodes.json<Shown>(execNode(request.params.id), 'GET', `/v1/exec/${request.params.id}`);
    return {
      ID: exec.execId, Running: exec.running, ExitCode: exec.exitCode, Pid: exec.pid, ContainerID: exec.containerId, CanRemove: false, DetachKeys: '', OpenStderr: true, OpenStdin: true, OpenStdout: true,
      ProcessConfig: { entrypoint: exec.command[0] ?? '', arguments: exec.command.slice(1), tty: exec.tty, user: exec.user, privileged: exec.privileged },
    };
  });

  app.post<Id>('/exec/:id/resize', async (request, reply) => {
    await nodes.json(execNode(request.params.id), 'POST', `/v1/exec/${request.params.id}/resize?h=${request.query.h}&w=${request.query.w}`);
    return reply.code(200).send();
  });

  app.get<Id>('/containers/:id/stats', async (request, reply) => {
    const { containerId, nodeId, name } = await containerBy(gateway, request.params.id, contextOf(request));
    const { statsLines } = await import('./stats.ts');
    const lines = statsLines({ id: containerId, name, sample: () => nodes.json(nodeId, 'GET', `/v1/containers/${containerId}/stats`), once: !yes(request.query.stream ?? 'true'), oneShot: yes(request.query['one-shot']) });
    return streamLines(reply, lines);
  });
};

export const streamLines = async (reply: FastifyReply, lines: AsyncIterable<string>): Promise<void> => {
  reply.hijack();
  reply.raw.writeHead(200, { 'Content-Type': 'application/json' });
  reply.raw.flushHeaders();
  try {
    for await (const line of lines) {
      if (reply.raw.destroyed) return;
      if (!reply.raw.write(line)) await new Promise((resolve) => (reply.raw.once('drain', resolve), reply.raw.once('close', resolve)));
    }
  } finally {
    reply.raw.end();
  }
};

/** Joins a client's connection and a node's stream, ends included: half closed on one side is half closed on the other. */
const joinNode = async (client: Duplex, early: Buffer, open: () => Promise<{ socket: Duplex; early: Buffer }>): Promise<void> => {
  try {
    const { socket: node, early: said } = await open();
    if (said.length > 0) client.write(said);
    if (early.length > 0) node.write(early);
    node.on('error', () => client.destroy());
    client.on('error', () => node.destroy());
    client.once('close', () => node.destroy());
    node.pipe(client);
    client.pipe(node);
  } catch {
    client.destroy();
  }
};
