import { Misuse } from '../dockerfile/problem.ts';

/** https://github.com/opencontainers/image-spec/blob/main/image-index.md#platform-variants */
export type Platform = { os: string; architecture: string; variant: string };

const systems = new Set(['linux', 'windows', 'darwin', 'freebsd', 'openbsd', 'netbsd', 'solaris', 'aix', 'android', 'ios', 'plan9', 'wasip1', 'js']);

/** Names that people write for others. */
const architectures: ReadonlyMap<string, readonly [string, string?]> = new Map<string, readonly [string, string?]>([
  ['x86_64', ['amd64']], ['x86-64', ['amd64']], ['aarch64', ['arm64']], ['armhf', ['arm', 'v7']], ['armel', ['arm', 'v6']], ['i386', ['386']],
]);

const known = new Set(['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mips64', 'mips64le', 'mipsle', 'ppc64', 'ppc64le', 'riscv64', 's390x', 'wasm']);

/** `linux/arm64`, `linux/arm/v7`, `arm64`, `linux`: what is missing is taken from `host`. Throws Misuse. */
export const parsePlatform = (text: string, host: Platform): Platform => {
  const parts = text.toLowerCase().split('/');
  const [first = '', second = '', variant = ''] = parts;
  if (parts.length > 3 || !parts.every((part) => /^[a-z0-9_.-]+$/.test(part))) throw new Misuse(`"${text}" is no platform: write os/architecture, for example linux/arm64`, text);
  if (parts.length > 1) return normal(first, second, variant);
  if (systems.has(first) || first === 'macos') return normal(first, host.architecture, host.variant);
  if (!known.has(first) && !architectures.has(first)) throw new Misuse(`"${text}" is neither an operating system nor an architecture: write os/architecture, for example linux/arm64`, text);
  return normal(host.os, first, '');
};

const normal = (os: string, written: string, variant: string): Platform => {
  const [architecture, implied = ''] = architectures.get(written) ?? [written];
  return { os: os === 'macos' ? 'darwin' : os, architecture, variant: normalVariant(architecture, variant || implied) };
};

// What every machine of an architecture is needs no saying, but 32-bit ARM has no such thing.
const normalVariant = (architecture: string, variant: string): string => {
  if (architecture === 'arm') return variant === '' ? 'v7' : /^[5-8]$/.test(variant) ? `v${variant}` : variant;
  return (architecture === 'arm64' && (variant === 'v8' || variant === '8')) || (architecture === 'amd64' && variant === 'v1') ? '' : variant;
};

export const formatPlatform = ({ os, architecture, variant }: Platform): string => [os, architecture, ...(variant === '' ? [] : [variant])].join('/');
