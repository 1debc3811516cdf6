import { Transform } from 'node:stream';

/** An entry of a layer that says: what lies below is deleted. https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts */
export type Whiteout = { kind: 'file'; path: string } | { kind: 'opaque'; directory: string };

/** The archive is not one that a layer may be made from. Nothing of it is kept. */
export class HostileArchive extends Error {
  override readonly name = 'HostileArchive';
}

const block = 512;
const nameMaxBytes = 4_096;
const entriesMax = 5_000_000;
const contentMaxBytes = 64 * 2 ** 30;
/** A long name or pax record is held in memory. */
const recordMaxBytes = 1 << 20;

/** Passes a tar through unchanged, collects its whiteouts, and refuses names that lead out of the folder it is unpacked to. */
export const tarScan = (): { stream: Transform; whiteouts: () => readonly Whiteout[] } => {
  const found: Whiteout[] = [];
  const scan = scanner((path) => {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    const directory = path.slice(0, Math.max(slash, 0));
    if (name === '.wh..wh..opq') found.push({ kind: 'opaque', directory });
    else if (name.startsWith('.wh.') && !name.startsWith('.wh..wh.')) found.push({ kind: 'file', path: directory === '' ? name.slice(4) : `${directory}/${name.slice(4)}` });
  });
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      try {
        scan(chunk);
        done(null, chunk);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
  return { stream, whiteouts: () => found };
};

type Extended = { path?: string; linkpath?: string; size?: number };

const scanner = (onEntry: (path: string) => void): ((chunk: Buffer) => void) => {
  let pending: Buffer = Buffer.alloc(0);
  let skip = 0;
  let record: { kind: string; bytes: Buffer[]; left: number } | undefined;
  let next: Extended = {};
  let entries = 0;
  let content = 0;

  const header = (head: Buffer): void => {
    if (head.every((byte) => byte === 0)) return;
    refuseBadChecksum(head);
    const kind = String.fromCharCode(head[156] ?? 0);
    const sizeBytes = next.size ?? number(head.subarray(124, 136));
    if (kind === 'x' || kind === 'g' || kind === 'L' || kind === 'K') {
      if (sizeBytes > recordMaxBytes) throw new HostileArchive(`an archive entry has a header record of ${sizeBytes} bytes: at most ${recordMaxBytes} are taken`);
      record = { kind, bytes: [], left: sizeBytes };
      skip = padded(sizeBytes) - sizeBytes;
      return;
    }
    if (++entries > entriesMax) throw new HostileArchive(`the archive has more than ${entriesMax} entries`);
    if ((content += sizeBytes) > contentMaxBytes) throw new HostileArchive(`the archive unpacks to more than ${contentMaxBytes} bytes`);
    const path = next.path ?? ustarPath(head);
    const isLink = kind === '1';
    refuseEscape(path);
    if (isLink) refuseEscape(next.linkpath ?? text(head.subarray(157, 257)));
    next = {};
    onEntry(path.replace(/^(\.\/)+/, '').replace(/\/+$/, ''));
    skip = isLink || kind === '2' ? 0 : padded(sizeBytes);
  };

  return (chunk) => {
    let data = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      if (record && record.left > 0) {
        const part = data.subarray(0, record.left);
        record.bytes.push(Buffer.from(part));
        record.left -= part.length;
        data = data.subarray(part.length);
        if (record.left > 0) break;
      }
      if (record) {
        next = { ...next, ...extended(record.kind, Buffer.concat(record.bytes)) };
        record = undefined;
      }
      if (skip > 0) {
        const step = Math.min(skip, data.length);
        data = data.subarray(step);
        skip -= step;
        if (skip > 0) break;
      }
      if (data.length < block) break;
      header(data.subarray(0, block));
      data = data.subarray(block);
    }
    pending = Buffer.from(data);
  };
};

const padded = (sizeBytes: number): number => Math.ceil(sizeBytes / block) * block;

const text = (bytes: Buffer): string => {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
};

// Octal text, or for large numbers base 256 with the top bit set (GNU).
const number = (bytes: Buffer): number => {
  if (((bytes[0] ?? 0) & 0x80) === 0) return Number.parseInt(text(bytes).trim() || '0', 8) || 0;
  return bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, (bytes[0] ?? 0) & 0x7f);
};

const ustarPath = (head: Buffer): string => {
  const name = text(head.subarray(0, 100));
  const isUstar = head.toString('latin1', 257, 262) === 'ustar' && head[263] === 0x30;
  const before = isUstar ? text(head.subarray(345, 500)) : '';
  return before === '' ? name : `${before}/${name}`;
};

const extended = (kind: string, bytes: Buffer): Extended => {
  if (kind === 'L') return { path: text(bytes) };
  if (kind === 'K') return { linkpath: text(bytes) };
  if (kind === 'g') return {};
  const fields: Extended = {};
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString('latin1', at, space));
    if (space < 0 || !(length > 0)) break;
    const [key = '', ...value] = bytes.toString('utf8', space + 1, at + length - 1).split('=');
    if (key === 'path' || key === 'linkpath') fields[key] = value.join('=');
    if (key === 'size') fields.size = Number(value.join('='));
    at += length;
  }
  return fields;
};

const refuseBadChecksum = (head: Buffer): void => {
  let sum = 0;
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 0x20 : (head[at] ?? 0);
  if (sum !== number(head.subarray(148, 156))) throw new HostileArchive('this is no tar archive, or it is damaged: a header does not add up');
};

const refuseEscape = (path: string): void => {
  if (Buffer.byteLength(path) > nameMaxBytes) throw new HostileArchive(`an entry's name is longer than ${nameMaxBytes} bytes`);
  // GNU tar would cut the leading slash off; that an image says it at all is refused only for "..", as docker does.
  if (path.split('/').includes('..')) throw new HostileArchive(`entry ${path} leads out of the archive`);
};
