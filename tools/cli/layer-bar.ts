import { size } from './table.ts';

const barWidth = 24;

/** `[████████                ] 12.3MB / 27.1MB` */
export const layerBar = (current: number, total: number): string => {
  if (total <= 0) return '';
  const done = Math.min(barWidth, Math.round((current / total) * barWidth));
  return `[${'█'.repeat(done)}${' '.repeat(barWidth - done)}] ${size(current)} / ${size(total)}`;
};
