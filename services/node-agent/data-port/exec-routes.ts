import { randomBytes } from 'node:crypto';
import { StartError, type ExecProcess, type ExecRequest, type Runtime } from '../effects/runtime/port.ts';
import { screenSize } from './container-routes.ts';
import { HttpError, readJson, sendJson, switchToStream, type Route, type StreamRoute } from './server.ts';
import { join } from './streams.ts';

type Exec = { execId: string; containerId: string; request: ExecRequest; process?: ExecProcess; started: boolean; running: boolean; exitCode: number | null; pid: number };

/** Finished execs are remembered for clients that ask for the exit code afterwards. */
const rememberedMax = 1_000;

/** Commands run in a container that runs: made, started once, asked about. */
export const execRoutes = (runtime: Runtime): { routes: Route[]; streams: StreamRoute[] } => {
  const execs = new Map<string, Exec>();
  const find = (execId: string): Exec => {
    const found = execs.get(execId);
    if (!found) throw new HttpError(404, `No such exec instance: ${execId}`);
    return found;
  };
  const remember = (exec: Exec): void => {
    execs.set(exec.execId, exec);
    for (const [execId, { running, started }] of execs) {
      if (execs.size <= rememberedMax) return;
      if (started && !running) execs.delete(execId);
    }
  };

  return {
    routes: [
      {
        method: 'POST',
        path: /^\/v1\/containers\/([^/]+)\/exec$/,
        answer: async ({ raw, match: [, containerId = ''] }, response) => {
          const request = execRequest(await readJson(raw));
          const seen = await runtime.get(containerId);
          if (seen?.state !== 'running') throw new HttpError(409, `container ${containerId} is not running`);
          if (seen.paused) throw new HttpError(409, `Container ${containerId} is paused, unpause the container before exec`);
          const exec: Exec = { execId: randomBytes(32).toString('hex'), containerId, request, started: false, running: false, exitCode: null, pid: 0 };
          remember(exec);
          sendJson(response, { execId: exec.execId }, 201);
        },
      },
      { method: 'GET', path: /^\/v1\/exec\/([^/]+)$/, answer: async ({ match: [, id = ''] }, response) => sendJson(response, shown(find(id))) },
      {
        method: 'POST',
        path: /^\/v1\/exec\/([^/]+)\/resize$/,
        answer: async ({ url, match: [, id = ''] }, response) => {
          const { process, started, running } = find(id);
          const [rows, columns] = [screenSize(url, 'h'), screenSize(url, 'w')];
          if (started && !running) throw new HttpError(409, `exec ${id} is not running`);
          await process?.resize(rows, columns);
          sendJson(response, {});
        },
      },
    ],
    streams: [
      {
        path: /^\/v1\/exec\/([^/]+)\/start$/,
        take: async ({ match: [, id = ''] }, socket, early) => {
          const exec = find(id);
          if (exec.started) throw new HttpError(409, `exec ${id} has run already`);
          exec.started = true;
          const process = await begin(runtime, exec);
          switchToStream(socket);
          await join(socket, early, process, { tty: exec.request.tty, stdin: exec.request.stdin, stdout: true, stderr: true, over: process.exitCode });
        },
      },
    ],
  };
};

const begin = async (runtime: Runtime, exec: Exec): Promise<ExecProcess> => {
  try {
    exec.running = true;
    const process = await runtime.exec(exec.containerId, exec.request);
    exec.process = process;
    exec.pid = process.pid ?? 0;
    void process.exitCode.then((code) => ((exec.exitCode = code), (exec.running = false)));
    return process;
  } catch (error) {
    exec.running = false;
    exec.exitCode = error instanceof StartError ? error.failure.exitCode : 125;
    if (error instanceof StartError) throw new HttpError(400, error.failure.message);
    throw error;
  }
};

const shown = ({ execId, containerId, request, running, exitCode, pid }: Exec) => ({ execId, containerId, running, exitCode, pid, ...request });

const execRequest = (body: Record<string, unknown>): ExecRequest => {
  const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const command = strings(body.command);
  if (command.length === 0) throw new HttpError(400, 'No exec command specified');
  const size = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined);
  const [rows, columns] = [size(body.rows), size(body.columns)];
  return {
    command,
    environment: strings(body.environment),
    user: String(body.user ?? ''),
    workingDir: String(body.workingDir ?? ''),
    tty: body.tty === true,
    stdin: body.stdin === true,
    privileged: body.privileged === true,
    ...(rows === undefined ? {} : { rows }),
    ...(columns === undefined ? {} : { columns }),
  };
};
