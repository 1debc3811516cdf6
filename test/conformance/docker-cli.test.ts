import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerClient, dockerProgram, whyNoDocker } from '../harness/docker-client.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

const why = whyNoDocker();

describe("Docker's own command against Lading", function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async function () {
    if (why !== undefined) return this.skip();
    platform = await startPlatform({ machines: 1 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const { docker, said, environment } = dockerClient(() => platform.first);

  it('version and info name a server', async () => {
    assert.match(await docker('version', '--format', '{{.Server.APIVersion}}'), /^1\.51$/);
    assert.match(await docker('info', '--format', '{{.OSType}} {{.Driver}} {{.NCPU}}'), /^linux overlay2 \d+$/);
  });

  it('run shows output, ends with the exit code, and leaves nothing with --rm', async () => {
    assert.equal(await docker('run', '--rm', 'busybox', 'echo', 'hello'), 'hello');
    assert.equal((await said(['run', '--rm', 'busybox', 'sh', '-c', 'echo out; echo err >&2; exit 3'])).code, 3);
    assert.equal(await docker('ps', '-aq'), '');
  });

  it('run ends as Docker does when it can not run: 125, 126, 127', async () => {
    assert.equal((await said(['run', '--rm', 'nosuchimage'])).code, 125);
    assert.equal((await said(['run', '--rm', 'busybox', '/etc'])).code, 126);
    assert.equal((await said(['run', '--rm', 'busybox', 'nosuchprogram'])).code, 127);
  });

  it('run -i passes input on, and -t gives a terminal', async () => {
    assert.equal((await said(['run', '--rm', '-i', 'busybox', 'cat'], 'from stdin')).out, 'from stdin');
    const terminal = spawn('script', ['-qec', `${dockerProgram} run -it --rm busybox sh -c 'tty; stty size'`, '/dev/null'], { env: environment() });
    let shown = '';
    terminal.stdout.on('data', (data: Buffer) => (shown += data.toString()));
    await once(terminal, 'close');
    assert.match(shown, /\/dev\/pts\/0/);
  });

  it('a container in the background is listed, inspected, stopped and removed', async () => {
    const id = await docker('run', '-d', '--name', 'life', '-e', 'A=b', '-w', '/tmp', '--memory', '64m', '-l', 'x=y', 'busybox', 'sleep', '1000');
    assert.match(id, /^[0-9a-f]{64}$/);
    assert.equal(await docker('ps', '--filter', 'label=x=y', '--format', '{{.Names}} {{.Image}} {{.State}}'), 'life busybox running');
    assert.equal(await docker('inspect', 'life', '--format', '{{.State.Status}} {{.Config.WorkingDir}} {{.HostConfig.Memory}} {{index .Config.Labels "x"}}'), 'running /tmp 67108864 y');
    assert.match(await docker('top', 'life'), /sleep 1000/);
    assert.match(await docker('stats', '--no-stream', '--format', '{{.Name}} {{.PIDs}}', 'life'), /^life 1$/);
    await docker('rename', 'life', 'lives');
    await docker('pause', 'lives');
    assert.equal(await docker('inspect', 'lives', '--format', '{{.State.Status}}'), 'paused');
    await docker('unpause', 'lives');
    await docker('stop', '-t', '0', 'lives');
    assert.equal(await docker('wait', 'lives'), '137');
    assert.match((await said(['rm', 'nosuch'])).err, /No such container: nosuch/);
    await docker('start', 'lives');
    assert.match((await said(['rm', 'lives'])).err, /container is running/);
    await docker('rm', '-f', 'lives');
    assert.equal(await docker('ps', '-aq'), '');
  });

  it('exec runs commands beside', async () => {
    await docker('run', '-d', '--name', 'beside', 'busybox', 'sleep', '1000');
    assert.equal(await docker('exec', '-e', 'X=1', '-w', '/tmp', 'beside', 'sh', '-c', 'echo $X $PWD'), '1 /tmp');
    assert.equal((await said(['exec', 'beside', 'sh', '-c', 'exit 9'])).code, 9);
    assert.equal((await said(['exec', 'beside', 'nosuch'])).code, 127);
    assert.equal((await said(['exec', '-i', 'beside', 'cat'], 'in')).out, 'in');
    await docker('rm', '-f', 'beside');
  });

  it('logs show what was written, the end of it, and what follows', async () => {
    await docker('run', '-d', '--name', 'writes', 'busybox', 'sh', '-c', 'for i in 1 2 3; do echo line $i; done; echo wrong >&2; read x < /dev/zero & sleep 1000');
    await until('it wrote', async () => (await said(['logs', 'writes'])).out === 'line 1\nline 2\nline 3\n');
    assert.equal((await said(['logs', 'writes'])).err, 'wrong\n');
    assert.equal((await said(['logs', '--tail', '1', 'writes'])).err, 'wrong\n');
    assert.match((await said(['logs', '-t', 'writes'])).out, /^\d{4}-\d\d-\d\dT[\d:.]+Z line 1$/m);
    const following = said(['logs', '-f', 'writes']);
    await docker('exec', 'writes', 'sh', '-c', 'echo later > /proc/1/fd/1');
    await docker('rm', '-f', 'writes');
    assert.match((await following).out, /later/);
  });

  it('published ports answer, and names are found on a network', async () => {
    await docker('network', 'create', 'net');
    await docker('run', '-d', '--name', 'server', '--network', 'net', '-p', '8085:80', 'busybox', 'sh', '-c', 'mkdir /w; echo served > /w/index.html; httpd -f -p 80 -h /w');
    assert.equal(await docker('port', 'server'), '80/tcp -> 0.0.0.0:8085');
    assert.equal((await until('the port answers', () => platform.first.fetch('http://127.0.0.1:8085/'))).trim(), 'served');
    assert.equal(await docker('run', '--rm', '--network', 'net', 'busybox', 'wget', '-qO-', 'http://server/'), 'served');
    assert.match(await docker('network', 'ls', '--format', '{{.Name}} {{.Driver}}'), /^net bridge$/m);
    assert.match(await docker('network', 'inspect', 'net', '--format', '{{range .Containers}}{{.Name}}{{end}}'), /^server$/);
    assert.notEqual((await said(['network', 'rm', 'net'])).code, 0);
    await docker('rm', '-f', 'server');
    await docker('network', 'rm', 'net');
  });

  it('volumes keep what was written, binds show the host', async () => {
    await docker('volume', 'create', 'vol');
    await docker('run', '--rm', '-v', 'vol:/data', 'busybox', 'sh', '-c', 'echo kept > /data/file');
    assert.equal(await docker('run', '--rm', '-v', 'vol:/data:ro', 'busybox', 'cat', '/data/file'), 'kept');
    assert.match(await docker('volume', 'ls', '-q'), /^vol$/m);
    await docker('volume', 'rm', 'vol');
    const folder = mkdtempSync('/tmp/lading-bind-');
    writeFileSync(join(folder, 'host'), 'of the host');
    assert.equal(await docker('run', '--rm', '-v', `${folder}:/mnt`, 'busybox', 'cat', '/mnt/host'), 'of the host');
    rmSync(folder, { recursive: true });
  });

  it('cp copies out of a container and into it', async () => {
    const folder = mkdtempSync('/tmp/lading-cp-');
    await docker('create', '--name', 'files', 'busybox', 'cat', '/in/file');
    writeFileSync(join(folder, 'file'), 'copied in');
    await docker('cp', `${folder}/.`, 'files:/in');
    assert.equal(await docker('start', '-a', 'files'), 'copied in');
    await docker('cp', 'files:/in/file', join(folder, 'back'));
    assert.equal(readFileSync(join(folder, 'back'), 'utf8'), 'copied in');
    await docker('rm', 'files');
    rmSync(folder, { recursive: true });
  });

  it('options of run are what the container sees', async () => {
    assert.equal(await docker('run', '--rm', '--read-only', 'busybox', 'sh', '-c', 'touch /x 2>/dev/null || echo ro'), 'ro');
    assert.equal(await docker('run', '--rm', '-u', '1000:1000', 'busybox', 'id', '-u'), '1000');
    assert.equal(await docker('run', '--rm', '--hostname', 'box', 'busybox', 'hostname'), 'box');
    assert.equal(await docker('run', '--rm', '--entrypoint', 'echo', 'busybox', 'instead'), 'instead');
    assert.equal(await docker('run', '--rm', '--cap-drop', 'ALL', 'busybox', 'sh', '-c', 'grep CapEff /proc/self/status | tr -d "\\t"'), 'CapEff:0000000000000000');
    assert.equal(await docker('run', '--rm', '--add-host', 'there:10.1.2.3', 'busybox', 'sh', '-c', 'grep there /etc/hosts | tr "\\t" " "'), '10.1.2.3 there');
    assert.equal(await docker('run', '--rm', '--network', 'none', 'busybox', 'ls', '/sys/class/net'), 'lo');
    assert.equal(await docker('run', '--rm', '--tmpfs', '/scratch', 'busybox', 'sh', '-c', 'grep -c "/scratch tmpfs" /proc/mounts'), '1');
  });

  it('a restart policy brings a container back', async () => {
    await docker('run', '-d', '--name', 'again', '--restart', 'on-failure:2', 'busybox', 'sh', '-c', 'exit 1');
    await until('it gave up', async () => (await docker('inspect', 'again', '--format', '{{.State.Status}} {{.RestartCount}}')) === 'exited 2');
    await docker('rm', 'again');
  });

  it('images are listed, tagged and removed', async () => {
    assert.match(await docker('images', '--format', '{{.Repository}}:{{.Tag}}'), /^busybox:latest$/m);
    await docker('tag', 'busybox', 'mine/box:1');
    assert.equal(await docker('image', 'inspect', 'mine/box:1', '--format', '{{.Os}}'), 'linux');
    assert.match(await docker('rmi', 'mine/box:1'), /Untagged: mine\/box:1/);
    assert.match((await said(['image', 'inspect', 'nosuch'])).err, /[Nn]o such image: nosuch/);
  });

  it('events tell what happened, by kind and time', async () => {
    const since = String(Date.now() / 1_000);
    await docker('run', '--rm', '--name', 'told', 'busybox', 'true');
    const events = (await docker('events', '--since', since, '--until', String(Date.now() / 1_000 + 0.1), '--filter', 'type=container', '--filter', 'container=told', '--format', '{{.Action}}')).split('\n');
    assert.deepEqual(events.filter((action) => ['create', 'start', 'die', 'destroy'].includes(action)), ['create', 'start', 'die', 'destroy']);
    const child = spawn(dockerProgram, ['events', '--filter', 'event=die', '--format', '{{.Actor.Attributes.name}} {{.Actor.Attributes.exitCode}}'], { env: environment() });
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    await until('the death is told', async () => {
      await docker('run', '--rm', '--name', 'dies', 'busybox', 'sh', '-c', 'exit 4').catch(() => {});
      return out.includes('dies 4');
    });
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  });
});
