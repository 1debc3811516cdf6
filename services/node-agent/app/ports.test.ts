import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { PublishedPort } from '#proto/container.ts';
import type { ContainerRecord, Records } from '../effects/records.ts';
import { openPorts } from './ports.ts';

const noRecords = { all: (): ContainerRecord[] => [] } as unknown as Records;
const port = (hostPort: number): PublishedPort => ({ protocol: 'tcp', containerPort: 80, hostPort, hostAddress: '127.0.0.1', mode: 'ingress', hostPortEnd: 0 });
const never = (): boolean => false;

const withServer = async (use: (port: number) => Promise<void>): Promise<void> => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = (server.address() as AddressInfo).port;
  try {
    await use(bound);
  } finally {
    server.close();
  }
};
const freePort = async (): Promise<number> => {
  let free = 0;
  await withServer(async (bound) => void (free = bound));
  return free;
};

describe('host ports of this machine', () => {
  it('are shared by replicas that start at the same time', async () => {
    const ports = openPorts(noRecords);
    const free = await freePort();
    const chosen = await Promise.all(['a', 'b', 'c'].map((id) => ports.choose(id, 'shop_web', [port(free)], never)));
    assert.deepEqual(chosen.map(([one]) => one?.hostPort), [free, free, free]);
  });
  it('are given to one of two containers that start at the same time', async () => {
    const ports = openPorts(noRecords);
    const free = await freePort();
    const outcomes = await Promise.allSettled(['a', 'b'].map((id) => ports.choose(id, id, [port(free)], never)));
    assert.deepEqual(outcomes.map(({ status }) => status), ['fulfilled', 'rejected']);
  });
  it('are refused to every replica when another program has them', () =>
    withServer(async (bound) => {
      const ports = openPorts(noRecords);
      const outcomes = await Promise.allSettled(['a', 'b'].map((id) => ports.choose(id, 'shop_web', [port(bound)], never)));
      for (const outcome of outcomes) assert.match(String(outcome.status === 'rejected' && outcome.reason), new RegExp(`Bind for 127.0.0.1:${bound} failed: port is already allocated`));
    }));
  it('are free again when the container that wanted them did not start', async () => {
    const ports = openPorts(noRecords);
    const free = await freePort();
    await ports.choose('a', 'a', [port(free)], never);
    ports.settled('a');
    assert.equal((await ports.choose('b', 'b', [port(free)], never))[0]?.hostPort, free);
  });
});
