import { existsSync, writeFileSync } from 'node:fs';

/** Writes a setting of the network namespace that this thread is in. One that this kernel does not have is left out. */
export const setSysctl = (path: string, value: string): void => {
  const file = `/proc/sys/net/${path}`;
  if (existsSync(file)) writeFileSync(file, value);
};
