import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codec } from '#codec';
import { Commit } from '#proto/envelope.ts';
import { eventTypes } from '../../tools/codegen/golden.ts';

const golden = JSON.parse(readFileSync(join(import.meta.dirname, 'golden/events.json'), 'utf8')) as Record<string, string>;
const nouns = ['compose', 'container', 'image', 'network', 'node', 'scheduler', 'volume'];

const codecs = new Map<string, Codec<unknown>>();
const isCodec = (value: unknown): value is Codec<unknown> => typeof value === 'object' && value !== null && 'typeName' in value;
const emptied = (value: unknown): boolean => value === '' || value === 0 || value === false || (Array.isArray(value) && value.length === 0);

describe('events that logs may hold', () => {
  before(async () => {
    for (const noun of nouns) for (const codec of Object.values((await import(`../../proto/gen/${noun}.ts`)) as object).filter(isCodec)) codecs.set(codec.typeName, codec);
  });

  it('have an example each ("make golden" adds those of new ones)', () => assert.deepEqual(eventTypes().map(({ fullName }) => fullName.slice(1)).filter((name) => !(name in golden)), []));

  it('are read as they were written, every field of them', () => {
    for (const [name, base64] of Object.entries(golden)) {
      const codec = codecs.get(name);
      assert.ok(codec, `${name} is gone: logs that hold it could not be read`);
      const event = codec.decode(Buffer.from(base64, 'base64')) as Record<string, unknown>;
      const lost = Object.entries(event).filter(([, value]) => emptied(value)).map(([key]) => key);
      assert.deepEqual(lost.filter((key) => !addedLater.has(`${name}.${key}`)), [], name);
    }
  });

  it('are written again with the same bytes', () => {
    for (const [name, base64] of Object.entries(golden)) {
      const codec = codecs.get(name);
      assert.equal(Buffer.from(codec?.encode(codec.decode(Buffer.from(base64, 'base64'))) ?? []).toString('base64'), base64, name);
    }
  });

  it('keep their place in a commit', () => {
    const events = Object.entries(golden).map(([type, data]) => ({ type, data: new Uint8Array(Buffer.from(data, 'base64')) }));
    const commit: Commit = { commitId: 'c', aggregate: 'a.b', version: 2 ** 40, previousHash: new Uint8Array([1, 2]), commandId: 'd', causationId: 'e', correlationId: 'f', actor: 'g', reason: 'h', atMs: 1_795_000_000_000, events };
    assert.deepEqual(Commit.decode(Commit.encode(commit)), commit);
  });
});

/** Fields that did not exist when the example was written. */
const addedLater = new Set(['lading.image.v1.TagMoved.manifestDigest', 'lading.image.v1.CacheFilled.madeAtMs', 'lading.image.v1.CacheFilled.digest', 'lading.network.v1.NetworkCreated.ipRange']);
