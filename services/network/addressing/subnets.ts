/** A block of IPv4 addresses: first address as a number, and prefix length. */
export type Block = { first: number; prefix: number };

const octets = (address: string): number[] => address.split('.').map(Number);

/** Throws when the text is no IPv4 block such as `10.1.0.0/16`. Bits below the prefix are cut off. */
export const parseBlock = (cidr: string): Block => {
  const [address = '', bits = ''] = cidr.split('/');
  const parts = octets(address);
  const prefix = Number(bits);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255) || bits === '' || !Number.isInteger(prefix) || prefix < 0 || prefix > 32)
    throw new Error(`"${cidr}" is no subnet: write it like 10.1.0.0/16`);
  const number = parts.reduce((sum, part) => sum * 256 + part, 0);
  return { first: number - (number % 2 ** (32 - prefix)), prefix };
};

export const sizeOf = ({ prefix }: Block): number => 2 ** (32 - prefix);

export const formatAddress = (number: number): string => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');

export const parseAddress = (address: string): number => parseBlock(`${address}/32`).first;

export const formatBlock = (block: Block): string => `${formatAddress(block.first)}/${block.prefix}`;

export const overlaps = (a: Block, b: Block): boolean => a.first < b.first + sizeOf(b) && b.first < a.first + sizeOf(a);

export const contains = (block: Block, address: number): boolean => address >= block.first && address < block.first + sizeOf(block);

// Docker's own pools, so that people's firewalls and VPNs already know them. 172.17 is the network "bridge".
const pools: readonly { base: string; prefix: number }[] = [
  ...Array.from({ length: 14 }, (_, place) => ({ base: `172.${18 + place}.0.0/16`, prefix: 16 })),
  { base: '192.168.0.0/16', prefix: 20 },
  { base: '10.128.0.0/9', prefix: 24 },
];

/** The first subnet of the pools that overlaps none of `taken`; nothing when all are. */
export const freeSubnet = (taken: readonly Block[]): Block | undefined => {
  for (const { base, prefix } of pools) {
    const pool = parseBlock(base);
    for (let first = pool.first; first < pool.first + sizeOf(pool); first += 2 ** (32 - prefix)) {
      const block = { first, prefix };
      if (!taken.some((other) => overlaps(block, other))) return block;
    }
  }
  return undefined;
};

/** How large a node's share is: room for 256 nodes in a /16, and never less than 8 addresses or more than the subnet. */
export const nodePrefix = ({ prefix }: Block): number => Math.max(prefix, Math.min(prefix + 8, 29));

/** The first share of the subnet that no node has. */
export const freeNodeBlock = (subnet: Block, taken: readonly Block[]): Block | undefined => {
  const prefix = nodePrefix(subnet);
  for (let first = subnet.first; first < subnet.first + sizeOf(subnet); first += 2 ** (32 - prefix)) {
    const block = { first, prefix };
    if (!taken.some((other) => overlaps(block, other))) return block;
  }
  return undefined;
};

/** The node's own address: the first of its block that means neither the network, everybody, nor the gateway. */
export const ownAddress = (block: Block, subnet: Block, gateway: number): number => {
  for (let address = block.first; ; address++) if (address !== subnet.first && address !== gateway && address !== subnet.first + sizeOf(subnet) - 1) return address;
};
