import { Rejection } from '#kernel/rejection.ts';

const otherNames: Readonly<Record<string, string>> = { x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64' };

/** `os[/architecture[/variant]]`, or an architecture alone, as `?platform=` says it. Throws INVALID. */
export const platformOf = (asked = ''): string => {
  if (asked === '') return '';
  if (!/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+){0,2}$/.test(asked)) throw new Rejection('INVALID', `"${asked}" is an invalid platform: say os/architecture, as linux/amd64`);
  const parts = asked.toLowerCase().split('/').map((part) => otherNames[part] ?? part);
  return parts.length === 1 && parts[0] !== 'linux' ? `linux/${parts[0]}` : parts.join('/');
};
