import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Layout } from './layout.ts';
import type { ContentStore, LayerDescriptor } from './port.ts';
import { makeOpaque, makeWhiteout, syncFileSystem } from './syscalls.ts';
import { tarScan, type Whiteout } from './tar-scan.ts';

/** Unpacking is bound by the disk and two decompressors fill two processors. */
const sideBySideMax = 2;

/** Unpacks layers, each into a folder of its own: none can reach into another through a link. */
export const layerStore = (layout: Layout, openBlob: ContentStore['openBlob']) => {
  const underway = new Map<string, Promise<void>>();
  let free = sideBySideMax;
  const waiting: (() => void)[] = [];

  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };

  const ensure = (layer: LayerDescriptor): Promise<void> => {
    if (existsSync(layout.layer(layer.diffId))) return Promise.resolve();
    const now = underway.get(layer.diffId) ?? inTurn(() => unpackLayer(layout, layer, openBlob)).finally(() => underway.delete(layer.diffId));
    underway.set(layer.diffId, now);
    return now;
  };

  return { unpack: async (layers: readonly LayerDescriptor[]): Promise<void> => void (await Promise.all(layers.map(ensure))) };
};

const unpackLayer = async (layout: Layout, layer: LayerDescriptor, openBlob: ContentStore['openBlob']): Promise<void> => {
  const staging = join(layout.staging, randomUUID());
  mkdirSync(staging, { mode: 0o755 });
  try {
    const { stream } = await openBlob(layer.digest);
    const scan = tarScan();
    const hash = createHash('sha256');
    const measure = new Transform({ transform: (chunk: Buffer, _encoding, done) => (hash.update(chunk), done(null, chunk)) });
    const tar = extractor(staging);
    await Promise.all([pipeline(stream, decompressor(layer.compression), measure, scan.stream, tar.stdin), tar.ended]);
    const diffId = `sha256:${hash.digest('hex')}`;
    if (diffId !== layer.diffId) throw new Error(`layer ${layer.digest} unpacks to ${diffId}, its image says ${layer.diffId}: import or pull the image again`);
    hide(staging, scan.whiteouts());
    syncFileSystem(staging);
    renameSync(staging, layout.layer(layer.diffId));
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
};

export const decompressor = (compression: LayerDescriptor['compression']): Transform => (compression === 'gzip' ? createGunzip() : compression === 'zstd' ? createZstdDecompress() : new PassThrough());

// The system's tar is several times faster than any in JavaScript, and unpacks links so that none leads out while it works.
const extractor = (directory: string): { stdin: Writable; ended: Promise<void> } => {
  const tar = spawn('tar', ['-x', '-p', '--numeric-owner', '--xattrs', '--xattrs-include=*', '--exclude=.wh.*', '-C', directory], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  (tar.stderr as Readable).on('data', (data: Buffer) => (said = (said + data.toString()).slice(-2_000)));
  const ended = new Promise<void>((resolve, reject) => {
    tar.once('error', reject);
    tar.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar could not unpack the layer: ${said.trim()}`))));
  });
  return { stdin: tar.stdin as Writable, ended };
};

const hide = (root: string, whiteouts: readonly Whiteout[]): void => {
  for (const whiteout of whiteouts) {
    const directory = whiteout.kind === 'opaque' ? whiteout.directory : whiteout.path.slice(0, Math.max(whiteout.path.lastIndexOf('/'), 0));
    mkdirSync(join(root, directory), { recursive: true });
    // The layer itself may have a link in the way.
    const real = realpathSync(join(root, directory));
    if (real !== root && !real.startsWith(`${root}/`)) throw new Error(`whiteout in ${directory} leads out of the layer`);
    if (whiteout.kind === 'opaque') makeOpaque(real);
    else {
      const path = join(real, whiteout.path.slice(whiteout.path.lastIndexOf('/') + 1));
      if (!existsSync(path)) makeWhiteout(path);
    }
  }
};
