import type { Engine } from './engine.ts';

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

/** Create, start, wait for its end, remove: what `docker run --rm` does, over the API, milliseconds. */
export const lifeMs = ({ call }: Engine, networkMode: 'none' | 'bridge'): Promise<number> =>
  elapsed(async () => {
    const { Id: id } = await call<{ Id: string }>('POST', '/containers/create', { Image: 'busybox', Cmd: ['true'], HostConfig: { NetworkMode: networkMode } });
    const ended = call('POST', `/containers/${id}/wait?condition=next-exit`);
    await call('POST', `/containers/${id}/start`);
    await ended;
    await call('DELETE', `/containers/${id}`);
  });

export const startSleeper = async ({ call }: Engine, networkMode: 'none' | 'bridge' = 'none'): Promise<string> => {
  const { Id: id } = await call<{ Id: string }>('POST', '/containers/create', { Image: 'busybox', Cmd: ['sleep', '10000'], HostConfig: { NetworkMode: networkMode } });
  await call('POST', `/containers/${id}/start`);
  return id;
};

export const remove = ({ call }: Engine, id: string): Promise<unknown> => call('DELETE', `/containers/${id}?force=1`);

/** A command in a container that runs, until its output has ended, milliseconds. */
export const execMs = ({ call }: Engine, id: string): Promise<number> =>
  elapsed(async () => {
    const { Id: exec } = await call<{ Id: string }>('POST', `/containers/${id}/exec`, { Cmd: ['true'], AttachStdout: true });
    await call('POST', `/exec/${exec}/start`, { Detach: false });
    await call('GET', `/exec/${exec}/json`);
  });

export const timed = elapsed;
