import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerAnswer, type DockerAnswer } from '../harness/docker-answer.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

type Volume = { Name: string; Labels: object | null; Options: object | null; Driver: string; Scope: string };

/** What clients of Docker ask of volumes, in the words and codes that Docker's engine has. */
describe('volumes of the Docker API', function () {
  this.timeout(60_000);
  let platform: Platform;
  let ask: DockerAnswer;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    ask = dockerAnswer(join(platform.first.run, 'docker.sock'));
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`volumes ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const refused = async (method: string, path: string, body: object | undefined, status: number, message: string): Promise<void> => {
    const told = await ask<{ message: string }>(method, path, body);
    assert.deepEqual([told.status, told.answer.message], [status, message]);
  };
  const create = async (body: object): Promise<Volume> => {
    const { status, answer } = await ask<Volume & { message?: string }>('POST', '/volumes/create', body);
    assert.equal(status, 201, answer.message);
    return answer;
  };
  const names = async (filters: object): Promise<string[]> => (await ask<{ Volumes: Volume[] }>('GET', `/volumes?filters=${encodeURIComponent(JSON.stringify(filters))}`)).answer.Volumes.map(({ Name }) => Name).sort();

  it('are made once: who asks again gets the one that is there', async () => {
    const made = await create({ Name: 'data', Labels: { a: 'b' } });
    assert.deepEqual([made.Name, made.Driver, made.Scope, made.Labels, made.Options], ['data', 'local', 'local', { a: 'b' }, null]);
    assert.deepEqual(await create({ Name: 'data', Labels: { c: 'd' } }), made);
    assert.deepEqual((await ask<Volume>('GET', '/volumes/data')).answer, made);
  });
  it('without a name get one, and say so', async () => {
    const { Name, Labels } = await create({});
    assert.match(Name, /^[0-9a-f]{64}$/);
    assert.deepEqual(Labels, { 'com.docker.volume.anonymous': '' });
    assert.deepEqual(await names({ label: ['com.docker.volume.anonymous'] }), [Name]);
  });
  it('are listed by filters', async () => {
    await create({ Name: 'other' });
    await ask('POST', '/containers/create?name=uses', { Image: 'busybox', HostConfig: { Binds: ['data:/data'] } });
    assert.deepEqual(await names({ dangling: ['false'] }), ['data']);
    assert.deepEqual(await names({ dangling: ['true'], name: ['th'] }), ['other']);
    assert.deepEqual(await names({ label: ['a=b'] }), ['data']);
    assert.deepEqual(await names({ driver: ['nosuch'] }), []);
    await refused('GET', `/volumes?filters=${encodeURIComponent('{"bogus":["1"]}')}`, undefined, 400, "invalid filter 'bogus'");
    await refused('GET', `/volumes?filters=${encodeURIComponent('{"dangling":["maybe"]}')}`, undefined, 400, "invalid filter 'dangling=[maybe]'");
  });
  it('that are used stay', async () => {
    const { answer } = await ask<{ Id: string }>('GET', '/containers/uses/json');
    for (const force of ['false', 'true']) await refused('DELETE', `/volumes/data?force=${force}`, undefined, 409, `remove data: volume is in use - [${answer.Id}]`);
    await ask('DELETE', '/containers/uses');
    assert.equal((await ask('DELETE', '/volumes/data')).status, 204);
    assert.equal((await ask('GET', '/volumes/data')).status, 404);
    await create({ Name: 'data' });
  });
  it('are a folder of the node when that is asked for', async () => {
    const folder = join(platform.first.state, 'bound');
    mkdirSync(folder);
    writeFileSync(join(folder, 'f'), 'of the node\n');
    await create({ Name: 'bound', DriverOpts: { type: 'none', o: 'bind', device: folder } });
    assert.equal(await platform.first.lading('run', '--rm', '-v', 'bound:/data', 'busybox', 'sh', '-c', 'cat /data/f; echo more > /data/g'), 'of the node\n');
    assert.equal(readFileSync(join(folder, 'g'), 'utf8'), 'more\n');
    assert.equal((await ask('DELETE', '/volumes/bound')).status, 204);
    assert.equal(readFileSync(join(folder, 'f'), 'utf8'), 'of the node\n', 'the folder stays');
    await refused('POST', '/volumes/create', { Name: 'nodevice', DriverOpts: { type: 'none' } }, 400, 'create nodevice: missing required option: "device"');
    await refused('POST', '/volumes/create', { Name: 'odd', DriverOpts: { bogus: '1' } }, 400, 'create odd: invalid option: "bogus"');
  });
  it('that can not be are refused in Docker\'s words', async () => {
    await refused('POST', '/volumes/create', { Name: 'v' }, 400, 'create v: volume name is too short, names should be at least two alphanumeric characters');
    await refused('POST', '/volumes/create', { Name: '/abs' }, 400, 'create /abs: "/abs" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path');
    await refused('POST', '/volumes/create', { Name: 'plugged', Driver: 'nosuch' }, 404, 'create plugged: error looking up volume plugin nosuch: plugin "nosuch" not found');
    await refused('GET', '/volumes/nosuch', undefined, 404, 'get nosuch: no such volume');
    await refused('DELETE', '/volumes/nosuch', undefined, 404, 'get nosuch: no such volume');
    assert.equal((await ask('DELETE', '/volumes/nosuch?force=1')).status, 204);
  });
});
