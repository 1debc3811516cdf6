import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from './platform.ts';

/** Writes a compose file into a folder of its own and gives its path; other files go beside it. */
export const writeProject = ({ first }: Pick<Platform, 'first'>, text: string, others: Readonly<Record<string, string>> = {}): string => {
  const folder = join(first.state, 'projects', /^name: (\S+)/m.exec(text)?.[1] ?? 'project');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(others)) writeFileSync(join(folder, name), content);
  const path = join(folder, 'compose.yaml');
  writeFileSync(path, text);
  return path;
};
