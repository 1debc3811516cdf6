import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { dockerAnswer, type DockerAnswer } from '../harness/docker-answer.ts';
import { openDockerd, whyNoDockerd, type Dockerd } from '../harness/dockerd.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { mismatches, shapes, type Shape } from './sessions/docker-shapes.ts';

const busybox = resolve(import.meta.dirname, '../../build/images/busybox-latest.tar');
const filters = (value: object): string => encodeURIComponent(JSON.stringify(value));
type Call = readonly [string, string, Shape, object?];

/** Calls in order, with the shape that each answer has. Those on networks of its own only where the engine has some. */
const calls: readonly Call[] = [
  ['GET', '/version', shapes.version],
  ['GET', '/info', shapes.info],
  ['GET', '/images/json', [shapes.image]],
  ['GET', '/images/json?all=1&digests=1', [shapes.image]],
  ['GET', `/images/json?filters=${filters({ reference: ['busybox'] })}`, [shapes.image]],
  ['GET', '/images/busybox/json', shapes.imageInspect],
  ['GET', '/images/busybox/history', shapes.history],
  ['GET', '/images/nosuch/json', shapes.error],
  ['POST', '/volumes/create', shapes.volume, { Name: 'data', Labels: { a: 'b' } }],
  ['POST', '/volumes/create', shapes.volume, {}],
  ['GET', '/volumes', shapes.volumes],
  ['GET', `/volumes?filters=${filters({ name: ['data'] })}`, shapes.volumes],
  ['GET', '/volumes/data', shapes.volume],
  ['GET', '/volumes/nosuch', shapes.error],
  ['POST', '/networks/create', shapes.networkCreated, { Name: 'net', IPAM: { Config: [{ Subnet: '10.94.0.0/16' }] } }],
  ['GET', '/networks', [shapes.network]],
  ['GET', '/networks/net', shapes.networkInspect],
  ['GET', '/networks/none', shapes.networkInspect],
  ['GET', '/networks/nosuch', shapes.error],
  ['POST', '/networks/create', shapes.error, { Name: 'net' }],
  ['POST', '/containers/create?name=box', shapes.created, { Image: 'busybox', Cmd: ['sh', '-c', 'echo begun; exec sleep 1000'], HostConfig: { NetworkMode: 'none', Binds: ['data:/data'], Memory: 2 ** 26 } }],
  ['POST', '/containers/create?name=box', shapes.error, { Image: 'busybox' }],
  ['POST', '/containers/create', shapes.error, { Image: 'nosuch' }],
  ['POST', '/containers/create', shapes.error, {}],
  ['GET', '/containers/box/json', shapes.container],
  ['POST', '/containers/box/start', 'none'],
  ['GET', '/containers/box/json', shapes.container],
  ['GET', '/containers/box/json?size=1', shapes.container],
  ['GET', '/containers/json', [shapes.containerRow]],
  ['GET', '/containers/json?all=1&size=1', [shapes.containerRow]],
  ['GET', `/containers/json?filters=${filters({ name: ['box'] })}`, [shapes.containerRow]],
  ['GET', `/containers/json?filters=${filters({ bogus: ['box'] })}`, shapes.error],
  ['GET', '/containers/nosuch/json', shapes.error],
  ['GET', '/containers/box/top', shapes.top],
  ['GET', '/containers/box/stats?stream=0', shapes.stats],
  ['GET', '/containers/box/stats?stream=0&one-shot=1', shapes.oneShot],
  ['GET', '/containers/box/logs', shapes.error],
  ['POST', '/containers/box/exec', shapes.execCreated, { Cmd: ['true'] }],
  ['POST', '/containers/box/exec', shapes.error, {}],
  ['POST', '/containers/nosuch/exec', shapes.error, { Cmd: ['true'] }],
  ['POST', '/containers/box/pause', 'none'],
  ['GET', '/containers/box/json', shapes.container],
  ['GET', '/containers/json', [shapes.containerRow]],
  ['POST', '/containers/box/unpause', 'none'],
  ['POST', '/containers/box/unpause', shapes.error],
  ['POST', '/containers/box/kill', 'none'],
  ['POST', '/containers/box/wait', shapes.waited],
  ['POST', '/containers/box/kill', shapes.error],
  ['GET', '/containers/box/json', shapes.container],
  ['GET', '/containers/json?all=1', [shapes.containerRow]],
  ['POST', '/containers/create?name=on', shapes.created, { Image: 'busybox', HostConfig: { NetworkMode: 'net' } }],
  ['GET', '/containers/on/json', shapes.container],
  ['GET', '/containers/json?all=1', [shapes.containerRow]],
  ['GET', '/system/df', shapes.df],
  ['DELETE', '/volumes/data', shapes.error],
  ['DELETE', '/containers/box?v=1', 'none'],
  ['DELETE', '/containers/on', 'none'],
  ['DELETE', '/containers/box', shapes.error],
  ['POST', '/containers/prune', shapes.pruned],
  ['POST', '/volumes/prune', shapes.pruned],
  ['POST', '/images/prune', shapes.pruned],
  ['DELETE', '/networks/net', 'none'],
  ['DELETE', '/networks/net', shapes.error],
  ['GET', '/nosuch', shapes.error],
];

const versions = ['/v1.51', '/v1.44'];

const check = async (ask: DockerAnswer): Promise<string[]> => {
  const wrong: string[] = [];
  for (const version of versions)
    for (const [method, path, shape, body] of calls) {
      const { status, answer } = await ask<unknown>(method, `${version}${path}`, body);
      const told = shape === 'none' ? (status < 300 ? [] : [JSON.stringify(answer)]) : mismatches(answer, shape);
      wrong.push(...told.map((what) => `${method} ${version}${path} (${status}): ${what}`));
    }
  return wrong;
};

describe(`${calls.length * versions.length} answers of the Docker API have the documented fields and types`, function () {
  this.timeout(120_000);
  let platform: Platform;
  let dockerd: Dockerd | undefined;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
  });
  after(async () => {
    await dockerd?.close();
    await platform?.[Symbol.asyncDispose]();
  });
  const why = whyNoDockerd();

  it('of Lading', async () => assert.deepEqual(await check(dockerAnswer(join(platform.first.run, 'docker.sock'))), []));
  it(`of dockerd, or the table is wrong${why === undefined ? '' : ` [skipped ${why}]`}`, async function () {
    if (why !== undefined) return this.skip();
    dockerd = await openDockerd(platform.first);
    await dockerd.docker('load', '--input', busybox);
    assert.deepEqual(await check(dockerAnswer(dockerd.socket)), []);
  });
});
