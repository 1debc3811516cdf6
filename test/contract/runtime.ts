import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { ContainerSpec, Resources } from '#proto/container.ts';
import { StartError, type ExecRequest, type PreparedContainer, type Runtime, type RuntimeContainer } from '../../services/node-agent/effects/runtime/port.ts';
import { until } from '../harness/wait.ts';

/** A machine to run the suite on. */
export type RuntimeFixture = {
  runtime: Runtime;
  /** A new agent on the same machine, as after the old one was killed. */
  reopen: () => Runtime;
  rootfs: string;
  /** Kills what waits for the container's exit code. */
  loseSupervisor: (containerId: string) => Promise<void>;
  close: () => Promise<void>;
};

const END_LIMIT_MS = 8_000;

export const newContainerId = (): string => randomBytes(32).toString('hex');

/** A container as the agent prepares it; what is not said is left to the defaults. */
export const prepared = (rootfs: string, spec: Partial<ContainerSpec>, rest: Partial<PreparedContainer> = {}): PreparedContainer => ({
  containerId: newContainerId(),
  run: 1,
  rootfs,
  mounts: [],
  ...rest,
  spec: { ...ContainerSpec.decode(new Uint8Array()), ...spec },
});

export const execRequest = (command: readonly string[], rest: Partial<ExecRequest> = {}): ExecRequest => ({
  command,
  environment: [],
  user: '',
  workingDir: '',
  tty: false,
  stdin: false,
  privileged: false,
  ...rest,
});

export const find = (runtime: Runtime, containerId: string): Promise<RuntimeContainer | undefined> => runtime.get(containerId);

/** Waits for the runtime to tell of a container's end, and gives what is seen then. */
export const awaitEnd = (runtime: Runtime, containerId: string): Promise<RuntimeContainer> =>
  new Promise((resolve, reject) => {
    const limit = setTimeout(() => settle(new Error(`container ${containerId}: not told of its end in ${END_LIMIT_MS} ms`)), END_LIMIT_MS);
    const watch = runtime.watch((ended) => {
      if (ended === containerId) void find(runtime, containerId).then(settle, settle);
    });
    const settle = (found: RuntimeContainer | Error | undefined): void => {
      clearTimeout(limit);
      watch.close();
      if (found instanceof Error || found === undefined) reject(found ?? new Error(`container ${containerId}: told of, but not there`));
      else resolve(found);
    };
  });

/** Everything a container has logged so far, both streams, in order. */
export const logText = async (runtime: Runtime, containerId: string, query = {}): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const { data } of runtime.logs(containerId, { follow: false, stdout: true, stderr: true, ...query })) pieces.push(data);
  return Buffer.concat(pieces).toString();
};

/** Creates, starts and waits; the container is left for the caller to look at and delete. */
export const runToEnd = async (runtime: Runtime, container: PreparedContainer): Promise<RuntimeContainer> => {
  await runtime.create(container);
  const ended = awaitEnd(runtime, container.containerId);
  await runtime.start(container.containerId);
  return ended;
};

/** Resources that limit nothing. */
export const NO_LIMITS = Resources.decode(new Uint8Array());

const SLEEPS = ['sleep', '1000'];
const SAYS_AND_EXITS = ['sh', '-c', 'echo out; echo err >&2; exit 7'];

