import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

const cli = resolve(import.meta.dirname, '../../tools/cli/main.ts');

describe('images that are built', function () {
  this.timeout(90_000);
  let platform: Platform;
  let folder = '';
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    folder = join(platform.first.state, 'context');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`build ${this.currentTest.title}`);
    rmSync(folder, { recursive: true, force: true });
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const files = (all: Readonly<Record<string, string>>): string => {
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };
  const lading = (...words: string[]): Promise<string> => platform.first.lading(...words);
  const said = (...words: string[]) => platform.first.said(...words);
  const run = async (...words: string[]): Promise<string> => (await lading('run', '--rm', ...words)).trim();
  /** Everything that a build may leave on the machine while it goes on. */
  const working = (): string[] => {
    const { run: at, state, cgroup } = platform.first;
    const inFolder = (path: string): string[] => (existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : []);
    return [
      ...inFolder(join(at, 'b/c')), ...inFolder(join(at, 'build-files')), ...inFolder(join(state, 'builds/work')), ...inFolder(join(state, 'rootfs')).filter((path) => path.includes('/build-')),
      ...inFolder(join(at, 'netns')), ...inFolder(`/sys/fs/cgroup/pids${cgroup}/builds`).filter((path) => /[0-9a-f]{64}$/.test(path)),
    ];
  };
  type Shown = { buildId: string; state: string; message: string; steps: { name: string; state: string }[] };
  const builds = async (): Promise<Shown[]> => (await platform.first.api<{ items: Shown[] }>('GET', '/api/v1/builds')).body.items;

  it('show each step, and print the id of the image', async () => {
    files({ Dockerfile: 'FROM busybox\nRUN echo made > /made && echo written\nCOPY f /f\nCMD cat /made /f\n', f: 'file' });
    const { code, out, err } = await said('build', '-t', 'shown', '--iidfile', join(platform.first.state, 'iid'), folder);
    assert.equal(code, 0, err);
    assert.match(out, /^sha256:[0-9a-f]{64}\n$/);
    assert.equal(readFileSync(join(platform.first.state, 'iid'), 'utf8'), out.trim());
    assert.match(err, /\n#1 \[1\/3\] FROM busybox\n#1 DONE \d+\.\ds\n\n#2 \[2\/3\] RUN echo made > \/made && echo written\n#2 written\n#2 DONE \d+\.\ds\n\n#3 \[3\/3\] COPY f \/f\n#3 DONE/);
    assert.equal(await run('shown'), 'made\nfile');
    assert.match((await said('build', folder)).err, /#2 CACHED\n\n#3 \[3\/3\] COPY f \/f\n#3 CACHED/);
    const lines = (await lading('build', '--progress', 'json', folder)).trim().split('\n').map((line) => JSON.parse(line) as { type: string });
    assert.deepEqual([lines[0]?.type, lines.at(-1)?.type], ['begun', 'ended']);
    assert.equal((await said('build', '-q', folder)).err, '');
  });

  it('are told of afterwards, with what they said', async () => {
    files({ Dockerfile: 'FROM busybox\nRUN echo to be kept\n' });
    platform.first.environment.LADING_REASON = 'to see it';
    await lading('build', '-t', 'told', folder);
    delete platform.first.environment.LADING_REASON;
    assert.match(await lading('build', 'history', '-n', '1'), /^[0-9a-f-]{12} +told:latest +done +\S.* +0\/2 cached +[0-9a-f]{12} +n1 +uid:0 +to see it$/m);
    const [newest] = await builds();
    assert.deepEqual(newest?.steps.map(({ name, state }) => [name, state]), [['[1/2] FROM busybox', 'done'], ['[2/2] RUN echo to be kept', 'done']]);
    assert.match(await lading('build', 'logs', newest?.buildId.slice(0, 12) ?? ''), /#2 to be kept\n/);
  });

  it('that fail say where in the Dockerfile, what was written, and the exit code', async () => {
    files({ Dockerfile: 'FROM busybox\n\nRUN true\nRUN echo output of it; \\\n    exit 3\nRUN true\n' });
    const { code, err } = await said('build', folder);
    assert.equal(code, 1);
    assert.match(err, /#3 output of it\n/);
    assert.match(err, /\nDockerfile:4\n +1 \| FROM busybox\n +2 \|\n +3 \| RUN true\n>>> 4 \| RUN echo output of it; \\\n>>> 5 \|     exit 3\n +6 \| RUN true\n(?: +7 \|\n)?error: The command '.*' returned a non-zero code: 3\n$/s);
    assert.match((await said('build', '-q', folder)).err, /^------\noutput of it\n------\nDockerfile:4\n/);
    const [newest] = await builds();
    assert.deepEqual([newest?.state, newest?.steps.at(-1)?.state], ['failed', 'failed']);
  });

  it('may use secrets, which are nowhere afterwards', async () => {
    files({ Dockerfile: 'FROM busybox\nRUN --mount=type=secret,id=token --mount=type=secret,id=env,env=FROM_ENV test "$(wc -c < /run/secrets/token)" = 8 && test ${#FROM_ENV} = 9 && stat -c %a /run/secrets/token | grep 400\n', 'secret.txt': 'hushed-1' });
    platform.first.environment.MY_SECRET = 'hushed-22';
    await lading('build', '-t', 'secret', '--secret', `id=token,src=${join(folder, 'secret.txt')}`, '--secret', 'id=env,env=MY_SECRET', folder);
    delete platform.first.environment.MY_SECRET;
    rmSync(join(folder, 'secret.txt'));
    const found = await platform.first.inside('grep', '-rl', 'hushed',  platform.first.state, platform.first.run);
    assert.equal(found.out, '');
    assert.match((await said('build', '--no-cache', folder)).err, /error: The command/);
    files({ Dockerfile: 'FROM busybox\nRUN --mount=type=secret,id=token,required true\n' });
    assert.match((await said('build', folder)).err, /secret token was not given: give it by --secret id=token,src=FILE/);
  });

  it('take named contexts, Dockerfiles from elsewhere, and from standard input', async () => {
    files({ 'main/f': 'main', 'other/g': 'other', Dockerfile: 'FROM busybox\nCOPY f /f\nCOPY --from=more g /g\nCMD cat /f /g\n' });
    await lading('build', '-t', 'named', '-f', join(folder, 'Dockerfile'), '--build-context', `more=${join(folder, 'other')}`, join(folder, 'main'));
    assert.equal(await run('named'), 'mainother');
    const child = spawn('nsenter', [`--net=${platform.first.netns}`, process.execPath, '--disable-warning=ExperimentalWarning', cli, 'build', '-q', '-'], { env: platform.first.environment });
    child.stdin.end('FROM busybox\nRUN true\n');
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    await once(child, 'close');
    assert.match(out, /^sha256:[0-9a-f]{64}\n$/);
  });

  it('may stand on a folder, or be the files of one', async () => {
    files({ 'rootfs/bin/tool': '', 'rootfs/etc/made': 'rooted', Dockerfile: 'FROM base\nCOPY --from=busybox /bin /bin\nCMD ["cat", "/etc/made"]\n' });
    await lading('build', '-t', 'rooted', '--build-context', `base=${join(folder, 'rootfs')}`, folder);
    assert.equal(await run('rooted'), 'rooted');
  });

  it('take contexts, files and repositories from elsewhere, as they are expected to be', async () => {
    const web = join(folder, 'web');
    files({ 'web/tool.txt': 'from the web', 'web/repo/src/f': 'from git', 'web/repo/src/Dockerfile': 'FROM busybox\nCOPY f /f\nCMD cat /f\n', 'web/context/Dockerfile': 'FROM busybox\nCOPY g /g\nCMD cat /g\n', 'web/context/g': 'from an archive' });
    const git = (...words: string[]) => spawnSync('git', ['-c', 'user.name=n', '-c', 'user.email=e', ...words], { cwd: join(web, 'repo') });
    for (const words of [['init', '-qb', 'main'], ['add', '.'], ['commit', '-qm', 'first'], ['tag', 'v1']]) git(...words);
    spawnSync('tar', ['-C', join(web, 'context'), '-czf', join(web, 'context.tar.gz'), '.']);
    spawnSync('chmod', ['-R', 'a+rX', web]);
    const servers = [['busybox', 'httpd', '-f', '-p', '127.0.0.1:8099', '-h', web], ['/usr/lib/git-core/git-daemon', '--listen=127.0.0.1', '--port=9418', `--base-path=${web}`, '--export-all', '--reuseaddr']].map((words) => spawn('nsenter', [`--net=${platform.first.netns}`, ...words], { stdio: 'ignore', env: { ...process.env, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' } }));
    try {
      await until('both serve', async () => (await platform.first.inside('bash', '-c', 'exec 3<>/dev/tcp/127.0.0.1/8099 4<>/dev/tcp/127.0.0.1/9418')).code === 0);
      const sum = createHash('sha256').update('from the web').digest('hex');
      const text = (checksum: string): string => `FROM busybox\nADD --checksum=sha256:${checksum} http://127.0.0.1:8099/tool.txt /opt/\nADD --chmod=755 http://127.0.0.1:8099/context.tar.gz /opt/\nADD git://127.0.0.1/repo#v1:src /repo\nCMD cat /opt/tool.txt /repo/f; ls -A /repo; stat -c "%n %a" /opt/*\n`;
      files({ Dockerfile: text(sum) });
      await lading('build', '-t', 'fetched', folder);
      assert.equal(await run('fetched'), 'from the webfrom gitDockerfile\nf\n/opt/context.tar.gz 755\n/opt/tool.txt 600');
      files({ Dockerfile: text('0'.repeat(64)) });
      assert.match((await said('build', folder)).err, /ADD failed: http:\/\/127\.0\.0\.1:8099\/tool\.txt is sha256:.*, not sha256:0000/);
      await lading('build', '-t', 'of-git', 'git://127.0.0.1/repo#main:src');
      assert.equal(await run('of-git'), 'from git');
      await lading('build', '-t', 'of-archive', 'http://127.0.0.1:8099/context.tar.gz');
      assert.equal(await run('of-archive'), 'from an archive');
      assert.match((await said('build', 'git://127.0.0.1/repo#nosuch')).err, /error: git fetch: .*nosuch/);
      assert.match((await said('build', 'http://127.0.0.1:8099/nothing')).err, /answered 404/);
    } finally {
      for (const server of servers) server.kill('SIGKILL');
    }
  });

  it('do with the machine only what who builds allows', async () => {
    files({ Dockerfile: 'FROM busybox\nRUN --network=host ls /sys/class/net > /net\nCMD cat /net\n' });
    assert.match((await said('build', folder)).err, /build with --allow network\.host/);
    await lading('build', '-t', 'allowed', '--allow', 'network.host', folder);
    assert.match(await run('allowed'), /^eth0$/m);
    files({ Dockerfile: 'FROM busybox\nRUN --security=insecure true\n' });
    assert.match((await said('build', folder)).err, /build with --allow security\.insecure/);
  });

  it('of a project are built when they are missing or asked for, and what stands on them is made anew', async () => {
    files({
      'base/Dockerfile': 'FROM busybox\nARG WHAT\nRUN --mount=type=secret,id=token test -s /run/secrets/token && echo $WHAT > /what\n',
      'web/Dockerfile': 'FROM base\nCOPY f /f\nCMD cat /what /f; sleep 1000\n', 'web/f': 'one', token: 'top',
      'compose.yaml': 'name: built\nservices:\n  base:\n    build: {context: base, args: {WHAT: "$WHAT"}, secrets: [token]}\n    scale: 0\n  web:\n    build: {context: web, additional_contexts: {base: "service:base"}, tags: ["also:1"]}\n    stop_grace_period: 0s\nsecrets:\n  token: {file: ./token}\n',
    });
    platform.first.environment.WHAT = 'argued';
    const file = join(folder, 'compose.yaml');
    const wrote = async (): Promise<string> => (await lading('-p', 'built', 'logs', 'web')).replaceAll(/^web-\d+ \| /gm, '').trim();
    const upped = async (...words: string[]): Promise<string> => (await said('-f', file, 'up', '-d', ...words)).err;
    assert.match(await lading('-f', file, 'plan'), /^image built-base: build \(missing\)\nimage built-web: build \(missing\)\n/);
    assert.match((await said('-f', file, 'up', '-d', '--no-build')).err, /built-base, built-web have to be built first/);
    assert.match(await upped(), /service web: wait until started/);
    await until('it wrote', async () => (await wrote()) === 'argued\none');
    assert.match(await upped(), /built is as the file says: nothing to do\n$/);
    assert.match(await upped('--build'), /built is as the file says: nothing to do\n$/);
    files({ 'web/f': 'two' });
    assert.match(await upped('--build'), /✔ service web: recreate with 1 replica/);
    await until('the new one wrote', async () => (await wrote()).endsWith('argued\ntwo'));
    assert.match(await lading('image', 'ls'), /^also +1 /m);
    assert.match((await said('-f', file, 'build', '--no-cache', 'base')).err, /built-base of service base:\n#1 /);
    assert.match((await said('-f', file, 'build', 'nothing')).err, /project built has no service nothing: it has base, web/);
    await lading('-p', 'built', 'down');
    delete platform.first.environment.WHAT;
  });

  it('of one context at the same time are all done, and leave nothing', async () => {
    files({ Dockerfile: 'FROM busybox\nRUN --mount=type=cache,target=/c echo x >> /c/x && head -c 1000000 /dev/urandom > /random\nCOPY f /f\n', f: 'same' });
    const all = await Promise.all(['one', 'two', 'three'].map((name) => said('build', '-t', `same-${name}`, folder)));
    assert.deepEqual(all.map(({ code }) => code), [0, 0, 0], all.map(({ err }) => err).join('\n'));
    for (const name of ['one', 'two', 'three']) assert.equal(await run(`same-${name}`, 'sh', '-c', 'stat -c %s /random; cat /f'), '1000000\nsame');
    await until('nothing is left of them', () => working().length === 0);
    assert.match((await said('build', folder)).err, /#2 CACHED/);
  });

  it('end with Ctrl-C, and leave nothing', async () => {
    files({ Dockerfile: 'FROM busybox AS a\nRUN echo begun && sleep 1000\nFROM busybox\nRUN --mount=type=cache,target=/c sleep 1000\nCOPY --from=a / /\n' });
    const child = spawn('nsenter', [`--net=${platform.first.netns}`, process.execPath, '--disable-warning=ExperimentalWarning', cli, 'build', folder], { env: platform.first.environment });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    await until('both commands run', () => err.includes(' begun\n') && readdirSync(join(platform.first.run, 'b/c')).length === 2);
    const [code] = await Promise.all([once(child, 'close').then(([ended]) => ended as number), child.kill('SIGINT')]);
    assert.equal(code, 130);
    await until('nothing is left of it', () => working().length === 0);
    const [newest] = await until('the platform knows', async () => (await builds())[0]?.state === 'cancelled' && builds());
    assert.equal(newest?.message, 'whoever asked for the build has gone');
  });

  it('stay within the memory that the daemon is to have, however much they bring and write', async () => {
    files({ Dockerfile: 'FROM busybox\nCOPY large /large\nRUN cp /large /copy && yes | head -c 60000000\n' });
    truncateSync(join(files({ large: '' }), 'large'), 600 * 2 ** 20);
    const { code, err } = await said('build', '--progress', 'plain', folder);
    assert.equal(code, 0, err.slice(-1_000));
    assert.match(err.slice(-1_000), /#3 \(more output was not kept\)\n#3 DONE/);
    const pid = Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8'));
    const peakKb = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    assert.ok(peakKb < 300 * 1_024, `${Math.round(peakKb / 1_024)} MB at its peak`);
  });

  it('that their agent was killed over are lost, leave nothing, and can be built again', async () => {
    files({ Dockerfile: 'FROM busybox\nRUN echo first > /first\nRUN echo begun; test -f /context/stop || exit 0; sleep 1000\n'.replace('RUN echo begun', 'RUN --mount=target=/context echo begun'), stop: '' });
    const asked = said('build', '-t', 'again', folder);
    await until('the command runs', () => readdirSync(join(platform.first.run, 'b/c')).length === 1);
    const pid = Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    assert.notEqual((await asked).code, 0);
    await until('it is gone', () => !existsSync(`/proc/${pid}`));
    await platform.first.start(['daemon']);
    await until('nothing is left of it', () => working().length === 0);
    await until('the platform knows', async () => (await builds())[0]?.state === 'lost', 40_000);
    rmSync(join(folder, 'stop'));
    files({ go: '' });
    await lading('build', '-t', 'again', folder);
    assert.equal(await run('again', 'cat', '/first'), 'first');
  });
});
