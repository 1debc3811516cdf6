import assert from 'node:assert/strict';
import { join } from 'node:path';
import { dockerAnswer, type DockerAnswer } from '../harness/docker-answer.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

type Endpoint = { IPAddress: string; MacAddress: string; EndpointID: string; Aliases: string[] | null; Gateway: string };
type Inspected = { Id: string; Name: string; IPAM: { Config: object[] | null }; Containers: Record<string, { Name: string; IPv4Address: string }>; Labels: object; Options: object; Internal: boolean; Attachable: boolean; Scope: string; Driver: string };

/** What clients of Docker ask of networks, in the words and codes that Docker's engine has. */
describe('networks of the Docker API', function () {
  this.timeout(60_000);
  let platform: Platform;
  let ask: DockerAnswer;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    ask = dockerAnswer(join(platform.first.run, 'docker.sock'));
    for (const [Name, Subnet] of [['front', '10.71.0.0/16'], ['back', '10.72.0.0/16']]) await made('/networks/create', { Name, IPAM: { Config: [{ Subnet }] }, Labels: { side: Name } });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`networks ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const made = async (path: string, body: object): Promise<string> => {
    const { status, answer } = await ask<{ Id: string; message?: string }>('POST', path, body);
    assert.equal(status, 201, answer.message);
    return answer.Id;
  };
  const refused = async (method: string, path: string, body: object | undefined, status: number, message: string | RegExp): Promise<void> => {
    const told = await ask<{ message: string }>(method, path, body);
    if (typeof message === 'string') assert.deepEqual([told.status, told.answer.message], [status, message]);
    else {
      assert.equal(told.status, status, told.answer.message);
      assert.match(told.answer.message, message);
    }
  };
  const run = async (name: string, network: string, over: object = {}): Promise<string> => {
    const id = await made(`/containers/create?name=${name}`, { Image: 'busybox', Cmd: ['sleep', '1000'], HostConfig: { NetworkMode: network }, ...over });
    await done('POST', `/containers/${name}/start`);
    return id;
  };
  const done = async (method: string, path: string, body?: object): Promise<void> => {
    const { status, answer } = await ask<{ message?: string } | undefined>(method, path, body);
    assert.ok(status < 300, `${method} ${path}: ${status} ${answer?.message}`);
  };
  const endpointsOf = async (name: string): Promise<Record<string, Endpoint>> => (await ask<{ NetworkSettings: { Networks: Record<string, Endpoint> } }>('GET', `/containers/${name}/json`)).answer.NetworkSettings.Networks;
  const said = (name: string, ...words: string[]): Promise<string> => platform.first.lading('exec', name, ...words);
  const fails = async (name: string, ...words: string[]): Promise<boolean> => (await platform.first.said('exec', name, ...words)).code !== 0;

  it('a container that runs comes to a network, with an interface and names, and leaves it again', async () => {
    await run('one', 'front');
    await run('two', 'back');
    assert.ok(await fails('two', 'ping', '-c1', '-W2', 'one'));
    await done('POST', '/networks/back/connect', { Container: 'one', EndpointConfig: { Aliases: ['uno'] } });
    const { back, front } = await endpointsOf('one');
    assert.match(back?.IPAddress ?? '', /^10\.72\./);
    assert.deepEqual(back?.Aliases, ['uno']);
    assert.match(await said('one', 'ip', '-o', '-4', 'addr', 'show', 'eth1'), new RegExp(`inet ${back?.IPAddress}/16`));
    for (const name of ['one', 'uno', back?.IPAddress ?? '']) assert.match(await said('two', 'ping', '-c1', '-W2', name), /1 packets received/);
    assert.match(await said('one', 'cat', '/etc/hosts'), new RegExp(`^${back?.IPAddress}\t`, 'm'));

    await done('POST', '/networks/front/disconnect', { Container: 'one' });
    assert.deepEqual(Object.keys(await endpointsOf('one')), ['back']);
    assert.doesNotMatch(await said('one', 'ip', '-o', 'link'), /eth0/);
    assert.match(await said('one', 'ip', 'route'), /default via 10\.72\.0\.1 dev eth1/);
    assert.doesNotMatch(await said('one', 'cat', '/etc/hosts'), new RegExp(front?.IPAddress ?? '-'));
    await done('POST', '/networks/front/connect', { Container: 'one' });
    assert.match(await said('one', 'ip', '-o', '-4', 'addr', 'show', 'eth0'), /inet 10\.71\./);
    assert.match(await said('two', 'ping', '-c1', '-W2', 'one'), /1 packets received/);
  });

  it('a container is put on networks before it starts', async () => {
    await made('/containers/create?name=early', { Image: 'busybox', Cmd: ['sleep', '1000'], HostConfig: { NetworkMode: 'front' } });
    await done('POST', '/networks/back/connect', { Container: 'early', EndpointConfig: { IPAMConfig: { IPv4Address: '10.72.9.9' } } });
    await done('POST', '/networks/front/disconnect', { Container: 'early' });
    await done('POST', '/containers/early/start');
    assert.deepEqual(Object.entries(await endpointsOf('early')).map(([name, { IPAddress }]) => [name, IPAddress]), [['back', '10.72.9.9']]);
    assert.match(await said('early', 'ip', '-o', '-4', 'addr'), /inet 10\.72\.9\.9\/16/);
    await done('POST', '/containers/early/restart?t=0');
    assert.match(await said('early', 'ip', '-o', '-4', 'addr'), /inet 10\.72\.9\.9\/16/);
  });

  it('names follow a container that is renamed', async () => {
    await run('before', 'front');
    await run('asks', 'front');
    await done('POST', '/containers/before/rename?name=after');
    assert.match(await said('asks', 'ping', '-c1', '-W2', 'after'), /1 packets received/);
    assert.ok(await fails('asks', 'ping', '-c1', '-W2', 'before'));
  });

  it('connect and disconnect refuse what can not be, in Docker\'s words', async () => {
    const one = await run('here', 'front');
    await run('host', 'host');
    const back = (body: object, status: number, message: string | RegExp) => refused('POST', '/networks/back/connect', body, status, message);
    await refused('POST', '/networks/front/connect', { Container: 'here' }, 403, 'endpoint with name here already exists in network front');
    await back({ Container: 'nosuch' }, 404, 'No such container: nosuch');
    await back({}, 400, 'invalid name or ID supplied: ""');
    await back({ Container: 'host' }, 400, 'container sharing network namespace with another container or host cannot be connected to any other network');
    await back({ Container: 'here', EndpointConfig: { IPAMConfig: { IPv4Address: '10.99.3.4' } } }, 400, 'invalid endpoint settings:\nno configured subnet or ip-range contain the IP address 10.99.3.4');
    await back({ Container: 'here', EndpointConfig: { IPAMConfig: { IPv4Address: 'nonsense' } } }, 400, /invalid IPv4 address: nonsense/);
    await run('has', 'back', { NetworkingConfig: { EndpointsConfig: { back: { IPAMConfig: { IPv4Address: '10.72.0.77' } } } } });
    await back({ Container: 'here', EndpointConfig: { IPAMConfig: { IPv4Address: '10.72.0.77' } } }, 403, 'Address already in use');
    await refused('POST', '/networks/nosuch/connect', { Container: 'here' }, 404, 'network nosuch not found');
    await refused('POST', '/networks/none/connect', { Container: 'here' }, 400, /private \(none\) mode/);
    await refused('POST', '/networks/host/connect', { Container: 'here' }, 400, /must be created in host network mode/);
    await refused('POST', '/networks/back/disconnect', { Container: 'here' }, 409, `container ${one} is not connected to network back`);
    await refused('POST', '/networks/back/disconnect', { Container: 'nosuch', Force: true }, 404, 'endpoint nosuch not found');
    assert.deepEqual(Object.keys(await endpointsOf('here')), ['front'], 'nothing of it was done');
  });

  it('networks are made as asked, and told', async () => {
    const id = await made('/networks/create', { Name: 'whole', Driver: 'bridge', Internal: true, Attachable: true, Labels: { a: 'b' }, Options: { 'com.docker.network.driver.mtu': '1400' }, IPAM: { Config: [{ Subnet: '10.80.0.0/16', IPRange: '10.80.4.0/24', Gateway: '10.80.0.9' }] } });
    const { answer } = await ask<Inspected>('GET', `/networks/${id.slice(0, 12)}?verbose=true&scope=local`);
    assert.deepEqual(
      [answer.Name, answer.Driver, answer.Scope, answer.Internal, answer.Attachable, answer.Labels, answer.Options, answer.IPAM.Config],
      ['whole', 'bridge', 'local', true, true, { a: 'b' }, { 'com.docker.network.driver.mtu': '1400' }, [{ Subnet: '10.80.0.0/16', IPRange: '10.80.4.0/24', Gateway: '10.80.0.9' }]],
    );
    await run('inside', 'whole');
    const { whole } = await endpointsOf('inside');
    assert.match(whole?.IPAddress ?? '', /^10\.80\.4\./);
    assert.match(await said('inside', 'cat', '/sys/class/net/eth0/mtu'), /1400/);
    const { Containers } = (await ask<Inspected>('GET', '/networks/whole')).answer;
    assert.deepEqual(Object.values(Containers).map(({ Name, IPv4Address }) => [Name, IPv4Address]), [['inside', `${whole?.IPAddress}/16`]]);
    await refused('DELETE', '/networks/whole', undefined, 403, /^error while removing network: network whole has active endpoints \(name:"inside" id:"[0-9a-f]{12}"\)$/);
    await done('DELETE', '/containers/inside?force=true');
    await done('DELETE', '/networks/whole');
    await refused('GET', '/networks/whole', undefined, 404, 'network whole not found');
    await refused('GET', '/networks/front?scope=swarm', undefined, 404, 'network front not found');
  });

  it('a small network serves as many containers as it has addresses', async () => {
    await made('/networks/create', { Name: 'small', IPAM: { Config: [{ Subnet: '10.83.0.0/27' }] } });
    const names = Array.from({ length: 20 }, (_, place) => `small-${place}`);
    await Promise.all(names.map((name) => run(name, 'small')));
    const addresses = await Promise.all(names.map(async (name) => (await endpointsOf(name)).small?.IPAddress));
    assert.equal(new Set(addresses).size, names.length);
    assert.match(await said('small-0', 'ping', '-c1', '-W2', 'small-19'), /1 packets received/);
    await Promise.all(names.map((name) => done('DELETE', `/containers/${name}?force=true`)));
    await done('DELETE', '/networks/small');
  });

  it('what can not be made is refused, and nothing is left of it', async () => {
    const create = (body: object, status: number, message: string | RegExp) => refused('POST', '/networks/create', body, status, message);
    await create({ Name: 'front' }, 409, 'network with name front already exists');
    await create({}, 400, 'invalid name: name is empty');
    await create({ Name: 'host' }, 403, 'operation is not permitted on predefined host network ');
    await create({ Name: 'bad', Driver: 'nosuch' }, 400, /^plugin "nosuch" not found/);
    await create({ Name: 'bad', IPAM: { Config: [{ Subnet: '10.71.1.0/24' }] } }, 403, /^invalid pool request: Pool overlaps with other one on this address space/);
    await create({ Name: 'bad', IPAM: { Config: [{ Subnet: 'bad' }] } }, 400, 'invalid network config:\ninvalid subnet bad: invalid CIDR block notation');
    await create({ Name: 'bad', IPAM: { Config: [{ Subnet: '10.81.0.0/24', Gateway: '10.82.0.1' }] } }, 400, "invalid network config:\ninvalid gateway 10.82.0.1: parent subnet 10.81.0.0/24 doesn't contain this address");
    await refused('DELETE', '/networks/host', undefined, 403, 'host is a pre-defined network and cannot be removed');
    await refused('GET', '/networks/bad', undefined, 404, 'network bad not found');
  });

  it('lists are filtered', async () => {
    const names = async (filters: object): Promise<string[]> => (await ask<Inspected[]>('GET', `/networks?filters=${encodeURIComponent(JSON.stringify(filters))}`)).answer.map(({ Name }) => Name).sort();
    await made('/networks/create', { Name: 'empty', Labels: { of: 'nobody' } });
    assert.deepEqual(await names({ type: ['builtin'] }), ['bridge', 'host', 'none']);
    assert.deepEqual(await names({ label: ['side=back'] }), ['back']);
    assert.deepEqual(await names({ label: { 'side=back': true } }), ['back']);
    assert.deepEqual(await names({ name: ['mpt'] }), ['empty']);
    assert.deepEqual(await names({ driver: ['null'] }), ['none']);
    assert.deepEqual(await names({ scope: ['swarm'] }), []);
    assert.deepEqual(await names({ dangling: ['true'] }), ['empty']);
    await refused('GET', `/networks?filters=${encodeURIComponent('{"bogus":["1"]}')}`, undefined, 400, "invalid filter 'bogus'");
  });

  it('events tell of networks and who comes and goes', async () => {
    const since = Math.floor(Date.now() / 1_000) - 120;
    const filters = encodeURIComponent('{"type":["network"]}');
    const { text } = await ask('GET', `/events?since=${since}&until=${Date.now() / 1_000}&filters=${filters}`);
    const told = text.trim().split('\n').map((line) => JSON.parse(line) as { Action: string; Actor: { Attributes: Record<string, string> } });
    const of = (name: string): string[] => told.filter(({ Actor }) => Actor.Attributes.name === name).map(({ Action }) => Action);
    assert.deepEqual(of('whole'), ['create', 'connect', 'disconnect', 'destroy']);
    assert.ok(of('back').includes('connect'));
  });
});
