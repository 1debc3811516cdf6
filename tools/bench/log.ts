import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPlatform } from '../../test/harness/platform.ts';
import { until } from '../../test/harness/wait.ts';
import type { Engine } from './engine.ts';

const kernel = resolve(import.meta.dirname, '../../services/kernel');

/** Time of a command that records one commit, from the client's side, one after the other, milliseconds. */
export const commandTimesMs = async ({ call }: Engine, count: number, tag: string): Promise<number[]> => {
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const begin = performance.now();
    await call('POST', '/volumes/create', { Name: `bench-${tag}-${number}` });
    times.push(performance.now() - begin);
  }
  return times;
};

/** Commits a second when many clients ask at once. */
export const commitsPerSecond = async ({ call }: Engine, count: number, atOnce: number, tag: string): Promise<number> => {
  let number = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (number < count) await call('POST', '/volumes/create', { Name: `bench-${tag}-${number++}` });
    }),
  );
  return (count * 1_000) / (performance.now() - begin);
};

/** How long a platform with so many aggregates in its log takes from kill -9 of its daemon until it answers again, milliseconds. */
export const recoveryMs = async (aggregates: number): Promise<number> => {
  await using platform = await startPlatform({ machines: 1, images: [] });
  const { first } = platform;
  const fill = `
    const { connectTo } = await import('${kernel}/platform.ts');
    const { jetstreamEventStore } = await import('${kernel}/eventstore/jetstream.ts');
    const { Commit } = await import('#proto/envelope.ts');
    const { VolumeCreated } = await import('#proto/volume.ts');
    const { readFileSync } = await import('node:fs');
    const connection = await connectTo('nats://127.0.0.1:14333', readFileSync('${first.state}/keys/services.nk', 'utf8').trim(), 'fill');
    const store = await jetstreamEventStore(connection);
    let number = 0;
    await Promise.all(Array.from({ length: 256 }, async () => {
      while (number < ${aggregates}) {
        const name = 'fill-' + number++;
        const aggregate = 'volume.' + Buffer.from(name).toString('base64url');
        const data = VolumeCreated.encode({ name, nodeId: 'n1', driver: 'local', labels: {}, options: {}, anonymous: false });
        const commit = { commitId: name, aggregate, version: 1, previousHash: new Uint8Array(), commandId: name, causationId: '', correlationId: name, actor: 'bench', reason: '', atMs: Date.now(), events: [{ type: VolumeCreated.typeName, data }] };
        await store.append(aggregate, commit, Commit.encode(commit), 0);
      }
    }));
    await connection.close();`;
  const { code, err } = await first.inside(process.execPath, '--input-type=module-typescript', '--disable-warning=ExperimentalWarning', '-e', fill);
  if (code !== 0) throw new Error(`the log could not be filled: ${err}`);
  process.kill(Number(readFileSync(join(first.run, 'daemon.pid'), 'utf8')), 'SIGKILL');
  const begin = performance.now();
  await first.start(['daemon']);
  await until('it answers', async () => (await first.api('GET', '/api/v1/nodes')).status === 200);
  return performance.now() - begin;
};
