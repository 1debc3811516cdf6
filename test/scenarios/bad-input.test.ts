import assert from 'node:assert/strict';
import { writeProject } from '../harness/project.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

describe('bad input is told with its place and remedy, and leaves nothing behind:', function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  /** What `up` says, once it was seen that nothing was done. */
  const refused = async (text: string): Promise<string> => {
    const file = writeProject(platform, `name: bad\n${text}`);
    const { code, err } = await platform.first.said('-f', file, 'up', '-d');
    assert.notEqual(code, 0, 'it was taken');
    for (const list of ['containers?all=1', 'services', 'volumes']) assert.deepEqual((await platform.first.api<{ items: unknown[] }>('GET', `/api/v1/${list}`)).body.items, [], list);
    const { body } = await platform.first.api<{ items: { name: string }[] }>('GET', '/api/v1/networks');
    assert.deepEqual(body.items.map(({ name }) => name).sort(), ['bridge', 'host', 'none']);
    return err;
  };
  const service = (lines: string): string => `services:\n  web:\n    image: busybox\n    command: sleep 100\n    stop_grace_period: 0s\n${lines}`;

  it('broken YAML', async () => assert.match(await refused('services:\n  web: [\n'), /compose\.yaml:\d+:\d+: .+/));
  it('an unknown key', async () => assert.match(await refused(service('    portz: ["80:80"]\n')), /compose\.yaml:7:5: services\.web\.portz: unknown key; did you mean "ports"\?/));
  it('an image that is not here', async () => assert.match(await refused('services:\n  web:\n    image: nosuch:1\n'), /services\.web\.image: .*nosuch:1.*import/s));
  it('a port out of range', async () => assert.match(await refused(service('    ports: ["70000:80"]\n')), /compose\.yaml:7:13: services\.web\.ports\[0\]: port 70000 is out of range/));
  it('a circle of dependencies', async () =>
    assert.match(await refused('services:\n  a:\n    image: busybox\n    depends_on: [b]\n  b:\n    image: busybox\n    depends_on: [a]\n'), /compose\.yaml:5:5: services\.a\.depends_on: .*a → b → a/));
  it('a network that is not defined', async () => assert.match(await refused(`${service('    networks: [front]\n')}networks:\n  frnt:\n`), /compose\.yaml:7:5: services\.web\.networks: no network front is defined; did you mean "frnt"/));
  it('too little memory', async () => assert.match(await refused(service('    mem_limit: 1m\n')), /compose\.yaml:7:16: services\.web\.mem_limit: .*at least 6m/));
  it('a name that is taken', async () => {
    await platform.first.lading('create', '--name', 'mine', 'busybox', 'true');
    const file = writeProject(platform, `name: bad\n${service('    container_name: mine\n')}`);
    const { code, err } = await platform.first.said('-f', file, 'up', '-d');
    assert.equal(code, 1);
    assert.match(err, /services\.web\.container_name: the name mine is in use by container [0-9a-f]{12}: choose another, or remove that container/);
    await platform.first.lading('rm', 'mine');
  });
  it('a port that another project has', async () => {
    const other = writeProject(platform, `name: other\n${service('    ports: ["8090:80"]\n')}`);
    await platform.first.lading('-f', other, 'up', '-d');
    const file = writeProject(platform, `name: bad\n${service('    ports: ["8090:80"]\n')}`);
    assert.match((await platform.first.said('-f', file, 'up', '-d')).err, /services\.web\.ports: host port 8090\/tcp is taken by service web of project other/);
    await platform.first.lading('-p', 'other', 'down');
  });
  it('a port that another program has', async () => {
    const server = (await import('node:child_process')).spawn('nsenter', [`--net=${platform.first.netns}`, process.execPath, '-e', "require('net').createServer().listen(8091, '0.0.0.0', () => console.log('up'))"], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((resolve) => server.stdout.once('data', resolve));
    try {
      const file = writeProject(platform, `name: bad\n${service('    ports: ["8091:80"]\n')}`);
      const { code, err } = await platform.first.said('-f', file, 'up', '-d');
      assert.equal(code, 1);
      assert.match(err, /Bind for 0\.0\.0\.0:8091 failed: port is already allocated: stop what listens there, or publish another port/);
    } finally {
      server.kill('SIGKILL');
      await platform.first.lading('-p', 'bad', 'down');
    }
  });
  it('a daemon that does not answer', async () => {
    const { code, err } = await platform.first.said('-H', 'unix:///run/nowhere.sock', 'ps');
    assert.equal(code, 125);
    assert.match(err, /the daemon does not answer on \/run\/nowhere\.sock: start it with "lading daemon --detach"/);
  });
  it('a project that is not there', async () => assert.match((await platform.first.said('-p', 'nosuch', 'scale', 'web=2')).err, /no project nosuch/));
  it('a service that is not there', async () => {
    const file = writeProject(platform, `name: real\n${service('')}`);
    await platform.first.lading('-f', file, 'up', '-d');
    assert.match((await platform.first.said('-p', 'real', 'scale', 'wbe=2')).err, /project real has no service wbe: it has web/);
    await platform.first.lading('-p', 'real', 'down');
  });
});
