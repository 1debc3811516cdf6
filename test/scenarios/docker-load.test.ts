import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Docker from 'dockerode';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

const clients = 64;
/** Two minutes is what is promised; CI has less to give. */
const seconds = Number(process.env.LADING_LOAD_SECONDS ?? 20);
/** Buffers and compiled code grow for a while on any machine; a leak of one container's worth of state does not stay below this. */
const growthMaxBytes = 160 * 2 ** 20;

describe(`${clients} clients of the Docker API for ${seconds} s (LADING_LOAD_SECONDS)`, function () {
  this.timeout((seconds + 120) * 1_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`load ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  /** Of the daemon's own process, which is all services and the agent. */
  const memory = (): number => {
    const pid = readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8').trim();
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
  };
  const openFiles = (): number => readdirSync(`/proc/${readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8').trim()}/fd`).length;

  const life = async (docker: Docker, name: string): Promise<void> => {
    const container = await docker.createContainer({ name, Image: 'busybox', Cmd: ['sh', '-c', 'echo begun; exec sleep 1000'] });
    await container.start();
    const exec = await container.exec({ Cmd: ['echo', name], AttachStdout: true });
    const said: Buffer[] = [];
    for await (const chunk of await exec.start({})) said.push(Buffer.from(chunk as Buffer));
    assert.equal(Buffer.concat(said).subarray(8).toString(), `${name}\n`);
    assert.equal((await exec.inspect()).ExitCode, 0);
    // A command run beside may be through before the container's own has been given a processor.
    await until('it has written', async () => String(await container.logs({ stdout: true })).includes('begun'));
    assert.equal((await container.inspect()).State.Running, true);
    await container.remove({ force: true });
  };

  it('make, start, exec in, read and remove containers without an error, and leave nothing', async () => {
    const docker = new Docker({ socketPath: join(platform.first.run, 'docker.sock') });
    await Promise.all(Array.from({ length: 8 }, (_, place) => life(docker, `warm-${place}`)));
    const [memoryBefore, filesBefore] = [memory(), openFiles()];
    const end = performance.now() + seconds * 1_000;
    const lives = await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        let count = 0;
        for (; performance.now() < end; count++) await life(docker, `load-${client}-${count}`);
        return count;
      }),
    );
    const total = lives.reduce((sum, count) => sum + count, 0);
    assert.ok(Math.min(...lives) > 0, `every client got through: ${lives.join(' ')}`);
    assert.deepEqual(await docker.listContainers({ all: true }), []);
    await until('connections and files are closed', () => openFiles() <= filesBefore + 8);
    const grown = memory() - memoryBefore;
    assert.ok(grown < growthMaxBytes, `${total} lives took ${Math.round(grown / 2 ** 20)} MiB`);
  });
});
