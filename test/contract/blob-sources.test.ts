import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Bus } from '#kernel/bus/bus.ts';
import { openLog } from '#kernel/log.ts';
import { contextOf } from '#kernel/testing/counter.ts';
import { openBlobSources, type BlobSources, type Origin } from '../../services/node-agent/app/blob-sources.ts';
import { contentRoutes } from '../../services/node-agent/data-port/content-routes.ts';
import { serveDataPort } from '../../services/node-agent/data-port/server.ts';
import type { Blob } from '../../services/node-agent/effects/content/port.ts';
import { wholeOf } from './content-archives.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';

const quiet = openLog('test', 'silent');
const settings = { sideBySideMax: 2, peersMax: 3, segmentBytes: 65_536, segmentsMax: 4, bytesPerSecondMax: 0 };

describe('a blob that is on other nodes', () => {
  let machines: Record<string, ContentMachine>;
  let here: ContentMachine;
  let blob: Blob;
  let close: () => Promise<void>;
  let sources: BlobSources;
  let origin: Origin;
  const bytes = randomBytes(1_000_000);

  beforeEach(async () => {
    here = await contentMachine();
    machines = { a: await contentMachine(), b: await contentMachine() };
    const ports = await Promise.all(Object.values(machines).map(({ content, stateDir }) => serveDataPort({ socketPath: join(stateDir, 'agent.sock'), listen: '' }, contentRoutes(content), [], quiet)));
    for (const { content } of Object.values(machines)) blob = await content.putBlob(Readable.from([bytes]));
    close = async () => {
      await Promise.all(ports.map((port) => port.close()));
      for (const machine of [here, ...Object.values(machines)]) machine.close();
    };
    // Only what asks who holds a blob.
    const bus = { callAsNode: async () => ({ message: { nodeIds: Object.keys(machines).filter((name) => machines[name]?.content.sizeOf(blob.digest) !== undefined), sizeBytes: blob.sizeBytes }, sequence: 1 }) } as unknown as Bus;
    origin = () => undefined;
    sources = openBlobSources({
      nodeId: 'here', bus, content: here.content, context: () => contextOf('c'), clock: Date.now, log: quiet, settings,
      peers: () => ({ urlOf: (nodeId) => (machines[nodeId] ? `unix:${join(machines[nodeId].stateDir, 'agent.sock')}` : undefined) }),
      origin: (...asked) => origin(...asked),
    });
  });
  afterEach(() => close());

  const blobPath = (name: string): string => join(machines[name]?.stateDir ?? '', 'blobs/sha256', blob.digest.slice('sha256:'.length));
  const alter = (name: string): void => {
    const content = readFileSync(blobPath(name));
    // In every part that could be asked for.
    for (let at = 100; at < content.length; at += settings.segmentBytes) content[at] = (content[at] ?? 0) ^ 1;
    writeFileSync(blobPath(name), content);
  };
  const fetched = async (holders: readonly string[] = []): Promise<Buffer> => {
    await sources.fetch(blob, { holders, references: ['docker.io/library/test:1'] });
    return wholeOf((await here.content.openBlob(blob.digest)).stream);
  };

  it('comes here whole', async () => assert.deepEqual(await fetched(), bytes));
  it('comes from those that the asker knows of, too', async () => {
    rmSync(blobPath('b'));
    assert.deepEqual(await fetched(['b', 'gone']), bytes);
  });
  it('comes from the one that has it as it was', async () => {
    alter('a');
    assert.deepEqual(await fetched(), bytes);
  });
  it('comes from where it was pulled when no node has it as it was, and those find out', async () => {
    for (const name of ['a', 'b']) alter(name);
    const asked: unknown[] = [];
    origin = ({ digest }, references) => {
      asked.push([digest, references]);
      return async (start) => Readable.from([bytes.subarray(start)]);
    };
    assert.deepEqual(await fetched(), bytes);
    assert.deepEqual(asked, [[blob.digest, ['docker.io/library/test:1']]]);
    for (const { content, kept } of Object.values(machines)) assert.deepEqual([await content.hasBlob(blob.digest), kept()['blobs/quarantine']?.length], [false, 1]);
  });
  it('that nobody has is told of with what each of them said', async () => {
    rmSync(blobPath('a'));
    rmSync(blobPath('b'));
    await assert.rejects(fetched(), /can't be had: no node holds it; import or pull the image again/);
    await assert.rejects(fetched(['a', 'gone']), /(a: answered 404|gone: its address is not known).*; import or pull/);
  });
});
