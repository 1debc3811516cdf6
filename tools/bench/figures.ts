export type Figures = { median: number; min: number; max: number; n: number };

/** One kind of work: how long it took here and with others, and what it is to reach. */
export type Result = {
  work: string;
  unit: string;
  lading: Figures | undefined;
  /** By name; undefined for one that is absent here. */
  peers: Record<string, Figures | undefined>;
  /** How many times faster (or smaller) than the first peer. */
  ratio: number | undefined;
  budget: string;
  met: boolean | undefined;
};

export const figuresOf = (values: readonly number[]): Figures | undefined => {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { median: median ?? 0, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0, n: sorted.length };
};

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const cell = (figures: Figures | undefined): string => (figures ? `${round(figures.median)} (${round(figures.min)}–${round(figures.max)})` : 'absent');

/** Medians with their ranges, ratios to each peer, and whether the budget was met. */
export const table = (results: readonly Result[]): string => {
  const peers = [...new Set(results.flatMap((result) => Object.keys(result.peers)))];
  const rows = [
    ['work', 'unit', 'lading', ...peers, 'ratio', 'budget', 'met'],
    ...results.map(({ work, unit, lading, peers: others, ratio, budget, met }) => [
      work, unit, cell(lading), ...peers.map((peer) => (peer in others ? cell(others[peer]) : '–')), ratio === undefined ? '–' : `${ratio.toFixed(1)}x`, budget, met === undefined ? '–' : met ? 'yes' : 'NO',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
};
