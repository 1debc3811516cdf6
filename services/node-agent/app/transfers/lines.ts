import type { TransferLine } from '#endpoints/transfer-lines.ts';

/** Docker's. More often nobody could read it. */
const perLayerEveryMs = 100;

/** Leaves out progress of a layer that follows another of the same state too soon. What changes a state is always told. */
export const throttled = (tell: (line: TransferLine) => void, clock: () => number): ((line: TransferLine) => void) => {
  const told = new Map<string, { state: string; atMs: number }>();
  return (line) => {
    if (line.event === 'layer') {
      const before = told.get(line.id);
      const nowMs = clock();
      if (before?.state === line.state && nowMs - before.atMs < perLayerEveryMs) return;
      told.set(line.id, { state: line.state, atMs: nowMs });
    }
    tell(line);
  };
};
