import type { FastifyInstance } from 'fastify';
import { containerBy, type Gateway } from '../app/gateway.ts';
import { bodyOf, hijack } from '../http/hijack.ts';
import { contextOf } from '../http/request-context.ts';
import { NodeRefusal } from '../http/status.ts';
import { detachKeys } from './detach-keys.ts';
import { framed } from './frames.ts';
import { joinNode, multiplexed, raw } from './join-node.ts';

type Id = { Params: { id: string }; Querystring: Record<string, string | undefined> };
/** What the gateway knows of an exec beside its node. */
type Known = { nodeId: string; containerId: string; words: string; keys: Buffer; detachKeys: string; streams: { OpenStdin: boolean; OpenStdout: boolean; OpenStderr: boolean } };
type Shown = { execId: string; containerId: string; running: boolean; exitCode: number | null; pid: number; command: string[]; tty: boolean; user: string; privileged: boolean };

/** Execs that can be started and asked about here: the oldest are forgotten. */
const knownMax = 4_096;

/** Commands beside a container's own: made, started once, asked about. */
export const execRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { nodes, tell } = gateway;
  const known = new Map<string, Known>();
  const find = (execId: string): Known => {
    const found = known.get(execId);
    if (found === undefined) throw new NodeRefusal(404, `No such exec instance: ${execId}`);
    return found;
  };
  const inspect = (execId: string): Promise<Shown> => nodes.json<Shown>(find(execId).nodeId, 'GET', `/v1/exec/${execId}`);
  const told = (execId: string, action: string, more: Record<string, string> = {}): void => {
    const { containerId, words } = find(execId);
    tell({ kind: 'container', id: containerId, action: action === 'exec_die' ? action : `${action}: ${words}`, attributes: { execID: execId, ...more } });
  };
  const over = async (execId: string): Promise<void> => {
    const { running, exitCode } = await inspect(execId);
    if (!running && exitCode !== null) told(execId, 'exec_die', { exitCode: String(exitCode) });
  };
  const begin = (execId: string): ReturnType<typeof nodes.stream> => nodes.stream(find(execId).nodeId, `/v1/exec/${execId}/start`);
  // Who can't be asked how an exec ended is not told of it.
  const whenOver = (execId: string): void => void over(execId).catch(() => undefined);

  app.post<Id>('/containers/:id/exec', async (request, reply) => {
    const { containerId, nodeId } = await containerBy(gateway, request.params.id, contextOf(request));
    const asked = bodyOf(request);
    const given = String(asked.DetachKeys ?? '');
    const keys = detachKeys(given);
    const size = Array.isArray(asked.ConsoleSize) ? { rows: asked.ConsoleSize[0] as number, columns: asked.ConsoleSize[1] as number } : {};
    const { execId } = await nodes.json<{ execId: string }>(nodeId, 'POST', `/v1/containers/${containerId}/exec`, {
      command: asked.Cmd ?? [], environment: asked.Env ?? [], user: asked.User ?? '', workingDir: asked.WorkingDir ?? '', tty: asked.Tty === true, stdin: asked.AttachStdin === true, privileged: asked.Privileged === true, ...size,
    });
    const [program = '', ...words] = asked.Cmd as string[];
    known.set(execId, { nodeId, containerId, words: `${program} ${words.join(' ')}`, keys, detachKeys: given, streams: { OpenStdin: asked.AttachStdin === true, OpenStdout: asked.AttachStdout === true, OpenStderr: asked.AttachStderr === true } });
    for (const oldest of known.keys()) if (known.size > knownMax) known.delete(oldest);
    told(execId, 'exec_create');
    return reply.code(201).send({ Id: execId });
  });

  app.post<Id>('/exec/:id/start', async (request, reply) => {
    const { id } = request.params;
    const { keys } = find(id);
    const { Detach: detach, Tty: tty } = bodyOf(request);
    if (detach === true) {
      const { socket } = await begin(id);
      told(id, 'exec_start');
      socket.once('close', () => whenOver(id)).resume();
      return reply.code(200).send();
    }
    const { running, exitCode } = await inspect(id);
    if (running || exitCode !== null) throw new NodeRefusal(409, `exec ${id} has run already`);
    // The head goes out before the command runs: what would come right behind it, docker-py loses in a buffer that it reads no more.
    const { socket, early } = hijack(request, reply, tty === true ? raw : multiplexed);
    const opened = await begin(id).catch((error: unknown) => ({ why: error instanceof Error ? error.message : String(error) }));
    if ('why' in opened) {
      // The client reads why as output, and the exit code from the exec. So it is with dockerd.
      const text = Buffer.from(`OCI runtime exec failed: exec failed: unable to start container process: ${opened.why}\r\n`);
      socket.end(tty === true ? text : framed('stdout', text));
      return undefined;
    }
    told(id, 'exec_start');
    opened.socket.once('end', () => whenOver(id));
    joinNode(socket, early, opened, tty === true ? keys : undefined);
    return undefined;
  });

  app.get<Id>('/exec/:id/json', async (request) => {
    const { detachKeys: given, keys, streams } = find(request.params.id);
    const exec = await inspect(request.params.id);
    return {
      ID: exec.execId, Running: exec.running, ExitCode: exec.exitCode, Pid: exec.pid, ContainerID: exec.containerId, CanRemove: false, DetachKeys: given === '' ? '' : keys.toString('base64'), ...streams,
      ProcessConfig: { entrypoint: exec.command[0] ?? '', arguments: exec.command.slice(1), tty: exec.tty, user: exec.user, privileged: exec.privileged },
    };
  });

  app.post<Id>('/exec/:id/resize', async (request, reply) => {
    await nodes.json(find(request.params.id).nodeId, 'POST', `/v1/exec/${request.params.id}/resize?h=${request.query.h}&w=${request.query.w}`);
    return reply.code(200).send();
  });
};
