import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layerRules } from './layer-rules.ts';
import { tarScan, type TarEntry } from './tar-scan.ts';
import { paddingOf, tarEnd, tarHeader, type WrittenHeader } from './tar-write.ts';

const file = (name: string, text = '', over: Partial<WrittenHeader> = {}): Buffer => {
  const content = Buffer.from(text);
  return Buffer.concat([tarHeader({ typeflag: '0', path: Buffer.from(name), mode: 0o644, uid: 0, gid: 0, modifiedAtSeconds: 0, sizeBytes: content.length, ...over }), content, paddingOf(content.length)]);
};
const archive = (...entries: readonly Buffer[]): Buffer => Buffer.concat([...entries, tarEnd]);

const scanned = (whole: Buffer, pieceBytes = whole.length): TarEntry[] => {
  const found: TarEntry[] = [];
  const judge = layerRules();
  const scan = tarScan((entry) => {
    judge(entry);
    found.push(entry);
  });
  for (let at = 0; at < whole.length; at += Math.max(1, pieceBytes)) scan(whole.subarray(at, at + Math.max(1, pieceBytes)));
  return found;
};

/** Fails in no other way than the one that is told of. */
const isJudged = (whole: Buffer): void => {
  try {
    scanned(whole);
  } catch (error) {
    assert.equal((error as Error).name, 'HostileArchive', String(error));
  }
};

const patched = (block: Buffer, at: number, bytes: Buffer): Buffer => {
  const copy = Buffer.from(block);
  bytes.copy(copy, at);
  copy.write('        ', 148, 'latin1');
  copy.write(`${copy.subarray(0, 512).reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return copy;
};

describe('the headers of a tar', () => {
  const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }).filter((text) => !/[\0/]|^\.{0,2}$|^\.wh\.|\ufffd|[\ud800-\udfff]/.test(text) && Buffer.byteLength(text) <= 255);

  it('that were written are read as they were', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, fc.string({ maxLength: 2_000 })), { selector: ([one]) => one, maxLength: 10 }), (files) =>
        assert.deepEqual(scanned(archive(...files.map(([one, text]) => file(one, text)))).map(({ path, sizeBytes }) => [path, sizeBytes]), files.map(([one, text]) => [one, Buffer.byteLength(text)]))),
    ));

  it('are the same in whatever pieces they come', () =>
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 5 }), fc.integer({ min: 1, max: 2_000 }), (names, pieceBytes) => {
        const whole = archive(...names.map((one) => file(one, one.repeat(3))));
        assert.deepEqual(scanned(whole, pieceBytes), scanned(whole));
      }),
      { numRuns: 50 },
    ));

  it('that are any bytes are read or refused, and nothing else', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => isJudged(Buffer.from(bytes)))));

  it('in which anything was altered are read or refused, and nothing else', () =>
    fc.assert(
      fc.property(fc.nat({ max: 4_000 }), fc.uint8Array({ minLength: 1, maxLength: 16 }), fc.boolean(), (at, bytes, addsUp) => {
        const long = file(`${'d'.repeat(150)}/x`, 'text', { attributes: [{ name: 'user.a', value: Buffer.from('b') }] });
        const whole = archive(long, file('b', 'more'));
        const place = at % whole.length;
        const block = place - (place % 512);
        const altered = addsUp ? Buffer.concat([whole.subarray(0, block), patched(whole.subarray(block, block + 512), place % 512, Buffer.from(bytes).subarray(0, 512 - (place % 512))), whole.subarray(block + 512)]) : Buffer.from(whole);
        if (!addsUp) Buffer.from(bytes).copy(altered, place);
        isJudged(altered);
      }),
      { numRuns: 500 },
    ));

  it('take time as their length, however they are made', () => {
    const record = (number: number): string => {
      const rest = ` comment${number}=abcd\n`;
      return `${rest.length + 2}${rest}`;
    };
    const records = Array.from({ length: 20_000 }, (_, number) => record(number)).join('');
    const begunAtMs = performance.now();
    assert.equal(scanned(archive(Buffer.concat([file('PaxHeaders', records, { typeflag: 'x' as '0' }), file('a')]))).length, 1);
    isJudged(archive(...Array.from({ length: 20_000 }, (_, number) => file(`f${number}`))));
    isJudged(archive(...Array.from({ length: 2_000 }, (_, number) => file(`${'a/'.repeat(1_000)}${number}`))));
    assert.ok(performance.now() - begunAtMs < 8_000);
  });

  describe('that lie are refused:', () => {
    const base = file('a', 'content');
    const lies: Record<string, Buffer> = {
      'a sum that is not theirs': Buffer.concat([base.subarray(0, 200), Buffer.from('x'), base.subarray(201)]),
      'a negative size': patched(base, 124, Buffer.from('ff'.repeat(12), 'hex')),
      'a size that no file has': patched(base, 124, Buffer.from(`80${'ff'.repeat(11)}`, 'hex')),
      'a size that is no number': patched(base, 124, Buffer.from('0000000zz00\0')),
      'a folder with content': file('a', 'content', { typeflag: '5' }),
      'a link with content': file('a', 'content', { typeflag: '2', linkPath: Buffer.from('b') }),
      'a kind that nobody knows': file('a', '', { typeflag: 'Z' as '0' }),
      'more after the end': Buffer.concat([base, Buffer.alloc(512), base]),
      'a sparse file that is not told as GNU does': file('a', '', { typeflag: 'S' as '0' }),
      'a file that is there twice': Buffer.concat([base, base]),
      'a folder that was a file': Buffer.concat([base, file('a/', '', { typeflag: '5' })]),
      'a file that was a folder': Buffer.concat([file('a/', '', { typeflag: '5' }), base]),
    };
    for (const [lie, bytes] of Object.entries(lies)) it(lie, () => assert.throws(() => scanned(archive(bytes)), { name: 'HostileArchive' }));
    it('but a folder that is named again is the same one', () => assert.equal(scanned(archive(file('a/', '', { typeflag: '5' }), file('a/', '', { typeflag: '5' }))).length, 2));
  });
});
