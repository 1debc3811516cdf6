import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';
import { until } from '../harness/wait.ts';

const missing = ['/usr/bin/ssh-agent', '/usr/bin/ssh-add', '/usr/bin/ssh-keygen'].find((path) => !existsSync(path));

describe(`ssh agents of who builds${missing === undefined ? '' : ` [skipped without ${missing}]`}`, function () {
  if (missing !== undefined) return void it.skip(`are there for commands, which can't be seen without ${missing}: install openssh-client`);
  this.timeout(90_000);
  let platform: Platform;
  let agent: ChildProcess;
  let folder = '';
  let key = '';
  let fingerprint = '';
  before(async () => {
    platform = await startPlatform({ machines: 2 });
    folder = join(platform.first.state, 'context');
    key = join(platform.first.state, 'key');
    const socket = join(platform.first.state, 'agent');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'of a test', '-f', key]);
    fingerprint = execFileSync('ssh-keygen', ['-lf', `${key}.pub`], { encoding: 'utf8' }).split(' ')[1] ?? '';
    agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
    await until('the agent listens', () => existsSync(socket));
    execFileSync('ssh-add', ['-q', key], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'ignore' });
    platform.first.environment.SSH_AUTH_SOCK = socket;
    // The program itself, with all that it is linked to; /lib is a link to /usr/lib.
    const linked = execFileSync('ldd', ['/usr/bin/ssh-add'], { encoding: 'utf8' }).match(/\/\S+(?= \()/g) ?? [];
    for (const file of ['/usr/bin/ssh-add', ...linked]) {
      const to = join(folder, 'root', file.replace(/^(?:\/usr)?/, '/usr'));
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(file, to);
    }
  });
  after(async () => {
    agent?.kill();
    await platform?.[Symbol.asyncDispose]();
  });

  const dockerfile = (mount: string, command: string): string => {
    writeFileSync(join(folder, 'Dockerfile'), `FROM busybox\nCOPY root /\nRUN --mount=type=ssh${mount} ${command}\n`);
    return folder;
  };
  const said = (...words: string[]) => platform.first.said('build', '--no-cache-filter', '0', '--progress', 'plain', ...words);

  it('are there on another node, for as long as a command runs', async () => {
    const { code, err } = await said('--node', 'n2', '--ssh', 'default', '-t', 'with-ssh', dockerfile('', 'ssh-add -l && ssh-add -l && ls -l $SSH_AUTH_SOCK'));
    assert.equal(code, 0, err);
    assert.equal(err.split(fingerprint).length - 1, 2, err);
    assert.match(err, /srw-------.* \/run\/buildkit\/ssh_agent\.0/);
    assert.equal(await platform.first.lading('run', '--rm', 'with-ssh', 'sh', '-c', 'ls /run/buildkit 2>/dev/null; echo none'), 'none\n');
    const second = platform.machines[1];
    assert.deepEqual(readdirSync(join(second?.run ?? '', 'build-files')), []);
    assert.ok(!(await platform.first.lading('build', 'logs', (await newest()).buildId)).includes('ssh-asked'));
  });

  it('may be called something, belong to a user, and hold the keys of a file', async () => {
    const { code, err } = await said('--ssh', `deploy=${key}`, dockerfile(',id=deploy,target=/agent,uid=7,mode=0666,required', 'ls -ln /agent && ssh-add -l'));
    assert.equal(code, 0, err);
    assert.match(err, /srw-rw-rw- +1 7 +0 /);
    assert.ok(err.includes(fingerprint), err);
    await until('the agent of the key is gone', () => !readdirSync('/tmp').some((name) => name.startsWith('lading-ssh-')));
  });

  it('sign, which is what they are for', async () => {
    const command = 'ssh-add -T /key.pub && echo it signs';
    copyFileSync(`${key}.pub`, join(folder, 'root/key.pub'));
    const { code, err } = await said('--ssh', 'default', dockerfile('', command));
    assert.equal(code, 0, err);
    assert.match(err, /#\d+ it signs/);
  });

  it('that were not given are told by their id, where they are required', async () => {
    assert.match((await said(dockerfile(',id=other,required', 'true'))).err, /no ssh agent was given for other: give it by --ssh other/);
    assert.equal((await said(dockerfile(',id=other', 'test -z "$SSH_AUTH_SOCK"'))).code, 0);
    assert.match((await said('--ssh', `x=${folder}/nothing`, folder)).err, /--ssh x=.*\/nothing is not there/);
    assert.match((await platform.first.said('build', '--ssh', '=x', folder)).err, /has no id/);
  });

  it('are given by compose files', async () => {
    dockerfile(',required', 'ssh-add -l');
    const file = writeProject(platform, `name: ssh\nservices:\n  web:\n    build:\n      context: ${folder}\n      ssh: [default]\n      no_cache: true\n`);
    const { code, err } = await platform.first.said('-f', file, 'build');
    assert.equal(code, 0, err);
    assert.ok(err.includes(fingerprint), err);
  });

  const newest = async (): Promise<{ buildId: string }> => {
    const { body } = await platform.first.api<{ items: { buildId: string }[] }>('GET', '/api/v1/builds');
    return body.items[0] ?? assert.fail('no build');
  };
});
