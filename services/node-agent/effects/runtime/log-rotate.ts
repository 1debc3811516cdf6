import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LogOptions } from '#proto/container.ts';
import { reopenLog } from './control.ts';
import type { ContainerFiles } from './container-files.ts';

export type LogBounds = { sizeMaxBytes: number; filesMax: number };

const DEFAULT_BOUNDS: LogBounds = { sizeMaxBytes: 10_000_000, filesMax: 3 };
/** More files than this are not kept, whatever is asked for. */
const FILES_MAX = 100;
const CHECK_MS = 1_000;
const BUSY_CHECK_MS = 50;
/** A log that filled this part of its bound since the last look is looked at again soon. */
const BUSY_SHARE = 0.1;

export const logBounds = (log: LogOptions | undefined): LogBounds => ({
  sizeMaxBytes: log?.sizeMaxBytes || DEFAULT_BOUNDS.sizeMaxBytes,
  filesMax: Math.min(log?.filesMax || DEFAULT_BOUNDS.filesMax, FILES_MAX),
});

const numberOf = (name: string): number => Number(/\.(\d+)$/.exec(name)?.[1] ?? 0);

/** The files of a log that exist, oldest first. */
export const logPaths = (log: string): readonly string[] => {
  const name = basename(log);
  const names = existsSync(dirname(log)) ? readdirSync(dirname(log)) : [];
  const own = names.filter((one) => one === name || (one.startsWith(`${name}.`) && numberOf(one) > 0));
  return own.sort((left, right) => numberOf(right) - numberOf(left)).map((one) => join(dirname(log), one));
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Moves every file one number up, drops the oldest, and has conmon begin a new one. */
export const rotateLog = (files: ContainerFiles, { filesMax }: LogBounds): void => {
  const named = (number: number): string => (number === 0 ? files.log : `${files.log}.${number}`);
  for (let number = filesMax - 1; number < FILES_MAX && existsSync(named(number)); number += 1) rmSync(named(number));
  for (let number = filesMax - 2; number >= 0; number -= 1) {
    if (existsSync(named(number))) renameSync(named(number), named(number + 1));
  }
  // conmon goes on writing to the renamed file until it has read this, so nothing is lost in between.
  reopenLog(files.control);
};

export type GrowingLog = { files: ContainerFiles; bounds: LogBounds };

/** Keeps the logs of what runs within their bounds until it is closed. conmon's own way of bounding a log throws the log away. */
export const keepLogsBounded = (growing: () => readonly GrowingLog[]): { close: () => void } => {
  const sizes = new Map<string, number>();
  let timer: NodeJS.Timeout;
  const check = (): void => {
    let isBusy = false;
    for (const { files, bounds } of growing()) {
      const size = sizeOf(files.log);
      if (size - (sizes.get(files.log) ?? 0) > bounds.sizeMaxBytes * BUSY_SHARE) isBusy = true;
      sizes.set(files.log, size);
      if (size >= bounds.sizeMaxBytes) rotateLog(files, bounds);
    }
    timer = setTimeout(check, isBusy ? BUSY_CHECK_MS : CHECK_MS);
    timer.unref();
  };
  timer = setTimeout(check, CHECK_MS);
  timer.unref();
  return { close: () => clearTimeout(timer) };
};
