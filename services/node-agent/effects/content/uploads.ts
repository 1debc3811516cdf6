import { createHash, randomUUID, type Hash } from 'node:crypto';
import { createReadStream, readdirSync, rmSync, statSync } from 'node:fs';
import { open as openFile, truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { layoutOf } from './layout.ts';
import type { ContentStore } from './port.ts';

/** Why an upload can't go on: it is not there (any more); it is somewhere else (`sizeBytes` are here); another request writes to it; it is not what was said; there are too many. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
  readonly reason: 'unknown' | 'place' | 'busy' | 'altered' | 'many';

  constructor(reason: UploadError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Blobs that come in over several requests, as registries' clients push them. What has come lies on the disk: a new process goes on with it,
 * and so does a client that was cut off, from where the bytes end. All throw UploadError.
 */
export type Uploads = {
  begin: () => Promise<string>;
  /** How much has come. */
  sizeOf: (id: string) => Promise<number>;
  /** Adds bytes at the end, which must be at `start` where that is said; gives how much there is then. What came before a cut stays. */
  append: (id: string, bytes: Readable, start?: number) => Promise<number>;
  /** Makes a blob of it. One of another digest is refused and gone. */
  finish: (id: string, digest: string) => Promise<{ digest: string; sizeBytes: number }>;
  cancel: (id: string) => Promise<void>;
  close: () => void;
};

/** Clients upload a few layers at a time; what they leave lies there until it is old. */
const uploadsMax = 256;
/** From then on one that nobody goes on with makes room for another, when there are too many. */
const idleMs = 10 * 60_000;
/** Whoever began it has given up by then. */
const keptMs = 24 * 3_600_000;
const lookEveryMs = 10 * 60_000;

const idRule = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is known of one that this process has written to: the hash of all its bytes so far. */
type Live = { hash: Hash; sizeBytes: number };

export const diskUploads = ({ stateDir, content, clock }: { stateDir: string; content: Pick<ContentStore, 'adoptBlob'>; clock: () => number }): Uploads => {
  const { uploads } = layoutOf(stateDir);
  const live = new Map<string, Live>();
  const busy = new Set<string>();

  const pathOf = (id: string): string => {
    const path = join(uploads, id);
    if (!idRule.test(id) || !statSync(path, { throwIfNoEntry: false })) throw new UploadError('unknown', `upload ${id.slice(0, 50)} is not known here: begin the upload again`);
    return path;
  };

  const forget = (id: string): void => {
    live.delete(id);
    rmSync(join(uploads, id), { force: true });
  };

  const idle = (): { id: string; idleMs: number }[] =>
    readdirSync(uploads).filter((id) => !busy.has(id)).map((id) => ({ id, idleMs: clock() - (statSync(join(uploads, id), { throwIfNoEntry: false })?.mtimeMs ?? 0) })).sort((one, other) => other.idleMs - one.idleMs);

  const forgetOld = (): void => idle().filter((one) => one.idleMs > keptMs).forEach(({ id }) => forget(id));

  const makeRoom = (): void => {
    if (readdirSync(uploads).length < uploadsMax) return;
    const [oldest] = idle();
    if (!oldest || oldest.idleMs < idleMs) throw new UploadError('many', `${uploadsMax} uploads are under way on this node: try again when some have ended`);
    forget(oldest.id);
  };

  const alone = async <Result>(id: string, work: (path: string) => Promise<Result>): Promise<Result> => {
    const path = pathOf(id);
    if (busy.has(id)) throw new UploadError('busy', `another request writes to upload ${id}: wait until it has ended`);
    busy.add(id);
    try {
      return await work(path);
    } finally {
      busy.delete(id);
    }
  };

  // After a restart the file says what has come, and is hashed anew.
  const resume = async (id: string, path: string): Promise<Live> => {
    const known = live.get(id);
    if (known) return known;
    const found = { hash: createHash('sha256'), sizeBytes: 0 };
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      found.hash.update(piece);
      found.sizeBytes += piece.length;
    }
    live.set(id, found);
    return found;
  };

  // A timer of the process, not of an upload: it lasts as long as this store.
  const timer = setInterval(forgetOld, lookEveryMs).unref();
  forgetOld();

  return {
    begin: async () => {
      makeRoom();
      const id = randomUUID();
      await (await openFile(join(uploads, id), 'wx', 0o600)).close();
      await utimes(join(uploads, id), clock() / 1_000, clock() / 1_000);
      return id;
    },
    sizeOf: async (id) => live.get(id)?.sizeBytes ?? statSync(pathOf(id)).size,
    append: (id, bytes, start) =>
      alone(id, async (path) => {
        const upload = await resume(id, path);
        if (start !== undefined && start !== upload.sizeBytes) throw new UploadError('place', `the upload has ${upload.sizeBytes} bytes, the next ones are not at ${start}`);
        await write(path, bytes, upload);
        return upload.sizeBytes;
      }),
    finish: (id, digest) =>
      alone(id, async (path) => {
        const { hash, sizeBytes } = await resume(id, path);
        const found = `sha256:${hash.copy().digest('hex')}`;
        if (found !== digest) {
          forget(id);
          throw new UploadError('altered', `the content is ${found}, not ${digest} as was said: it was altered or cut on the way; upload it again`);
        }
        await content.adoptBlob(path, { digest, sizeBytes });
        live.delete(id);
        return { digest, sizeBytes };
      }),
    cancel: (id) => alone(id, async () => forget(id)),
    close: () => clearInterval(timer),
  };
};

// Piece by piece, so that what was written and what was hashed are the same whenever the bytes end.
const write = async (path: string, bytes: Readable, upload: Live): Promise<void> => {
  const file = await openFile(path, 'a');
  try {
    // Left open when this fails: it is a request, and its sender is to hear why.
    for await (const piece of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      await file.appendFile(piece);
      upload.hash.update(piece);
      upload.sizeBytes += piece.length;
    }
  } finally {
    await file.close();
    // A full disk takes a part of a piece.
    if (statSync(path).size > upload.sizeBytes) await truncate(path, upload.sizeBytes);
  }
};
