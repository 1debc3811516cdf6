import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Server } from 'node:net';
import { insideNamespace } from '../../services/node-agent/effects/network/namespace.ts';
import { openNetlink } from '../../services/node-agent/effects/network/netlink/socket.ts';
import type { Endpoint, NetworkView, NodeNetwork, PublishedPort } from '../../services/node-agent/effects/network/port.ts';
import { uninstall } from '../../services/node-agent/effects/network/uninstall.ts';
import { ask, askTimes, connectFrom, resolveIn } from './network-client.ts';
import { openLab, serve, whyNoLab, type Lab, type LabNode } from './network-lab.ts';
import { appNetwork, attachment, backNetwork, endpoint, underlayOf, viewOf } from './network-view.ts';

const PORT = 80;
const AAAA = 28;
const NAME_ERROR = 3;
const SERVER_FAILURE = 2;

/** Enough that all of two backends were asked, but for one time in 65,000. */
const TURNS = 16;

const published = (hostPort: number, backends: readonly { address: string; node: number }[], change: Partial<PublishedPort> = {}) => (node: number): PublishedPort => ({
  protocol: 'tcp',
  hostPort,
  backends: backends.map(({ address, node: at }) => ({ address, port: PORT, local: at === node })),
  ...change,
});

const suite = (): void => {
  let lab: Lab;
  let first: LabNode;
  let second: LabNode;
  const servers: Server[] = [];

  const WEB1 = { address: '10.30.1.2', node: 1 };
  const WEB2 = { address: '10.30.2.2', node: 2 };
  const everybody: Endpoint[] = [
    endpoint('one', 1, WEB1.address, ['web', 'one']),
    endpoint('two', 2, WEB2.address, ['web', 'two']),
    endpoint('secret', 1, '10.31.1.2'),
    endpoint('hidden', 2, '10.31.2.2'),
  ];
  const networksOf = (node: number): NodeNetwork[] => [appNetwork(node), backNetwork(node, { internal: true })];

  const apply = async (change: Omit<Partial<NetworkView>, 'published'> = {}, ports: readonly ReturnType<typeof published>[] = []): Promise<void> => {
    await Promise.all(
      [first, second].map(({ network }, slot) =>
        network.apply(viewOf({ node: slot + 1, networks: networksOf(slot + 1), endpoints: everybody, ...change, published: ports.map((port) => port(slot + 1)) })),
      ),
    );
  };
  const start = async (node: LabNode, name: string, address: string, gateway?: string): Promise<string> => {
    const { netns } = await node.network.attach(attachment(name, [{ address, ...(gateway === undefined ? {} : { gateway }) }]));
    servers.push(await serve(netns, PORT, name));
    return netns;
  };

  let one: string;
  let two: string;
  let secret: string;
  let hidden: string;

  before(async () => {
    lab = await openLab(2);
    [first, second] = lab.nodes as [LabNode, LabNode];
    await apply();
    one = await start(first, 'one', WEB1.address, '10.30.0.1');
    two = await start(second, 'two', WEB2.address, '10.30.0.1');
    secret = await start(first, 'secret', '10.31.1.2');
    hidden = await start(second, 'hidden', '10.31.2.2');
  });
  after(async () => {
    for (const server of servers) server.close();
    await lab.close();
  });

  it('lets containers of two nodes talk, each as itself', async () => {
    assert.equal(await ask(one, WEB2.address, PORT), `two ${WEB1.address}`);
    assert.equal(await ask(two, WEB1.address, PORT), `one ${WEB2.address}`);
  });

  it('lets a node reach containers here and there', async () => {
    assert.equal(await ask(first.netns, WEB1.address, PORT), 'one 10.30.1.1');
    assert.equal(await ask(first.netns, WEB2.address, PORT), 'two 10.30.1.1');
  });

  it('carries an internal network over nodes and lets nothing in or out', async () => {
    assert.equal(await ask(secret, '10.31.2.2', PORT), 'hidden 10.31.1.2');
    assert.equal(await ask(hidden, WEB2.address, PORT), undefined);
    assert.equal(await ask(one, '10.31.1.2', PORT), undefined);
  });

  it('gives the addresses of all containers that have a name, in turns', async () => {
    const answers = [await resolveIn(one, 'web'), await resolveIn(one, 'WEB.app')];
    for (const { code, addresses } of answers) {
      assert.equal(code, 0);
      assert.deepEqual([...addresses].sort(), [WEB1.address, WEB2.address]);
    }
    assert.notEqual(answers[0]?.addresses[0], answers[1]?.addresses[0]);
    assert.deepEqual((await resolveIn(two, 'one')).addresses, [WEB1.address]);
    assert.deepEqual((await resolveIn(one, 'host-of-one')).addresses, [WEB1.address]);
  });

  it('says that a name has no IPv6 address rather than that there is no such name', async () => {
    const { code, addresses } = await resolveIn(one, 'web', AAAA);
    assert.deepEqual({ code, addresses }, { code: 0, addresses: [] });
  });

  it('knows no name of another network', async () => {
    assert.equal((await resolveIn(one, 'secret')).code, NAME_ERROR);
    assert.equal((await resolveIn(secret, 'web')).code, NAME_ERROR);
    assert.deepEqual((await resolveIn(secret, 'hidden')).addresses, ['10.31.2.2']);
  });

  it('fails a question for the outside when nobody there answers', async () => {
    assert.equal((await resolveIn(one, 'www.example.test')).code, SERVER_FAILURE);
    assert.equal((await resolveIn(secret, 'www.example.test')).code, SERVER_FAILURE);
  });

  it('leaves out what can not be reached, unless nothing else has the name', async () => {
    const unreachable = everybody.map((each) => (each.containerId === 'two' ? { ...each, reachable: false } : each));
    await apply({ endpoints: unreachable });
    assert.deepEqual((await resolveIn(one, 'web')).addresses, [WEB1.address]);
    assert.deepEqual((await resolveIn(one, 'two')).addresses, [WEB2.address]);
  });

  it('answers a published port for the other node, itself and its own containers', async () => {
    await apply({}, [published(8080, [WEB1])]);
    assert.equal(await ask(second.netns, underlayOf(1), 8080), `one ${underlayOf(2)}`);
    assert.equal(await ask(first.netns, '127.0.0.1', 8080), 'one 10.30.1.1');
    assert.equal(await ask(first.netns, underlayOf(1), 8080), `one ${underlayOf(1)}`);
    assert.equal(await ask(one, '10.30.0.1', 8080), 'one 10.30.1.1');
    assert.equal(await ask(one, underlayOf(1), 8080), 'one 10.30.1.1');
  });

  it('answers a published port on a node that has none of its containers', async () => {
    await apply({}, [published(8080, [WEB1])]);
    assert.equal(await ask(first.netns, underlayOf(2), 8080), 'one 10.30.2.1');
    assert.equal(await ask(second.netns, '127.0.0.1', 8080), 'one 10.30.2.1');
    assert.equal(await ask(two, underlayOf(2), 8080), 'one 10.30.2.1');
  });

  it('spreads a published port over all its containers on every node', async () => {
    await apply({}, [published(8080, [WEB1, WEB2])]);
    for (const [from, address] of [[first.netns, '127.0.0.1'], [first.netns, underlayOf(2)], [second.netns, underlayOf(1)]] as const) {
      const names = (await askTimes(TURNS, from, address, 8080)).map((line) => line?.split(' ')[0]);
      assert.deepEqual([...new Set(names)].sort(), ['one', 'two']);
    }
  });

  it('binds a port that is published on one address to that address', async () => {
    await apply({}, [published(8081, [WEB1], { hostAddress: '127.0.0.1' })]);
    assert.equal(await ask(first.netns, '127.0.0.1', 8081), 'one 10.30.1.1');
    assert.equal(await ask(second.netns, underlayOf(1), 8081), undefined);
  });

  it('keeps a connection while the backends behind its port are swapped', async () => {
    await apply({}, [published(8080, [WEB1])]);
    const connection = connectFrom(second.netns, underlayOf(1), 8080);
    try {
      assert.equal(await connection.ask(), `one ${underlayOf(2)}`);
      await apply({}, [published(8080, [WEB2])]);
      assert.equal(await ask(second.netns, underlayOf(1), 8080), 'two 10.30.1.1');
      await apply({}, [published(8080, [WEB1, WEB2])]);
      assert.equal(await connection.ask(), `one ${underlayOf(2)}`);
    } finally {
      connection.close();
    }
  });

  it('refuses connections to a port that has no container now, and holds it', async () => {
    await apply({}, [published(8080, [])]);
    assert.equal(await ask(second.netns, underlayOf(1), 8080), undefined);
    await assert.rejects(serve(first.netns, 8080, 'thief'), /EADDRINUSE/);
    await apply();
    (await serve(first.netns, 8080, 'successor')).close();
  });

  it('answers the other ports when another program has one', async () => {
    const other = await serve(second.netns, 8090, 'other');
    try {
      await assert.rejects(apply({}, [published(8090, [WEB1]), published(8091, [WEB1])]), /0\.0\.0\.0:8090/);
      assert.equal(await ask(second.netns, '127.0.0.1', 8091), 'one 10.30.2.1');
      assert.match((await ask(second.netns, '127.0.0.1', 8090)) ?? '', /^other/);
    } finally {
      other.close();
    }
  });

  it('keeps other nodes from walking into a network, even with a route to it', async () => {
    const route = (verb: string): void => void execFileSync('nsenter', [`--net=${second.netns}`, 'ip', 'route', verb, `${WEB1.address}/32`, 'via', underlayOf(1)]);
    route('add');
    try {
      assert.equal(await ask(second.netns, WEB1.address, PORT), undefined);
    } finally {
      route('del');
    }
  });

  it('moves a container on two networks in and out of one while it runs', async () => {
    const both = attachment('both', [{ address: '10.30.1.9', gateway: '10.30.0.1' }, { address: '10.31.1.9' }]);
    const { netns } = await first.network.attach(both);
    await apply({ endpoints: [...everybody, endpoint('both', 1, '10.30.1.9'), endpoint('both', 1, '10.31.1.9')] });
    assert.equal(await ask(netns, WEB2.address, PORT), 'two 10.30.1.9');
    assert.equal(await ask(netns, '10.31.2.2', PORT), 'hidden 10.31.1.9');
    await first.network.attach({ ...both, interfaces: both.interfaces.slice(0, 1) });
    assert.equal(await ask(netns, '10.31.2.2', PORT), undefined);
    assert.equal(await ask(netns, WEB2.address, PORT), 'two 10.30.1.9');
    await first.network.detach('both');
  });

  it('follows an address from one node to the other', async () => {
    const here = endpoint('wanderer', 1, '10.30.1.77');
    const wanderer = await start(first, 'wanderer', here.address);
    await apply({ endpoints: [...everybody, here] });
    assert.equal(await ask(two, here.address, PORT), `wanderer ${WEB2.address}`);
    assert.equal(await ask(wanderer, WEB1.address, PORT), `one ${here.address}`);
    await first.network.detach('wanderer');
    await start(second, 'wanderer', here.address);
    await apply({ endpoints: [...everybody, endpoint('wanderer', 2, here.address)] });
    assert.equal(await ask(one, here.address, PORT), `wanderer ${WEB1.address}`);
    assert.equal(await ask(two, here.address, PORT), `wanderer ${WEB2.address}`);
    await second.network.detach('wanderer');
  });

  it('loses nothing but names when netd is killed, and gets those back', async () => {
    await apply({}, [published(8080, [WEB1])]);
    const connection = connectFrom(second.netns, underlayOf(1), 8080);
    try {
      assert.equal(await connection.ask(), `one ${underlayOf(2)}`);
      process.kill(first.network.pid() ?? 0, 'SIGKILL');
      assert.equal(await ask(one, WEB2.address, PORT), `two ${WEB1.address}`);
      assert.equal(await connection.ask(), `one ${underlayOf(2)}`);
      assert.equal(await ask(second.netns, underlayOf(1), 8080), `one ${underlayOf(2)}`);
      assert.deepEqual((await first.network.list()).map(({ containerId }) => containerId).sort(), ['one', 'secret']);
      assert.deepEqual((await resolveIn(one, 'two')).addresses, [WEB2.address]);
      assert.equal(await connection.ask(), `one ${underlayOf(2)}`);
      assert.equal(first.faults.length, 1);
    } finally {
      connection.close();
    }
  });

  it('removes the interfaces of networks that are gone, and all of them when it is uninstalled', async () => {
    const ours = (node: LabNode): number => insideNamespace(node.netns, () => {
      const netlink = openNetlink();
      try {
        return netlink.links().filter(({ name }) => /^lt[bx]/.test(name)).length;
      } finally {
        netlink.close();
      }
    });
    await apply();
    assert.equal(ours(second), 4);
    await apply({ networks: [appNetwork(2)] });
    assert.equal(ours(second), 2);
    await second.network.close();
    uninstall(second.config);
    assert.equal(ours(second), 0);
    const tables = execFileSync('nsenter', [`--net=${second.netns}`, 'nft', 'list', 'tables'], { encoding: 'utf8' });
    assert.equal(tables, '');
  });
};

const why = whyNoLab();
if (why === undefined) describe('network traffic', suite);
else describe(`network traffic [skipped ${why}]`, () => void it.skip(`moves packets between nodes, which can't be done ${why}`));
