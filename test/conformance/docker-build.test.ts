import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dockerClient, whyNoDocker } from '../harness/docker-client.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

const why = whyNoDocker();

describe("Docker's own command builds with Lading", function () {
  this.timeout(60_000);
  let platform: Platform;
  let folder = '';
  before(async function () {
    if (why !== undefined) return this.skip();
    platform = await startPlatform({ machines: 1 });
  });
  beforeEach(() => void (folder = mkdtempSync('/var/tmp/lading-context-')));
  afterEach(async function () {
    rmSync(folder, { recursive: true, force: true });
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker build ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const { docker, said } = dockerClient(() => platform.first, { DOCKER_BUILDKIT: '0' });
  const files = (all: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };

  it('FROM, RUN and COPY make an image that runs', async () => {
    files({ Dockerfile: 'FROM busybox\nWORKDIR /app\nRUN echo made > made && echo said\nCOPY hello .\nCMD ["cat", "made", "hello"]\n', hello: 'hello\n' });
    const out = await docker('build', '-t', 'first', folder);
    assert.match(out, /^Step 1\/5 : FROM busybox\n ---> [0-9a-f]{12}\nStep 2\/5 : WORKDIR \/app\n ---> [0-9a-f]{12}\nStep 3\/5 : RUN echo made > made && echo said\n ---> Running in [0-9a-f]{12}\nsaid\n ---> [0-9a-f]{12}\nStep 4\/5 : COPY hello \.\n/m);
    assert.match(out, /\nSuccessfully built [0-9a-f]{12}\nSuccessfully tagged first:latest$/);
    assert.equal(await docker('run', '--rm', 'first'), 'made\nhello');
  });

  const ran = (...words: string[]): Promise<string> => docker('run', '--rm', ...words);
  const built = async (text: string, more: Readonly<Record<string, string>> = {}, ...options: string[]): Promise<string> => {
    files({ Dockerfile: text, ...more });
    return docker('build', '-t', 'built', ...options, folder);
  };
  const refused = async (text: string, ...options: string[]): Promise<{ code: number; out: string; err: string }> => {
    files({ Dockerfile: text });
    const answer = await said(['build', ...options, folder]);
    assert.notEqual(answer.code, 0);
    return answer;
  };

  it('without a change nothing runs again, and the image is the same', async () => {
    const text = 'FROM busybox\nRUN head -c 8 /dev/urandom | od -An -tx1 > /now\nCOPY f /f\nENV A=b\nRUN cat /f /now > /both\nCMD ["cat", "/both"]\n';
    await built(text, { f: 'one' });
    const [id, now] = [await docker('inspect', 'built', '--format', '{{.Id}}'), await ran('built')];
    const again = await built(text);
    assert.equal(again.match(/---> Using cache/g)?.length, 3);
    assert.doesNotMatch(again, /Running in/);
    assert.equal(await docker('inspect', 'built', '--format', '{{.Id}}'), id);
    const changed = await built(text, { f: 'two' });
    assert.equal(changed.match(/---> Using cache/g)?.length, 1);
    assert.equal(await ran('built'), now.replace('one', 'two'));
    assert.doesNotMatch(await built(text, {}, '--no-cache'), /Using cache/);
    assert.notEqual(await ran('built'), now.replace('one', 'two'));
  });

  it('stages are made as far as they are needed, and give their files', async () => {
    const text = 'FROM busybox AS base\nRUN mkdir /out && echo base > /out/base && chown 5:6 /out/base\nFROM base AS unused\nRUN exit 1\nFROM busybox AS other\nRUN echo other > /other\nFROM scratch AS last\nCOPY --from=base /out /out\nCOPY --from=2 /other /out/\nCOPY --from=busybox /bin /bin\nENTRYPOINT ["/bin/sh", "-c"]\n';
    await built(text);
    assert.equal(await ran('built', 'cat /out/*; stat -c %u:%g /out/base /out/other'), 'base\nother\n5:6\n0:0');
    await built(text, {}, '--target', 'base');
    assert.equal(await ran('built', 'cat', '/out/base'), 'base');
    const again = await built(text);
    assert.equal(again.match(/---> Using cache/g)?.length, 5);
    assert.match((await refused(text, '--target', 'nothing')).err, /there is no stage "nothing"/);
  });

  it('arguments, environment and configuration end up where they belong', async () => {
    const text = [
      'ARG TAG=latest', 'FROM busybox:$TAG', 'ARG WHO=nobody', 'ENV GREETING="hello $WHO" HOME=/tmp', 'LABEL a=b "c d"=e', 'EXPOSE 80 53/udp', 'VOLUME /data', 'USER 1000:1000', 'WORKDIR /place', 'WORKDIR sub',
      'STOPSIGNAL SIGINT', 'HEALTHCHECK --interval=5s CMD true', 'SHELL ["/bin/sh", "-ec"]', 'RUN echo "$GREETING $(id -u) $PWD" > /tmp/said', 'ENTRYPOINT ["cat"]', 'CMD ["/tmp/said"]', '',
    ].join('\n');
    await built(text, {}, '--build-arg', 'WHO=you', '--label', 'more=1');
    assert.equal(await ran('built'), 'hello you 1000 /place/sub');
    assert.deepEqual(JSON.parse(await docker('inspect', 'built', '--format', '{{json .Config}}')), {
      User: '1000:1000', ExposedPorts: { '80/tcp': {}, '53/udp': {} }, Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'GREETING=hello you', 'HOME=/tmp'], Entrypoint: ['cat'], Cmd: ['/tmp/said'],
      Volumes: { '/data': {} }, WorkingDir: '/place/sub', Labels: { a: 'b', 'c d': 'e', more: '1' }, StopSignal: 'SIGINT', Healthcheck: { Test: ['CMD-SHELL', 'true'], Interval: 5_000_000_000 }, ArgsEscaped: true, Shell: ['/bin/sh', '-ec'],
    });
    assert.match(await docker('history', '--no-trunc', '--format', '{{.CreatedBy}}', 'built'), /^CMD \["\/tmp\/said"\]\nENTRYPOINT \["cat"\]\nRUN \|1 WHO=you \/bin\/sh -ec echo/);
  });

  it('heredocs are scripts and files', async () => {
    await built('FROM busybox\nRUN <<EOF\necho one > /one\necho two > /two\nEOF\nRUN <<EOF\n#!/bin/cat\nthe script\nEOF\nCOPY <<a.txt <<"b.txt" /\nname: $PATH\na.txt\nname: $PATH\nb.txt\nCMD cat /one /two /a.txt /b.txt\n');
    assert.equal(await ran('built'), 'one\ntwo\nname: /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\nname: $PATH');
  });

  it('mounts are there while a command runs, and leave nothing', async () => {
    const text = [
      'FROM busybox AS stage', 'RUN echo staged > /staged', 'FROM busybox',
      'RUN --mount=type=cache,target=/cache,uid=3,mode=700 stat -c "%u %a" /cache > /first && echo kept >> /cache/f',
      'RUN --mount=type=cache,target=/cache --mount=target=/context --mount=from=stage,source=/staged,target=/staged --mount=type=tmpfs,target=/tmp/fs cat /cache/f /context/f /staged > /all && mount | grep -c " /tmp/fs "',
      'RUN --mount=target=/context,rw echo changed > /context/f && cat /context/f >> /all',
      'RUN --mount=target=/context ! echo x > /context/f 2>/dev/null && cat /context/f >> /all', 'CMD cat /first /all; ls -d /context /cache /staged /tmp/fs; true', '',
    ].join('\n');
    await built(text, { f: 'context\n' });
    const { out } = await said(['run', '--rm', 'built']);
    assert.equal(out, '3 700\nkept\ncontext\nstaged\nchanged\ncontext\n');
    await built(text.replace('staged > /staged', 'staged anew > /staged'));
    assert.equal((await said(['run', '--rm', 'built'])).out, '3 700\nkept\ncontext\nstaged anew\nchanged\ncontext\n');
  });

  it('ADD unpacks archives, COPY does not', async () => {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in/f'), 'packed');
    spawnSync('tar', ['-C', folder, '-cJf', join(folder, 'a.tar.xz'), 'in']);
    rmSync(join(folder, 'in'), { recursive: true });
    await built('FROM busybox\nADD a.tar.xz /added/\nCOPY a.tar.xz /copied/\nADD --chown=1:2 --chmod=600 f /added/\nCMD cat /added/in/f; ls /copied; stat -c "%u:%g %a" /added/f\n', { f: '' });
    assert.equal(await ran('built'), 'packeda.tar.xz\n1:2 600');
  });

  it('.dockerignore leaves files out, and Dockerfiles lie anywhere', async () => {
    await built('FROM busybox\nRUN exit 1\n', { '.dockerignore': '*\n!src\nsrc/*.tmp\n', 'src/a': 'a', 'src/b.tmp': 'b', other: 'x', 'docker/Dockerfile.web': 'FROM busybox\nCOPY . /all\nCMD find /all -type f\n' }, '-f', join(folder, 'docker/Dockerfile.web'));
    assert.equal(await ran('built'), '/all/src/a');
    assert.equal((await said(['build', '-q', '-'], 'FROM busybox\nRUN true\n')).out.trim().slice(0, 7), 'sha256:');
  });

  it('what fails says where and why, with the exit code', async () => {
    const failed = await refused('FROM busybox\nRUN echo before; exit 7\n');
    assert.equal(failed.code, 7);
    assert.match(failed.out, /\nbefore\n/);
    assert.match(failed.err, /The command '\/bin\/sh -c echo before; exit 7' returned a non-zero code: 7/);
    assert.match((await refused('FROM busybox\nCOPY nothing /\n')).err, /COPY failed: file not found in build context or excluded by \.dockerignore: stat nothing: file does not exist/);
    assert.match((await refused('FROM busybox\nRNU x\n')).err, /RNU/);
    assert.match((await refused('FROM nosuchimage\n')).err, /nosuchimage/);
    assert.match((await refused('FROM busybox\nUSER nobody-there\nRUN true\n')).err, /unable to find user nobody-there/);
    assert.match((await said(['build', '-f', 'missing', folder])).err, /missing/);
  });

  it('commands have a network, or none', async () => {
    const text = 'FROM busybox\nRUN ls /sys/class/net > /with; cat /etc/resolv.conf /etc/hosts > /etc/kept\nRUN --network=none ls /sys/class/net > /without\nCMD cat /with /without; cat /etc/kept; ls -l /etc/hosts\n';
    await built(text);
    const { out } = await said(['run', '--rm', '--network', 'none', 'built']);
    assert.match(out, /^eth0\nlo\nlo\nnameserver 127\.0\.0\.11\n/);
    await built('FROM busybox\nRUN ls /sys/class/net > /with\nCMD cat /with\n', {}, '--network', 'none');
    assert.equal(await ran('built'), 'lo');
  });

  it('triggers of a base are carried out by who stands on it', async () => {
    await built('FROM busybox\nONBUILD COPY f /f\nONBUILD RUN cat /f > /copied\n', { f: 'triggered' });
    await docker('tag', 'built', 'base-with-triggers');
    await built('FROM base-with-triggers\nCMD cat /copied\n');
    assert.equal(await ran('built'), 'triggered');
  });

  it('labels, several names and a quiet answer', async () => {
    files({ Dockerfile: 'FROM busybox\nRUN true\n' });
    const id = await docker('build', '-q', '-t', 'one', '-t', 'two:2', '--label', 'x=y', folder);
    assert.match(id, /^sha256:[0-9a-f]{64}$/);
    assert.deepEqual(await Promise.all(['one', 'two:2'].map((name) => docker('inspect', name, '--format', '{{.Id}} {{index .Config.Labels "x"}}'))), [`${id} y`, `${id} y`]);
  });
});
