import { createHash } from 'node:crypto';
import { existsSync, lchownSync, mkdirSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Owner } from './copy-tree.ts';

export type CacheMountRequest = {
  id: string;
  sharing: 'shared' | 'private' | 'locked';
  owner: Owner;
  mode: number;
  /** Puts into a new directory what it begins with. */
  fill: (directory: string) => Promise<void>;
  signal: AbortSignal;
};

/** Directories that outlive builds, for package managers and compilers. */
export type CacheMounts = {
  /** `release` lets the next one in. */
  open: (request: CacheMountRequest) => Promise<{ path: string; release: () => void }>;
};

/** Builds of a node that use one directory each at the same time; a further one waits. */
const privateMax = 64;

export const cacheMounts = (folder: string): CacheMounts => {
  const users = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();

  const leave = (path: string): void => {
    users.set(path, (users.get(path) ?? 1) - 1);
    waiting.get(path)?.shift()?.();
  };

  const untilFree = async (path: string, signal: AbortSignal): Promise<void> => {
    while ((users.get(path) ?? 0) > 0) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.set(path, [...(waiting.get(path) ?? []), resolve]);
      const give = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', give, { once: true });
      try {
        signal.throwIfAborted();
        await promise;
      } finally {
        signal.removeEventListener('abort', give);
        waiting.set(path, (waiting.get(path) ?? []).filter((one) => one !== resolve));
      }
    }
  };

  const chosen = async ({ id, sharing, signal }: CacheMountRequest): Promise<string> => {
    const base = join(folder, createHash('sha256').update(id).digest('hex'));
    if (sharing === 'shared') return base;
    if (sharing === 'private') {
      const free = Array.from({ length: privateMax }, (_, place) => (place === 0 ? base : `${base}-${place}`)).find((path) => (users.get(path) ?? 0) === 0);
      if (free !== undefined) return free;
    }
    await untilFree(base, signal);
    return base;
  };

  return {
    open: async (request) => {
      const base = await chosen(request);
      users.set(base, (users.get(base) ?? 0) + 1);
      try {
        const path = join(base, 'data');
        if (!existsSync(path)) await make(base, path, request);
        return { path, release: () => leave(base) };
      } catch (error) {
        leave(base);
        throw error;
      }
    },
  };
};

const make = async (base: string, path: string, { owner, mode, fill }: CacheMountRequest): Promise<void> => {
  mkdirSync(base, { recursive: true, mode: 0o711 });
  mkdirSync(path, { recursive: true });
  await fill(path);
  lchownSync(path, owner.uid, owner.gid);
  chmodSync(path, mode);
};
