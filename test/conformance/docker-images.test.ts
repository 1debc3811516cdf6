import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerClient, whyNoDocker } from '../harness/docker-client.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

const why = whyNoDocker();
const whyNoSkopeo = spawnSync('skopeo', ['--version']).status === 0 ? undefined : 'without skopeo';

describe(`Docker's own command makes, saves and loads images${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(60_000);
  let platform: Platform;
  let folder: string;
  before(async function () {
    if (why !== undefined) return this.skip();
    platform = await startPlatform({ machines: 1 });
    folder = mkdtempSync('/var/tmp/lading-archives-');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker ${this.currentTest.title}`);
  });
  after(async () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    await platform?.[Symbol.asyncDispose]();
  });
  const { docker, said } = dockerClient(() => platform.first);
  const file = (name: string): string => join(folder, name);
  const idOf = (image: string): Promise<string> => docker('inspect', '--type', 'image', '-f', '{{.Id}}', image);
  const skopeo = (...words: string[]): string => execFileSync('skopeo', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  it('diff tells what a container changed, and nothing of one that changed nothing', async () => {
    await docker('run', '--name', 'idle', '-v', 'mounted:/volume', 'busybox', 'true');
    assert.equal(await docker('diff', 'idle'), '');
    await docker('run', '--name', 'busy', 'busybox', 'sh', '-c', 'echo new > /new; echo more >> /etc/passwd; rm /bin/vi; mkdir -p /deep/er');
    assert.deepEqual((await docker('diff', 'busy')).split('\n').sort(), ['A /deep', 'A /deep/er', 'A /new', 'C /etc', 'C /etc/passwd', 'C /usr', 'C /usr/bin', 'D /usr/bin/vi']);
  });

  it('commit makes an image of it, which has what the container had', async () => {
    const id = await docker('commit', '-a', 'Somebody', '-m', 'why it was made', 'busy', 'busy:1');
    assert.match(id, /^sha256:[0-9a-f]{64}$/);
    assert.equal(await idOf('busy:1'), id);
    assert.equal(await docker('run', '--rm', 'busy:1', 'sh', '-c', 'cat /new; tail -1 /etc/passwd; test -e /bin/vi || echo gone'), 'new\nmore\ngone');
    assert.equal(await docker('inspect', '-f', '{{.Author}} {{len .RootFS.Layers}} {{json .Config.Cmd}}', 'busy:1'), 'Somebody 2 ["sh","-c","echo new > /new; echo more >> /etc/passwd; rm /bin/vi; mkdir -p /deep/er"]');
    const rows = (await docker('history', '--no-trunc', '--format', '{{.CreatedBy}}|{{.Comment}}', 'busy:1')).split('\n');
    assert.match(rows[0] ?? '', /^sh -c echo new .*\|why it was made$/);
  });

  it('commit refuses a name that is none before it makes anything', async () => {
    const before = await docker('images', '-aq');
    assert.match((await said(['commit', 'busy', 'UPPER:1'])).err, /invalid reference format|must be lowercase/);
    assert.equal(await docker('images', '-aq'), before);
  });

  it('commit of a container that runs holds it only as long as that takes', async () => {
    await docker('run', '-d', '--name', 'runs', 'busybox', 'sh', '-c', 'n=0; while true; do n=$((n+1)); echo $n > /now; sleep 0.05; done');
    await docker('commit', 'runs', 'runs:1');
    assert.equal(await docker('inspect', '-f', '{{.State.Status}}', 'runs'), 'running');
    const before = await docker('exec', 'runs', 'cat', '/now');
    assert.notEqual(await docker('exec', 'runs', 'sh', '-c', 'sleep 0.3; cat /now'), before);
    assert.match(await docker('run', '--rm', 'runs:1', 'cat', '/now'), /^\d+$/);
    await docker('commit', '--pause=false', 'runs', 'runs:2');
    await docker('rm', '-f', 'runs');
  });

  it('commit and import change how containers run by instructions, and refuse those that change files', async () => {
    await docker('commit', '--change', 'CMD ["echo", "changed"]', '--change', 'ENV COLOUR=red SIZE="very large"', '--change', 'LABEL a=b', 'busy', 'changed:1');
    assert.equal(await docker('run', '--rm', 'changed:1'), 'changed');
    assert.equal(await docker('run', '--rm', 'changed:1', 'sh', '-c', 'echo $COLOUR $SIZE'), 'red very large');
    assert.match((await said(['commit', '--change', 'RUN make', 'busy', 'changed:2'])).err, /RUN is not a valid change command/);
    assert.match((await said(['commit', '--change', 'CMDD x', 'busy', 'changed:2'])).err, /CMDD/);
    assert.equal(await docker('images', '-q', 'changed:2'), '');
    await docker('export', '-o', file('changed.tar'), 'busy');
    await docker('import', '--change', 'CMD ["cat", "/new"]', '-m', 'by hand', file('changed.tar'), 'changed:3');
    assert.equal(await docker('run', '--rm', 'changed:3'), 'new');
    assert.equal(await docker('history', '--format', '{{.Comment}}', 'changed:3'), 'by hand');
  });

  it('commit of a container that changed nothing adds no layer', async () => {
    await docker('commit', 'idle', 'idle:1');
    assert.equal(await docker('inspect', '-f', '{{len .RootFS.Layers}}', 'idle:1'), '1');
  });

  it('export gives the files of a container, and import makes an image of them', async () => {
    await docker('export', '-o', file('busy.tar'), 'busy');
    const names = execFileSync('tar', ['-tf', file('busy.tar')], { encoding: 'utf8' }).split('\n');
    assert.ok(names.includes('new') && names.includes('etc/passwd') && !names.includes('usr/bin/vi'));
    const id = await docker('import', file('busy.tar'), 'flat:1');
    assert.match(id, /^sha256:[0-9a-f]{64}$/);
    assert.equal(await docker('run', '--rm', 'flat:1', 'cat', '/new'), 'new');
    assert.equal(await docker('inspect', '-f', '{{len .RootFS.Layers}}', 'flat:1'), '1');
  });

  it('import takes a tar from a URL, and says so when there is none', async () => {
    const server = spawn('nsenter', [`--net=${platform.first.netns}`, 'busybox', 'httpd', '-f', '-p', '127.0.0.1:8099', '-h', folder]);
    try {
      await until('the server answers', async () => (await platform.first.inside('curl', '-sI', 'http://127.0.0.1:8099/busy.tar')).code === 0);
      await docker('import', 'http://127.0.0.1:8099/busy.tar', 'fetched:1');
      assert.equal(await docker('run', '--rm', 'fetched:1', 'cat', '/new'), 'new');
      assert.match((await said(['import', 'http://127.0.0.1:8099/no.tar', 'nowhere:1'])).err, /answered 404: give the URL of a tar/);
    } finally {
      server.kill();
    }
    assert.match((await said(['import', 'http://127.0.0.1:8098/busy.tar', 'nowhere:1'])).err, /http:\/\/127\.0\.0\.1:8098\/busy\.tar can't be fetched: .*ECONNREFUSED/);
  });

  it('images are listed by name, by whether they have one, and by what was made before', async () => {
    const listed = async (...filters: string[]): Promise<string[]> => (await docker('images', '--format', '{{.Repository}}:{{.Tag}}', ...filters.flatMap((filter) => ['--filter', filter]))).split('\n').filter((name) => name !== '').sort();
    assert.deepEqual(await listed('reference=run*'), ['runs:1', 'runs:2']);
    assert.deepEqual(await listed('reference=*:2'), ['runs:2']);
    assert.deepEqual(await listed('dangling=true'), []);
    assert.deepEqual(await listed('since=runs:1', 'reference=runs'), ['runs:2']);
    assert.deepEqual(await listed('before=runs:2', 'reference=runs'), ['runs:1']);
  });

  it('save writes several images with all their names, and load brings them back as they were', async () => {
    await docker('tag', 'busy:1', 'busy:again');
    const before = await Promise.all(['busy:1', 'busybox', 'flat:1'].map(idOf));
    await docker('save', '-o', file('all.tar'), 'busy', 'busybox', 'flat:1');
    const manifest = JSON.parse(execFileSync('tar', ['-xOf', file('all.tar'), 'manifest.json'], { encoding: 'utf8' })) as { RepoTags: string[] }[];
    assert.deepEqual(manifest.map(({ RepoTags }) => RepoTags.toSorted()).sort(), [['busy:1', 'busy:again'], ['busybox:latest'], ['flat:1']]);
    await docker('rm', 'busy', 'idle');
    await docker('image', 'prune', '-af');
    assert.equal(await docker('images', '-q'), '');
    const loaded = (await docker('load', '-i', file('all.tar'))).split('\n').sort();
    assert.deepEqual(loaded, ['Loaded image: busy:1', 'Loaded image: busy:again', 'Loaded image: busybox:latest', 'Loaded image: flat:1']);
    assert.deepEqual(await Promise.all(['busy:again', 'busybox', 'flat:1'].map(idOf)), before);
    assert.equal(await docker('run', '--rm', 'busy:1', 'cat', '/new'), 'new');
  });

  it('save of the same image gives the same bytes, and one by its id has no name', async () => {
    await docker('save', '-o', file('once.tar'), 'busybox');
    await docker('save', '-o', file('twice.tar'), 'busybox');
    assert.deepEqual(readFileSync(file('once.tar')), readFileSync(file('twice.tar')));
    await docker('save', '-o', file('nameless.tar'), await idOf('busybox'));
    assert.equal((JSON.parse(execFileSync('tar', ['-xOf', file('nameless.tar'), 'manifest.json'], { encoding: 'utf8' })) as { RepoTags: string[] | null }[])[0]?.RepoTags, null);
    assert.match(await docker('load', '-i', file('nameless.tar')), /^Loaded image ID: sha256:[0-9a-f]{64}$/);
    assert.match((await said(['save', '-o', file('none.tar'), 'nosuchimage'])).err, /No such image: nosuchimage/);
  });

  describe(`skopeo${whyNoSkopeo === undefined ? '' : ` [skipped ${whyNoSkopeo}]`}`, () => {
    before(function () {
      if (whyNoSkopeo !== undefined) this.skip();
    });

    it('reads what is saved as an archive of Docker, and as an OCI layout, with the same layers', async () => {
      type Inspected = { Digest: string; Layers: string[] };
      const asDocker = JSON.parse(skopeo('inspect', `docker-archive:${file('all.tar')}:busy:1`)) as Inspected;
      assert.equal(asDocker.Layers.length, 2);
      const asOci = JSON.parse(skopeo('inspect', `oci-archive:${file('once.tar')}:latest`)) as Inspected;
      assert.match(asOci.Digest, /^sha256:/);
      skopeo('copy', `docker-archive:${file('all.tar')}:busy:1`, `docker-archive:${file('skopeo-docker.tar')}:fromskopeo:1`);
      skopeo('copy', `oci-archive:${file('once.tar')}:latest`, `oci-archive:${file('skopeo-oci.tar')}:docker.io/library/fromskopeo:2`);
    });

    it('writes archives of both kinds that load takes', async () => {
      assert.equal(await docker('load', '-i', file('skopeo-docker.tar')), 'Loaded image: fromskopeo:1');
      assert.equal(await docker('load', '-i', file('skopeo-oci.tar')), 'Loaded image: fromskopeo:2');
      assert.equal(await docker('run', '--rm', 'fromskopeo:1', 'cat', '/new'), 'new');
      assert.equal(await docker('run', '--rm', 'fromskopeo:2', 'echo', 'here'), 'here');
    });
  });

  it('lading has the same commands', async () => {
    const { first } = platform;
    await first.lading('run', '--name', 'made', 'busybox', 'sh', '-c', 'echo by-lading > /made');
    assert.match(await first.lading('commit', '-m', 'for a test', 'made', 'made:1'), /^sha256:[0-9a-f]{64}\n$/);
    assert.match(await first.lading('history', 'made:1'), /^IMAGE.*\n[0-9a-f]{12} .*for a test$/m);
    await first.lading('export', '-o', file('made.tar'), 'made');
    await first.lading('save', '-o', file('made-image.tar'), 'made:1');
    await first.lading('rm', 'made');
    assert.match(await first.lading('rmi', 'made:1'), /^Untagged: made:1\nDeleted: sha256:/);
    assert.equal(await first.lading('load', '-i', file('made-image.tar')), 'Loaded image: made:1\n');
    assert.equal(await first.lading('run', '--rm', 'made:1', 'cat', '/made'), 'by-lading\n');
    assert.match(await first.lading('import', file('made.tar'), 'made-flat:1'), /^sha256:/);
    assert.match(await first.lading('images'), /^made-flat +1 /m);
    assert.match(await first.lading('image', 'inspect', '-f', '{{.Os}}', 'made-flat:1'), /^linux\n$/);
    writeFileSync(file('no-archive'), 'this is no archive');
    const { code, err } = await first.said('load', '-i', file('no-archive'));
    assert.deepEqual([code, /is it an image|no tar|Unexpected/.test(err)], [1, true], err);
    assert.equal(statSync(file('made-image.tar')).size > 1_000_000, true);
  });
});
