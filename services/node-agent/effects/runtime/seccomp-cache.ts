import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { arch, release } from 'node:os';
import { basename, join } from 'node:path';
import type { OciSeccomp } from './seccomp-rules.ts';

/** Compiled filters: compiling one takes longer than all the rest of a container's start. */
export type SeccompCache = {
  /** The filter as base64; undefined when it has not been compiled yet. */
  compiled: (rules: OciSeccomp) => string | undefined;
  /** Keeps what the runtime compiled when it was given the rules themselves. */
  keep: (rules: OciSeccomp, compiledFile: string) => void;
};

const FILTER_BYTES_MAX = 128 * 1024;
const INSTRUCTION_BYTES = 8;
const LIBSECCOMP_LINKS = ['/usr/lib/x86_64-linux-gnu/libseccomp.so.2', '/usr/lib/aarch64-linux-gnu/libseccomp.so.2', '/usr/lib64/libseccomp.so.2'];

const libseccompName = (): string => {
  for (const link of LIBSECCOMP_LINKS) {
    try {
      return basename(realpathSync(link));
    } catch {
      // Another distribution keeps it elsewhere; the runtime's own file still tells versions apart.
    }
  }
  return 'unknown';
};

/** A filter depends on everything that took part in compiling it, so all of it is in the name. */
const compilerOf = (program: string): string => {
  const { size, mtimeMs } = statSync(program);
  return [program, size, mtimeMs, libseccompName(), arch(), release()].join(' ');
};

const isFilter = (bytes: Buffer): boolean => bytes.length > 0 && bytes.length <= FILTER_BYTES_MAX && bytes.length % INSTRUCTION_BYTES === 0;

export const seccompCache = (dir: string, program: string): SeccompCache => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const compiler = compilerOf(program);
  const inMemory = new Map<string, string>();
  const nameOf = (rules: OciSeccomp): string => createHash('sha256').update(compiler).update(JSON.stringify(rules)).digest('hex');
  return {
    compiled: (rules) => {
      const name = nameOf(rules);
      const known = inMemory.get(name);
      if (known !== undefined) return known;
      try {
        const bytes = readFileSync(join(dir, name));
        if (!isFilter(bytes)) return undefined;
        inMemory.set(name, bytes.toString('base64'));
        return inMemory.get(name);
      } catch {
        return undefined;
      }
    },
    keep: (rules, compiledFile) => {
      try {
        const bytes = readFileSync(compiledFile);
        if (!isFilter(bytes)) return;
        const path = join(dir, nameOf(rules));
        // Renamed into place, so that a crash leaves no half filter that would confine less.
        writeFileSync(`${path}.new`, bytes, { mode: 0o600 });
        renameSync(`${path}.new`, path);
      } catch {
        // Without a cache the rules go along in every configuration: slower, as safe.
      }
    },
  };
};
