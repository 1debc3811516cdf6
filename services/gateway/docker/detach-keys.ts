import { Transform } from 'node:stream';
import { Rejection } from '#kernel/rejection.ts';

const defaultKeys = 'ctrl-p,ctrl-q';
const firstControl = '@'.charCodeAt(0);

/** `ctrl-p,ctrl-q` or `a,b`: the bytes of a sequence. Nothing given means Docker's own. Throws INVALID. */
export const detachKeys = (text: string | undefined): Buffer => {
  const keys = (text || defaultKeys).split(',').map(byteOf);
  if (keys.some((key) => key === undefined)) throw new Rejection('INVALID', `Invalid detach keys (${text}) provided`);
  return Buffer.from(keys.filter((key) => key !== undefined));
};

const byteOf = (key: string): number | undefined => {
  if (key.length === 1 && key.charCodeAt(0) < 128) return key.charCodeAt(0);
  const [, control] = /^ctrl-([a-z@[\\\]^_])$/.exec(key) ?? [];
  return control === undefined ? undefined : control.toUpperCase().charCodeAt(0) - firstControl;
};

/** Passes input on up to the sequence, which is kept back as long as it may be one; once it has come nothing more is passed, and `onDetach` is called. */
export const untilDetached = (keys: Buffer, onDetach: () => void): Transform => {
  let [seen, detached] = [0, false];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const out: number[] = [];
      for (const byte of chunk) {
        if (detached) break;
        if (byte !== keys[seen]) {
          out.push(...keys.subarray(0, seen));
          seen = 0;
        }
        if (byte === keys[seen]) seen++;
        else out.push(byte);
        if (seen === keys.length) detached = true;
      }
      if (out.length > 0) this.push(Buffer.from(out));
      if (detached) onDetach();
      done();
    },
    flush(done) {
      if (!detached && seen > 0) this.push(keys.subarray(0, seen));
      done();
    },
  });
};
