/** Where a path of the file leads: relative ones from the project's folder, `~` to the user's. */
export const resolvePath = (folder: string, path: string, home: string | undefined): string => {
  const from = path === '~' || path.startsWith('~/') ? `${home ?? '/root'}${path.slice(1)}` : path.startsWith('/') ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
};

/** Docker's rule: what begins so is a path of the host, everything else the name of a volume. */
export const isHostPath = (source: string): boolean => /^[./~]/.test(source);

export const baseName = (path: string): string => path.split('/').findLast((part) => part !== '') ?? '';
