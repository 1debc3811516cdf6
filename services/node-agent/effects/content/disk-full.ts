/** There is no room on the disk for what was to be kept. Nothing of it is half kept, and all else is as it was. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
  readonly code = 'ENOSPC';
}

const codes = new Set(['ENOSPC', 'EDQUOT']);
/** What programs say that have no codes: strerror(3), and tar where a write was cut short. */
const said = /No space left on device|Disk quota exceeded|Wrote only \d+ of \d+ bytes/;

const isFull = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  return codes.has((error as NodeJS.ErrnoException).code ?? '') || said.test(error.message) || isFull(error.cause);
};

/** The same error, or DiskFull where the disk below `stateDir` is the reason. */
export const asDiskFull = (stateDir: string, error: unknown): unknown =>
  isFull(error) && !(error instanceof DiskFull) ? new DiskFull(`no space left on the disk of ${stateDir}: make room ("lading system df" shows what takes it, "lading system prune -a" frees what nobody uses) and try again`, { cause: error }) : error;

/** The same work; where the disk below `stateDir` is full it fails with DiskFull, which says what to do. */
export const tellingDiskFull = <Given extends unknown[], Result>(stateDir: string, work: (...given: Given) => Promise<Result>) => async (...given: Given): Promise<Result> => {
  try {
    return await work(...given);
  } catch (error) {
    throw asDiskFull(stateDir, error);
  }
};
