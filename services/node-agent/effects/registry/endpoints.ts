import { BlockList, isIP } from 'node:net';

export type RegistryHosts = {
  /** URLs by domain, asked before it in this order. */
  mirrors: Readonly<Record<string, readonly string[]>>;
  /** `host`, `host:port` or `address/bits`: spoken to without verified TLS, or without TLS. */
  insecure: readonly string[];
};

/** Where a repository's registry answers. */
export type Endpoint = {
  /** `host[:port]` */
  host: string;
  /** Tried in this order: the first that is spoken there is it. */
  schemes: readonly ('https:' | 'http:')[];
  /** Whether certificates are looked at. */
  verify: boolean;
  /** Below which `/v2/` lies. */
  basePath: string;
  /** Whose credentials it gets: Docker Hub has other names than its host. */
  credentialsOf: string;
  isMirror: boolean;
};

const hubHost = 'registry-1.docker.io';

/** The places to ask for what belongs to `domain`, in order. Throws for a mirror that is no URL. */
export const endpointsOf = (domain: string, hosts: RegistryHosts): readonly Endpoint[] => [
  ...(hosts.mirrors[domain] ?? []).map((url) => mirrorOf(domain, url, hosts)),
  originOf(domain, hosts),
];

/** Where to push: a mirror only reads. */
export const originOf = (domain: string, hosts: RegistryHosts): Endpoint => {
  const host = domain === 'docker.io' ? hubHost : domain.toLowerCase();
  return { host, ...speech(isInsecure(host, hosts)), basePath: '', credentialsOf: domain, isMirror: false };
};

const mirrorOf = (domain: string, text: string, hosts: RegistryHosts): Endpoint => {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '')
    throw new Error(`the mirror "${text}" of ${domain} is no URL: write it like https://mirror.example`);
  const how = url.protocol === 'http:' ? { schemes: ['http:'] as const, verify: true } : speech(isInsecure(url.host, hosts));
  return { host: url.host, ...how, basePath: url.pathname.replace(/\/+$/, ''), credentialsOf: url.host, isMirror: true };
};

// As Docker: an insecure registry may still have a certificate, only a bad one.
const speech = (insecure: boolean): Pick<Endpoint, 'schemes' | 'verify'> => (insecure ? { schemes: ['https:', 'http:'], verify: false } : { schemes: ['https:'], verify: true });

/** As Docker has it: this machine itself, and what is listed. */
export const isInsecure = (host: string, { insecure }: Pick<RegistryHosts, 'insecure'>): boolean => {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  if (name === 'localhost' || isThisMachine(name)) return true;
  return insecure.some((entry) => entry.toLowerCase() === host.toLowerCase() || entry.toLowerCase() === name.toLowerCase() || isWithin(name, entry));
};

export const isThisMachine = (name: string): boolean => isWithin(name, '127.0.0.0/8') || isWithin(name, '::1/128') || name === 'localhost';

const isWithin = (address: string, range: string): boolean => {
  const family = isIP(address);
  const [network = '', bits = ''] = range.split('/');
  if (family === 0 || isIP(network) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return list.check(address, family === 4 ? 'ipv4' : 'ipv6');
};
