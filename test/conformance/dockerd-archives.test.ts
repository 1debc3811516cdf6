import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openDockerd, whyNoDockerd, type Dockerd } from '../harness/dockerd.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

const why = whyNoDockerd();

describe(`dockerd and Lading take each other's images${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(120_000);
  let platform: Platform;
  let dockerd: Dockerd;
  before(async function () {
    if (why !== undefined) return this.skip();
    platform = await startPlatform({ machines: 1 });
    dockerd = await openDockerd(platform.first);
    await platform.first.lading('run', '--name', 'made', 'busybox', 'sh', '-c', 'echo ours > /new; chmod 4755 /new; rm /usr/bin/vi; rm -rf /home; mkdir /home; echo in > /home/in; ln /new /same');
    await platform.first.lading('commit', 'made', 'ours:1');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`dockerd ${this.currentTest.title}`);
  });
  after(async () => {
    await dockerd?.close();
    await platform?.[Symbol.asyncDispose]();
  });

  const file = (name: string): string => join(platform.first.state, name);
  const lading = (...words: string[]): Promise<string> => platform.first.lading(...words);
  const look = 'cat /new; stat -c %a /new; stat -c %h /same; ls /home; test -e /usr/bin/vi || echo gone';
  const expected = ['ours', '4755', '2', 'in', 'gone'].join('\n');

  it('docker load takes what lading save wrote, with the same ids and layers', async () => {
    await lading('save', '-o', file('ours.tar'), 'ours:1', 'busybox');
    assert.deepEqual((await dockerd.docker('load', '-i', file('ours.tar'))).split('\n').sort(), ['Loaded image: busybox:latest', 'Loaded image: ours:1']);
    const format = '{{.Id}} {{json .RootFS.Layers}}';
    assert.equal(await dockerd.docker('image', 'inspect', '-f', format, 'ours:1'), (await lading('image', 'inspect', '-f', format, 'ours:1')).trim());
    assert.equal(await dockerd.docker('run', '--rm', '--network', 'none', 'ours:1', 'sh', '-c', look), expected);
  });

  it('lading load takes what docker save wrote, layers that dockerd made included', async () => {
    await dockerd.docker('run', '--name', 'made', '--network', 'none', 'ours:1', 'sh', '-c', 'echo theirs > /more; rm /home/in');
    await dockerd.docker('commit', 'made', 'theirs:1');
    await dockerd.docker('tag', 'ours:1', 'renamed:1');
    await dockerd.docker('save', '-o', file('theirs.tar'), 'theirs:1', 'renamed:1');
    assert.deepEqual((await lading('load', '-i', file('theirs.tar'))).trim().split('\n').sort(), ['Loaded image: renamed:1', 'Loaded image: theirs:1']);
    assert.equal(await lading('run', '--rm', 'theirs:1', 'sh', '-c', 'cat /more /new; ls /home'), 'theirs\nours\n');
    const ids = await Promise.all(['ours:1', 'renamed:1'].map((name) => lading('image', 'inspect', '-f', '{{.Id}}', name)));
    assert.equal(ids[0], ids[1]);
  });

  it('each imports what the other exported', async () => {
    await lading('export', '-o', file('ours-flat.tar'), 'made');
    await dockerd.docker('import', file('ours-flat.tar'), 'flat:1');
    assert.equal(await dockerd.docker('run', '--rm', '--network', 'none', 'flat:1', 'sh', '-c', look), expected);
    await dockerd.docker('export', '-o', file('theirs-flat.tar'), 'made');
    await lading('import', file('theirs-flat.tar'), 'flat:2');
    assert.equal(await lading('run', '--rm', 'flat:2', 'cat', '/more'), 'theirs\n');
  });
});
