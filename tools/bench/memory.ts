import { readdirSync, readFileSync } from 'node:fs';

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
};

/** Proportional share of memory of all processes whose command line or environment names the folder, bytes. */
export const pssOf = (folder: string): number => {
  let kb = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    const isOurs = textOf(`/proc/${pid}/cmdline`).includes(folder) || textOf(`/proc/${pid}/environ`).includes(folder);
    if (isOurs) kb += Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  }
  return kb * 1024;
};
