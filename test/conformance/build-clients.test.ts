import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Docker from 'dockerode';
import { startPlatform, type Platform } from '../harness/platform.ts';

type Said = { stream?: string; aux?: { ID: string }; error?: string; errorDetail?: { code?: number; message: string } };

const execute = promisify(execFile);
// Debian's, whose modules another Python of the machine does not have.
const python = spawnSync('/usr/bin/python3', ['-c', 'import docker']).status === 0 ? '/usr/bin/python3' : undefined;
const compose = spawnSync('/usr/bin/docker-compose', ['version'], { encoding: 'utf8' }).stdout?.includes(' 1.') ? '/usr/bin/docker-compose' : undefined;

describe('clients of Docker build with Lading', function () {
  this.timeout(60_000);
  let platform: Platform;
  let folder = '';
  before(async () => {
    platform = await startPlatform({ machines: 1 });
  });
  beforeEach(() => {
    folder = mkdtempSync('/var/tmp/lading-context-');
    writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nARG WHAT=nothing\nRUN echo $WHAT > /made\nCOPY sub/ /sub/\nCMD ["cat", "/made", "/sub/f"]\n');
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/f'), 'file\n');
    writeFileSync(join(folder, 'left-out'), 'x');
    writeFileSync(join(folder, '.dockerignore'), 'left-out\n');
  });
  afterEach(async function () {
    rmSync(folder, { recursive: true, force: true });
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`build by ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());
  const socket = (): string => join(platform.first.run, 'docker.sock');
  const run = async (image: string): Promise<string> => platform.first.lading('run', '--rm', image);

  const built = async (src: string[], options: object): Promise<{ docker: Docker; said: Said[] }> => {
    const docker = new Docker({ socketPath: socket() });
    const stream = await docker.buildImage({ context: folder, src }, options);
    return { docker, said: await new Promise((resolve, reject) => docker.modem.followProgress(stream, (error, all) => (error ? reject(error) : resolve(all)))) };
  };

  it('dockerode, following the progress', async () => {
    const { docker, said } = await built(['Dockerfile', 'sub/f', '.dockerignore'], { t: 'by-dockerode', buildargs: { WHAT: 'dockerode' }, labels: { a: 'b' } });
    const id = said.find(({ aux }) => aux)?.aux?.ID;
    const image = await docker.getImage('by-dockerode').inspect();
    assert.equal(image.Id, id);
    assert.deepEqual(image.Config.Labels, { a: 'b' });
    assert.equal(await run('by-dockerode'), 'dockerode\nfile\n');
  });
  it('dockerode, told of what fails', async () => {
    writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nRUN exit 7\n');
    const { said } = await built(['Dockerfile'], {});
    const message = "The command '/bin/sh -c exit 7' returned a non-zero code: 7";
    assert.deepEqual(said.at(-1), { errorDetail: { code: 7, message }, error: message });
  });
  it(`docker-py${python === undefined ? ' [skipped without python3-docker]' : ''}`, async function () {
    if (python === undefined) return this.skip();
    const program = `
import docker, json, sys
client = docker.DockerClient(base_url='unix://${socket()}')
image, log = client.images.build(path='${folder}', tag='by-python:1', buildargs={'WHAT': 'python'}, rm=True)
print(image.id, any('Step 1/5' in line.get('stream', '') for line in log))
try:
    client.images.build(fileobj=__import__('io').BytesIO(b'FROM busybox\\nRUN exit 9\\n'))
except docker.errors.BuildError as error:
    print(error.msg)
`;
    const { stdout } = await execute(python, ['-c', program]);
    assert.match(stdout, /^sha256:[0-9a-f]{64} True\nThe command '\/bin\/sh -c exit 9' returned a non-zero code: 9\n$/);
    assert.equal(await run('by-python:1'), 'python\nfile\n');
  });
  it(`docker-compose of the first version${compose === undefined ? ' [skipped without it]' : ''}`, async function () {
    if (compose === undefined) return this.skip();
    writeFileSync(join(folder, 'docker-compose.yml'), 'version: "3.9"\nservices:\n  web:\n    build:\n      context: .\n      args: { WHAT: compose }\n      labels: { a: b }\n');
    const { stdout } = await execute(compose, ['-p', 'first', 'build'], { cwd: folder, env: { PATH: process.env.PATH, DOCKER_HOST: `unix://${socket()}`, DOCKER_BUILDKIT: '0', COMPOSE_DOCKER_CLI_BUILD: '0' } });
    assert.match(stdout, /Successfully built [0-9a-f]{12}\nSuccessfully tagged first_web:latest/);
    assert.equal(await run('first_web'), 'compose\nfile\n');
  });
});
