const barWidth = 50;
const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `1.234MB`: as Docker writes sizes. */
export const humanSize = (bytes: number): string => {
  let value = bytes;
  let unit = 0;
  for (; value >= 1_000 && unit < units.length - 1; unit++) value /= 1_000;
  return `${Number(value.toPrecision(4))}${units[unit]}`;
};

/** `[=====>      ]  1.2MB/3.4MB`: what old clients print as it comes; newer ones draw their own from the numbers beside it. */
export const progressBar = (current: number, total: number): string => {
  const numbers = humanSize(current).padStart(8);
  if (total <= 0 || current > total) return numbers;
  const done = Math.min(barWidth, Math.floor((current / total) * barWidth));
  return `[${'='.repeat(done)}>${' '.repeat(barWidth - done)}] ${numbers}/${humanSize(total)}`;
};
