/** A path without `.`, `..`, double slashes and a slash at its end, as Go's path.Clean: `..` at the top of an absolute path goes, of a relative one stays. Empty is `.`. */
export const cleanPath = (path: string): string => {
  const isAbsolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute) parts.push('..');
  }
  const clean = parts.join('/');
  return isAbsolute ? `/${clean}` : clean || '.';
};

/** The path seen from `/`: nothing leads out of it. Always absolute and clean. */
export const belowRoot = (path: string, directory = '/'): string => cleanPath(path.startsWith('/') ? path : `/${directory}/${path}`);
