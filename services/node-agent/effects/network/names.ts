import { createHash } from 'node:crypto';

/** Longest name the kernel gives an interface. */
export const INTERFACE_NAME_MAX = 15;
/** Leaves room for the letter of the kind and ten characters of the id. */
const PREFIX_MAX = 4;
const ID_CHARS = 10;

/** Names of what this node makes in the kernel. A prefix of its own keeps two platforms on one machine apart. */
export type InterfaceNames = {
  bridge: (networkId: string) => string;
  vxlan: (networkId: string) => string;
  veth: (namespaceInode: number, ifname: string) => string;
  /** Told by the name alone, so that what a dead netd left behind is found too. */
  kindOf: (name: string) => 'bridge' | 'vxlan' | 'veth' | undefined;
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, ID_CHARS);

// A reader of `ip link` finds the network by the start of its id, as he would with Docker's bridges.
const short = (id: string): string => (/^[0-9a-f]{10}/.test(id) ? id.slice(0, ID_CHARS) : digest(id));

export const interfaceNames = (prefix: string): InterfaceNames => {
  if (prefix === '' || prefix.length > PREFIX_MAX) throw new Error(`bridge prefix "${prefix}" leaves no room in an interface name: use 1 to ${PREFIX_MAX} characters`);
  const letters = { b: 'bridge', x: 'vxlan', v: 'veth' } as const;
  const ours = new RegExp(`^${RegExp.escape(prefix)}([bxv])[0-9a-f]{${ID_CHARS}}$`);
  return {
    bridge: (networkId) => `${prefix}b${short(networkId)}`,
    vxlan: (networkId) => `${prefix}x${short(networkId)}`,
    veth: (namespaceInode, ifname) => `${prefix}v${digest(`${namespaceInode}/${ifname}`)}`,
    kindOf: (name) => letters[ours.exec(name)?.[1] as keyof typeof letters],
  };
};

/** A MAC made of the address, so that nobody has to be told both. */
export const macOf = (address: string): string =>
  ['02', '42', ...address.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'))].join(':');
