import { chmodSync, copyFileSync, constants, linkSync, lstatSync, lutimesSync, unlinkSync } from 'node:fs';
import { codeOf } from '../content/inside-root.ts';
import { dress } from './copy-tree.ts';
import { inSlices } from './in-slices.ts';

/** Files that become a root's own without a copy: by links into its upper folder, which can be made when it is not mounted any more. */
export type LateLinks = {
  /** `from` is changed by nobody, neither before nor after; nothing lies at `at` that could not be replaced. */
  link: (from: Buffer, at: Buffer) => void;
  /** A folder that links may go into has these times in the end. */
  times: (at: Buffer, times: Times) => void;
  /** What was asked for, done in the upper folder of what was mounted at `merged`. */
  carryOut: (merged: string, upper: string, signal: AbortSignal | undefined) => Promise<void>;
};

type Times = { atimeMs: number; mtimeMs: number };

export const lateLinks = (): LateLinks => {
  /** Sources by targets, latin1. */
  const links = new Map<string, Buffer>();
  const folders = new Map<string, Times>();
  const raised = new Set<string>();
  return {
    link: (from, at) => {
      const target = at.toString('latin1');
      raise(target.slice(0, target.lastIndexOf('/')), raised);
      links.set(target, from);
    },
    times: (at, { atimeMs, mtimeMs }) => void folders.set(at.toString('latin1'), { atimeMs, mtimeMs }),
    carryOut: async (merged, upper, signal) => {
      const inUpper = (at: string): Buffer => Buffer.concat([Buffer.from(upper), Buffer.from(at, 'latin1').subarray(Buffer.byteLength(merged))]);
      await inSlices(links, ([at, from]) => makeLink(from, inUpper(at)), signal);
      if (links.size > 0) for (const [at, { atimeMs, mtimeMs }] of folders) lutimesSync(inUpper(at), atimeMs / 1_000, mtimeMs / 1_000);
    },
  };
};

// So that the folder lies in the upper one: any change of it makes overlayfs put it there.
const raise = (folder: string, raised: Set<string>): void => {
  if (raised.has(folder)) return;
  const at = Buffer.from(folder, 'latin1');
  chmodSync(at, lstatSync(at).mode & 0o7777);
  raised.add(folder);
};

const makeLink = (from: Buffer, at: Buffer): void => {
  try {
    linkSync(from, at);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') {
      // What hides the file of a layer below.
      unlinkSync(at);
      linkSync(from, at);
    } else if (code === 'EXDEV' || code === 'EMLINK') {
      copyFileSync(from, at, constants.COPYFILE_EXCL);
      dress(at, { at: from, stats: lstatSync(from) }, {});
    } else throw error;
  }
};
