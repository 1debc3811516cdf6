import assert from 'node:assert/strict';
import { PassThrough, type Readable } from 'node:stream';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import Docker from 'dockerode';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { openRecordingSocket, type RecordingSocket } from '../harness/recording-socket.ts';

/** What programs in Node do with dockerode. It sends paths without a version. */
describe('dockerode', function () {
  this.timeout(60_000);
  let platform: Platform;
  let recording: RecordingSocket;
  let docker: Docker;
  let box: Docker.Container;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    recording = await openRecordingSocket('dockerode', join(platform.first.run, 'docker.sock'));
    docker = new Docker({ socketPath: recording.path });
    box = await docker.createContainer({ name: 'box', Image: 'busybox', Cmd: ['sh', '-c', 'trap "exit 3" TERM; echo started; while :; do sleep 0.1; done'], Labels: { of: 'dockerode' }, ExposedPorts: { '80/tcp': {} }, HostConfig: { PublishAllPorts: true } });
    await box.start();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`dockerode ${this.currentTest.title}`);
  });
  after(async () => {
    await recording?.close();
    await platform?.[Symbol.asyncDispose]();
  });

  const demuxed = async (stream: NodeJS.ReadableStream): Promise<[string, string]> => {
    const [out, err] = [new PassThrough(), new PassThrough()];
    docker.modem.demuxStream(stream, out, err);
    stream.on('end', () => (out.end(), err.end()));
    return Promise.all([text(out), text(err)]);
  };

  it('knows the engine', async () => {
    assert.equal((await docker.ping()).toString(), 'OK');
    assert.equal((await docker.version()).ApiVersion, '1.51');
    assert.equal(((await docker.info()) as { OSType: string }).OSType, 'linux');
    assert.ok(((await docker.df()) as { Images: unknown[] }).Images.length > 0);
  });
  it('lists and inspects', async () => {
    const [row] = await docker.listContainers({ filters: { label: ['of=dockerode'] } });
    assert.deepEqual([row?.Names, row?.State], [['/box'], 'running']);
    assert.match((await box.inspect()).NetworkSettings.Ports['80/tcp']?.[0]?.HostPort ?? '', /^\d+$/);
  });
  it('runs commands, with input and without', async () => {
    const exec = await box.exec({ Cmd: ['sh', '-c', 'echo out; echo err >&2; exit 5'], AttachStdout: true, AttachStderr: true });
    assert.deepEqual(await demuxed(await exec.start({})), ['out\n', 'err\n']);
    assert.equal((await exec.inspect()).ExitCode, 5);
    const cat = await box.exec({ Cmd: ['cat'], AttachStdin: true, AttachStdout: true });
    const stream = await cat.start({ hijack: true, stdin: true });
    const said = demuxed(stream);
    stream.end('typed');
    assert.deepEqual(await said, ['typed', '']);
  });
  it('attaches before it starts', async () => {
    const container = await docker.createContainer({ Image: 'busybox', Cmd: ['cat'], OpenStdin: true, StdinOnce: true, AttachStdin: true, AttachStdout: true });
    const stream = await container.attach({ stream: true, stdin: true, stdout: true, stderr: true, hijack: true });
    const said = demuxed(stream);
    await container.start();
    stream.end('hello');
    assert.deepEqual(await said, ['hello', '']);
    assert.equal((await container.wait() as { StatusCode: number }).StatusCode, 0);
    await container.remove();
  });
  it('reads logs, then and on', async () => {
    assert.match(String(await box.logs({ stdout: true })), /started/);
    const follow = (await box.logs({ stdout: true, follow: true })) as unknown as Readable;
    for await (const chunk of follow) {
      assert.match(String(chunk), /started/);
      break;
    }
  });
  it('copies in and out', async () => {
    await box.putArchive(await box.getArchive({ path: '/etc/passwd' }), { path: '/tmp' });
    assert.match(await text(await box.getArchive({ path: '/tmp/passwd' })), /root:/);
  });
  it('looks at processes and figures', async () => {
    assert.ok((await box.top() as { Processes: string[][] }).Processes.length > 0);
    assert.ok((await box.stats({ stream: false })).memory_stats.usage > 0);
    assert.ok(Array.isArray(await box.changes()));
  });
  it('joins networks and mounts volumes', async () => {
    const network = await docker.createNetwork({ Name: 'net', CheckDuplicate: true });
    await network.connect({ Container: box.id, EndpointConfig: { Aliases: ['alias'] } });
    assert.deepEqual(Object.keys(((await network.inspect()) as { Containers: object }).Containers), [box.id]);
    await network.disconnect({ Container: box.id });
    await network.remove();
    await docker.createVolume({ Name: 'vol' });
    assert.deepEqual((await docker.listVolumes()).Volumes.map(({ Name }) => Name), ['vol']);
    await docker.getVolume('vol').remove();
  });
  it('hears events', async () => {
    const events = (await docker.getEvents({ filters: { type: ['container'], event: ['rename'] } })) as Readable;
    const heard = new Promise<string>((resolve) => events.once('data', (data: Buffer) => resolve(data.toString())));
    await box.rename({ name: 'renamed' });
    assert.equal((JSON.parse(await heard) as { Actor: { Attributes: { name: string } } }).Actor.Attributes.name, 'renamed');
    events.destroy();
  });
  it('pauses, updates, restarts, signals, commits and removes', async () => {
    await box.pause();
    assert.equal((await box.inspect()).State.Status, 'paused');
    await box.unpause();
    await box.update({ Memory: 2 ** 27, MemorySwap: 2 ** 27 });
    await box.restart({ t: 1 });
    await box.commit({ repo: 'committed', tag: 'v1' });
    assert.deepEqual((await docker.getImage('committed:v1').inspect()).RepoTags, ['committed:v1']);
    await docker.getImage('committed:v1').remove();
    await box.stop({ t: 5 });
    await box.remove();
    await assert.rejects(box.inspect(), { statusCode: 404 });
    await assert.rejects(box.remove(), { statusCode: 404 });
  });
});
