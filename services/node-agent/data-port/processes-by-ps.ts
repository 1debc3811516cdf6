import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HttpError } from './server.ts';

const maxMs = 10_000;

/** Of this machine's processes those with these ids, in the columns that arguments of `ps` ask for; the ids must be one. */
export const processesByPs = async (asked: string, pids: ReadonlySet<string>): Promise<{ titles: string[]; processes: string[][] }> => {
  const { stdout } = await promisify(execFile)('ps', asked.split(/\s+/), { timeout: maxMs, env: { PATH: process.env.PATH, LC_ALL: 'C' }, maxBuffer: 16 * 2 ** 20 }).catch((error: unknown) => {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    throw new HttpError(code === 'ENOENT' ? 501 : 400, code === 'ENOENT' ? 'there is no ps on this machine: install procps, or ask without arguments' : `ps: ${stderr.trim().split('\n')[0] ?? ''}`);
  });
  return rowsOf(stdout, pids);
};

/** The table that ps wrote. The last column holds spaces. Throws 400 without the column PID. */
export const rowsOf = (text: string, pids: ReadonlySet<string>): { titles: string[]; processes: string[][] } => {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const titles = head.trim().split(/\s+/);
  const place = titles.indexOf('PID');
  if (place < 0) throw new HttpError(400, "Couldn't find PID field in ps output");
  const rows = lines.map((line) => line.trim().split(/\s+/)).map((words) => [...words.slice(0, titles.length - 1), words.slice(titles.length - 1).join(' ')]);
  return { titles, processes: rows.filter((row) => pids.has(row[place] ?? '')) };
};

/** Processor time as ps writes it, `hh:mm:ss`. */
export const hoursOf = (ms: number): string => {
  const seconds = Math.floor(ms / 1_000);
  return [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
};
