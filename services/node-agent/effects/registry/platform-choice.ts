export type Platform = { os: string; architecture: string; variant?: string };

type Offered = { platform?: Platform };

const names: Readonly<Record<string, string>> = { x64: 'amd64', x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64', ia32: '386', i386: '386', armhf: 'arm' };
/** What runs where: a machine takes its own variant and all before it. */
const armVariants = ['v8', 'v7', 'v6', 'v5'];

export const platformText = ({ os, architecture, variant }: Platform): string => `${os}/${architecture}${variant === undefined ? '' : `/${variant}`}`;

/** `linux/arm64/v8`, `arm64`: as --platform takes it. Names of machines are understood, too. */
export const parsePlatform = (text: string): Platform => {
  const parts = text.toLowerCase().split('/');
  const [os = '', architecture = '', variant] = parts.length === 1 ? ['linux', ...parts] : parts;
  if (parts.length > 3 || !parts.every((part) => /^[a-z0-9][a-z0-9._-]*$/.test(part))) throw new Error(`"${text}" is no platform: write it like linux/amd64`);
  return { os, architecture: names[architecture] ?? architecture, ...(variant === undefined ? {} : { variant }) };
};

/** The one of an index for this platform: the nearest variant. Attestations, which say unknown/unknown, are never it. */
export const choosePlatform = <Entry extends Offered>(offered: readonly Entry[], wanted: Platform): Entry | undefined => {
  const fitting = offered.filter(({ platform }) => platform?.os === wanted.os && platform.architecture === wanted.architecture);
  for (const variant of variantsFor(wanted)) {
    const found = fitting.find(({ platform }) => normal(platform?.architecture, platform?.variant) === variant);
    if (found) return found;
  }
  if (fitting.length > 0) return wanted.variant === undefined ? fitting[0] : undefined;
  // Without any platform: the only image there is.
  return offered.every(({ platform }) => platform === undefined) && offered.length === 1 ? offered[0] : undefined;
};

const normal = (architecture: string | undefined, variant = ''): string => (architecture === 'arm64' && variant === 'v8' ? '' : architecture === 'arm' && variant === '' ? 'v7' : architecture === 'amd64' && variant === 'v1' ? '' : variant);

const variantsFor = ({ architecture, variant }: Platform): readonly string[] => {
  const own = normal(architecture, variant);
  if (architecture === 'arm') return armVariants.slice(Math.max(0, armVariants.indexOf(own)));
  return own === '' ? [''] : [own, ''];
};

/** What runs on this machine. */
export const machinePlatform: Platform = parsePlatform(process.arch);