/** What every runtime promises, whatever is under it. */
export const runtimeContract = (name: string, open: () => Promise<RuntimeFixture>): void => {
  describe(`runtime: ${name}`, () => {
    let fixture: RuntimeFixture;
    let runtime: Runtime;
    before(async () => {
      fixture = await open();
      runtime = fixture.runtime;
    });
    after(() => fixture.close());

    const make = async (spec: Partial<ContainerSpec>, rest: Partial<PreparedContainer> = {}): Promise<string> => {
      const container = prepared(fixture.rootfs, spec, rest);
      await runtime.create(container);
      return container.containerId;
    };
    const running = async (spec: Partial<ContainerSpec> = { command: SLEEPS }): Promise<string> => {
      const containerId = await make(spec);
      await runtime.start(containerId);
      return containerId;
    };

    it('lists nothing where nothing was created', async () => {
      assert.deepEqual(await runtime.list(), []);
    });

    it('shows a container as created, then as running, then as exited with its code and times', async () => {
      const containerId = await make({ command: SAYS_AND_EXITS }, { run: 3 });
      const created = await find(runtime, containerId);
      assert.equal(created?.state, 'created');
      assert.equal(created.run, 3);
      assert.ok(created.pid > 0);
      const ended = awaitEnd(runtime, containerId);
      assert.equal((await runtime.start(containerId)).pid, created.pid);
      const exited = await ended;
      assert.equal(exited.state, 'exited');
      assert.equal(exited.exitCode, 7);
      assert.equal(exited.oomKilled, false);
      assert.ok(exited.startedAtMs > 0 && (exited.finishedAtMs ?? 0) >= exited.startedAtMs);
      await runtime.delete(containerId);
      assert.equal(await find(runtime, containerId), undefined);
    });

    it('tells a watcher that comes late of a container that has ended before', async () => {
      const { containerId } = await runToEnd(runtime, prepared(fixture.rootfs, { command: SAYS_AND_EXITS }));
      assert.equal((await awaitEnd(runtime, containerId)).exitCode, 7);
      await runtime.delete(containerId);
    });

    it('refuses a command that is not there with 127, and leaves nothing', async () => {
      const container = prepared(fixture.rootfs, { command: ['no-such-command'] });
      await assert.rejects(runtime.create(container), (error) => error instanceof StartError && error.failure.exitCode === 127);
      assert.equal(await find(runtime, container.containerId), undefined);
    });

    it('ends a container by signal, and says nothing when the container has gone', async () => {
      const containerId = await running();
      const ended = awaitEnd(runtime, containerId);
      await runtime.signal(containerId, 'SIGKILL');
      assert.equal((await ended).exitCode, 137);
      await runtime.signal(containerId, 'TERM');
      await runtime.delete(containerId);
      await runtime.signal(containerId, 'TERM');
    });

    it('refuses a signal that does not exist', async () => {
      const containerId = await running();
      await assert.rejects(runtime.signal(containerId, 'SIGNOTHING'), /SIGNOTHING: not known/);
      await runtime.delete(containerId);
    });

    it('pauses, lets run again, and kills a paused container', async () => {
      const containerId = await running();
      await runtime.pause(containerId);
      assert.equal((await find(runtime, containerId))?.paused, true);
      await runtime.unpause(containerId);
      assert.equal((await find(runtime, containerId))?.paused, false);
      await runtime.pause(containerId);
      const ended = awaitEnd(runtime, containerId);
      await runtime.signal(containerId, 'KILL');
      assert.equal((await ended).exitCode, 137);
      await runtime.delete(containerId);
    });

    it('deletes what still runs, and deletes twice without complaint', async () => {
      const containerId = await running();
      await runtime.delete(containerId);
      await runtime.delete(containerId);
      assert.equal(await find(runtime, containerId), undefined);
    });

    it('keeps the log after the container is deleted, until the log is removed', async () => {
      const { containerId } = await runToEnd(runtime, prepared(fixture.rootfs, { command: SAYS_AND_EXITS }));
      await runtime.delete(containerId);
      const both = await logText(runtime, containerId);
      assert.ok(both.includes('out\n') && both.includes('err\n'), both);
      assert.equal(await logText(runtime, containerId, { stderr: false }), 'out\n');
      assert.equal(await logText(runtime, containerId, { stdout: false }), 'err\n');
      assert.equal(await logText(runtime, containerId, { stderr: false, tail: 0 }), '');
      await runtime.removeLog(containerId);
      assert.equal(await logText(runtime, containerId), '');
    });

    it('appends to the log when a container is run again', async () => {
      const first = prepared(fixture.rootfs, { command: SAYS_AND_EXITS });
      await runToEnd(runtime, first);
      await runtime.delete(first.containerId);
      const second = await runToEnd(runtime, { ...first, run: 2 });
      assert.equal(second.run, 2);
      assert.equal(await logText(runtime, first.containerId, { stderr: false }), 'out\nout\n');
      assert.equal(await logText(runtime, first.containerId, { stderr: false, tail: 1 }), 'out\n');
      await runtime.delete(first.containerId);
    });

    it('follows a log from before the start until the container has ended', async () => {
      const containerId = await make({ command: SAYS_AND_EXITS });
      const followed = logText(runtime, containerId, { follow: true, stderr: false });
      await runtime.start(containerId);
      assert.equal(await followed, 'out\n');
      await runtime.delete(containerId);
    });

    it('gives an attached client all output when it came before the start, and ends with the container', async () => {
      const containerId = await make({ command: SAYS_AND_EXITS });
      const attached = await runtime.attach(containerId);
      const [out, err] = [text(attached.stdout), text(attached.stderr)];
      await runtime.start(containerId);
      await attached.closed;
      assert.deepEqual([await out, await err], ['out\n', 'err\n']);
      await runtime.delete(containerId);
    });

    it('passes stdin to the container and its end too, when it is to be closed with the first client', async () => {
      const containerId = await make({ command: ['cat'], openStdin: true, stdinOnce: true });
      const attached = await runtime.attach(containerId);
      const out = text(attached.stdout);
      const ended = awaitEnd(runtime, containerId);
      await runtime.start(containerId);
      attached.stdin.end('hello\n');
      assert.equal((await ended).exitCode, 0);
      assert.equal(await out, 'hello\n');
      await runtime.delete(containerId);
    });

    it('gives two attached clients the same, and one that leaves disturbs nobody', async () => {
      const containerId = await make({ command: ['cat'], openStdin: true });
      const [first, second, leaving] = await Promise.all([runtime.attach(containerId), runtime.attach(containerId), runtime.attach(containerId)]);
      await runtime.start(containerId);
      leaving.close();
      await leaving.closed;
      first.stdin.end('once\n');
      for (const client of [first, second]) {
        const [data] = (await Array.fromAsync(client.stdout.take(1))) as Buffer[];
        assert.equal(data?.toString(), 'once\n');
      }
      await runtime.delete(containerId);
      await Promise.all([first.closed, second.closed]);
    });

    it('runs one more process in a container and gives its output and exit code', async () => {
      const containerId = await running();
      const exec = await runtime.exec(containerId, execRequest(['sh', '-c', 'echo hi; echo oh >&2; exit 42']));
      const [out, err, code] = await Promise.all([text(exec.stdout), text(exec.stderr), exec.exitCode]);
      assert.deepEqual([out, err, code], ['hi\n', 'oh\n', 42]);
      await runtime.delete(containerId);
    });

    it('keeps what a command wrote that has ended before anybody read it', async () => {
      const containerId = await running();
      const exec = await runtime.exec(containerId, execRequest(['sh', '-c', 'echo hi; echo oh >&2; exit 42']));
      assert.equal(await exec.exitCode, 42);
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual([await text(exec.stdout), await text(exec.stderr)], ['hi\n', 'oh\n']);
      await runtime.delete(containerId);
    });

    it('refuses to exec a command that is not there with 127', async () => {
      const containerId = await running();
      const refused = runtime.exec(containerId, execRequest(['no-such-command']));
      await assert.rejects(refused, (error) => error instanceof StartError && error.failure.exitCode === 127);
      await runtime.delete(containerId);
    });

    it('changes limits of a running container, and statistics show them', async () => {
      const containerId = await running();
      const resources = { memoryBytes: 64 * 1024 * 1024, pidsMax: 17, nanoCpus: 5e8 };
      await runtime.update(containerId, { ...NO_LIMITS, ...resources });
      const stats = await runtime.stats(containerId);
      assert.equal(stats.memory.limitBytes, resources.memoryBytes);
      assert.equal(stats.pids.max, 17);
      assert.ok(stats.pids.current >= 1 && stats.cpu.systemNs > 0 && stats.memory.usageBytes > 0);
      await runtime.delete(containerId);
    });

    it('lists the processes of a container', async () => {
      const containerId = await running();
      // The start has been answered before the program has replaced the runtime in its process.
      const process = await until('the program among the processes', async () =>
        (await runtime.top(containerId)).find(({ command }) => command === 'sleep 1000'));
      assert.equal(process.user, 'root');
      await runtime.delete(containerId);
    });

    it('is found by the next agent with nothing forgotten', async () => {
      const [alive, over] = [await running(), await make({ command: SAYS_AND_EXITS })];
      await runToEndOf(over);
      const next = fixture.reopen();
      assert.deepEqual(await next.list(), await runtime.list());
      for (const seen of await next.list()) assert.deepEqual(await runtime.get(seen.containerId), seen);
      assert.equal(await runtime.get('0'.repeat(64)), undefined);
      const ended = awaitEnd(next, alive);
      await next.signal(alive, 'KILL');
      assert.equal((await ended).exitCode, 137);
      await Promise.all([next.delete(alive), next.delete(over)]);
    });
    const runToEndOf = async (containerId: string): Promise<void> => {
      const ended = awaitEnd(runtime, containerId);
      await runtime.start(containerId);
      await ended;
    };

    it('tells of a container that lost its supervisor, which can then be killed and deleted', async () => {
      const containerId = await running();
      const ended = awaitEnd(runtime, containerId);
      await fixture.loseSupervisor(containerId);
      const lost = await ended;
      assert.equal(lost.state, 'lost');
      assert.equal(lost.exitCode, undefined);
      await runtime.signal(containerId, 'KILL');
      await runtime.delete(containerId);
      assert.equal(await find(runtime, containerId), undefined);
    });
  });
};
