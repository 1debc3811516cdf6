import type { Readable } from 'node:stream';
import type { PreparedContainer, Runtime } from '../runtime/port.ts';

export type Output = (stream: 'stdout' | 'stderr', data: Buffer) => void;

export type RunEnd = { exitCode: number; oomKilled: boolean };

/** Runs the commands of builds, each in a container that is gone with it. */
export type StepRunner = {
  /** Runs a container to its end. Throws StartError where it can't be started, and the signal's reason once it is aborted; then nothing of it is left. */
  run: (container: PreparedContainer, output: Output, signal: AbortSignal) => Promise<RunEnd>;
  /** Takes away what a killed agent left; gives whose it was. */
  clear: () => Promise<readonly string[]>;
  close: () => void;
};

/** `runtime` is for builds alone: everything in it is ours. */
export const stepRunner = (runtime: Runtime): StepRunner => {
  const waiting = new Map<string, () => void>();
  const watching = runtime.watch((containerId) => waiting.get(containerId)?.());

  const run: StepRunner['run'] = async (container, output, signal) => {
    const { containerId } = container;
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    waiting.set(containerId, resolve);
    const kill = (): void => void runtime.signal(containerId, 'SIGKILL').catch(() => {});
    try {
      await runtime.create(container);
      const attached = await runtime.attach(containerId);
      const read = Promise.all([passOn(attached.stdout, 'stdout', output), passOn(attached.stderr, 'stderr', output)]);
      signal.throwIfAborted();
      signal.addEventListener('abort', kill);
      await runtime.start(containerId);
      if (signal.aborted) kill();
      await ended;
      const seen = await runtime.get(containerId);
      // What it left running holds the output open: that ends with it.
      await runtime.delete(containerId);
      await read;
      signal.throwIfAborted();
      return { exitCode: seen?.exitCode ?? lostExitCode, oomKilled: seen?.oomKilled ?? false };
    } finally {
      signal.removeEventListener('abort', kill);
      waiting.delete(containerId);
      await runtime.delete(containerId);
      await runtime.removeLog(containerId);
    }
  };

  return {
    run,
    clear: async () => {
      const left = (await runtime.list()).map(({ containerId }) => containerId);
      for (const containerId of left) {
        await runtime.delete(containerId);
        await runtime.removeLog(containerId);
      }
      return left;
    },
    close: () => watching.close(),
  };
};

/** Nobody was there to hear how it ended. */
const lostExitCode = 255;

const passOn = (stream: Readable, name: 'stdout' | 'stderr', output: Output): Promise<void> =>
  new Promise((resolve) => {
    stream.on('data', (data: Buffer) => output(name, data));
    stream.once('close', resolve);
    stream.once('end', resolve);
    stream.once('error', () => resolve());
  });
