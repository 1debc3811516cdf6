import koffi from 'koffi';

export type SystemError = Error & { code: string; errno: number };

/** What the last system call by koffi failed with, or the number given: its name (`ENOENT`) is in `code`, as Node's own errors have it. */
export const systemError = (what: string, errno: number = koffi.errno()): SystemError => {
  const code = Object.entries(koffi.os.errno).find(([, value]) => value === errno)?.[0] ?? `errno ${errno}`;
  return Object.assign(new Error(`${what}: ${code}`), { code, errno });
};

export const isSystemError = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
