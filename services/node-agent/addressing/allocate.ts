/** IPv4 as a number. */
export const toNumber = (address: string): number => address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);

export const toAddress = (number: number): string => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');

/** First and last number of a CIDR block. */
export const rangeOf = (cidr: string): { first: number; last: number; prefix: number } => {
  const [base = '', bits = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(toNumber(base) / size) * size;
  return { first, last: first + size - 1, prefix: Number(bits) };
};

/** The next free address of a block after the one given last, so that an address rests before it is given again; nothing when full. */
export const allocate = (block: string, subnet: string, taken: ReadonlySet<string>, lastGiven: string): string | undefined => {
  const { first, last } = rangeOf(block);
  const whole = rangeOf(subnet);
  const size = last - first + 1;
  const given = lastGiven === '' ? -1 : toNumber(lastGiven);
  // What was given last may be of another block.
  const start = given >= first && given <= last ? given + 1 : first;
  for (let step = 0; step < size; step++) {
    const number = first + ((start - first + step) % size);
    // The subnet's first and last addresses mean the network and everybody.
    if (number === whole.first || number === whole.last) continue;
    const address = toAddress(number);
    if (!taken.has(address)) return address;
  }
  return undefined;
};

/** The MAC that goes with an address, as Docker makes it: who knows the address knows the MAC. */
export const macOf = (address: string): string => `02:42:${address.split('.').map((octet) => Number(octet).toString(16).padStart(2, '0')).join(':')}`;
