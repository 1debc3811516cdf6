import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pino from 'pino';
import { ContainerSpec, Mount, WantedContainer } from '#proto/container.ts';
import { openContainerFiles } from '../../services/node-agent/app/container-files.ts';
import { archiveRoutes } from '../../services/node-agent/data-port/archive-routes.ts';
import { serveDataPort } from '../../services/node-agent/data-port/server.ts';
import { tarOf, wholeOf } from './content-archives.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';

type Answer = { status: number; body: Buffer; stat: Record<string, unknown> | undefined };

const decoded = new Uint8Array();
const mountOf = (mount: Partial<Mount>): Mount => ({ ...Mount.decode(decoded), ...mount });

describe('files of a stopped container, by the data port', () => {
  let machine: ContentMachine;
  let port: { close: () => Promise<void> };
  let containers: Map<string, WantedContainer>;
  const socketPath = (): string => join(machine.stateDir, 'data.sock');

  beforeEach(async () => {
    machine = await contentMachine();
    const { imageId, layers } = await machine.imported([{ name: 'etc/conf', text: 'inside' }, { name: 'data/seed', text: 'seed' }]);
    const spec: ContainerSpec = { ...ContainerSpec.decode(decoded), imageId, mounts: [mountOf({ type: 'volume', source: 'v', target: '/data' }), mountOf({ type: 'volume', source: 'r', target: '/data/ro', readOnly: true })] };
    containers = new Map([
      ['c1', { ...WantedContainer.decode(decoded), spec }],
      ['c2', { ...WantedContainer.decode(decoded), spec: { ...spec, readOnlyRoot: true } }],
    ]);
    const placeOf = openContainerFiles({ content: machine.content, runtime: { get: async () => undefined }, images: { ensure: async () => layers }, wanted: () => containers });
    port = await serveDataPort({ socketPath: socketPath(), listen: '' }, archiveRoutes(machine.content, placeOf), [], pino({ level: 'silent' }));
  });
  afterEach(async () => {
    await port.close();
    machine.close();
  });

  const ask = (method: string, containerId: string, path: string, body?: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ socketPath: socketPath(), method, path: `/v1/containers/${containerId}/archive?path=${encodeURIComponent(path)}` }, (response) => {
        const stat = response.headers['x-docker-container-path-stat'];
        const told = typeof stat === 'string' ? (JSON.parse(Buffer.from(stat, 'base64').toString()) as Record<string, unknown>) : undefined;
        wholeOf(response).then((bytes) => resolve({ status: response.statusCode ?? 0, body: bytes, stat: told }), reject);
      });
      asked.on('error', reject).end(body);
    });

  it('are told as Docker tells them', async () => {
    const { status, stat } = await ask('HEAD', 'c1', '/etc/conf');
    assert.deepEqual([status, stat], [200, { name: 'conf', size: 6, mode: 0o644, mtime: '1970-01-01T00:00:00.000Z', linkTarget: '' }]);
    assert.equal((await ask('HEAD', 'c1', '/etc')).stat?.['mode'], 2 ** 31 + 0o755);
  });

  it('come out of one container and go into another', async () => {
    const read = await ask('GET', 'c1', '/etc/conf');
    assert.equal(read.status, 200);
    assert.equal((await ask('PUT', 'c1', '/', read.body)).status, 200);
    assert.equal(readFileSync(join(machine.stateDir, 'rootfs/c1/merged/conf'), 'utf8'), 'inside');
  });

  it('are those of its volumes where these are mounted', async () => {
    assert.equal((await ask('PUT', 'c1', '/data', await tarOf([{ name: 'new', text: 'n' }]))).status, 200);
    assert.equal(readFileSync(join(machine.stateDir, 'volumes/v/_data/new'), 'utf8'), 'n');
    assert.equal(existsSync(join(machine.stateDir, 'rootfs/c1/merged/data/new')), false);
    const { body, stat } = await ask('GET', 'c1', '/data');
    assert.equal(stat?.['name'], 'data');
    await machine.content.writePath(await machine.content.mountRootfs('c9', []), '/', Readable.from([body]));
    assert.equal(readFileSync(join(machine.stateDir, 'rootfs/c9/merged/data/seed'), 'utf8'), 'seed');
  });

  it('are not written where they are read-only', async () => {
    const archive = await tarOf([{ name: 'new', text: 'n' }]);
    assert.deepEqual([(await ask('PUT', 'c1', '/data/ro', archive)).status, (await ask('PUT', 'c2', '/etc', archive)).status, (await ask('PUT', 'c2', '/data', archive)).status], [403, 403, 200]);
  });

  it('that are not there are told so', async () => {
    assert.deepEqual([(await ask('GET', 'c1', '/none')).status, (await ask('GET', 'other', '/etc')).status, (await ask('GET', 'c1', '')).status, (await ask('GET', 'c1', '/etc/conf/')).status], [404, 404, 400, 400]);
    const refused = await ask('PUT', 'c1', '/etc', await tarOf([{ name: '../out', text: 'x'.repeat(200_000) }, { name: 'more', text: 'y'.repeat(2_000_000) }]));
    assert.equal(refused.status, 400);
    assert.match(refused.body.toString(), /leads out of it: pack it again/);
  });
});
