import { Rejection } from '#kernel/rejection.ts';
import { contains, formatBlock, parseAddress, parseBlock, type Block } from './subnets.ts';

/** Refuses a subnet, gateway or range that can't be had, in the words of Docker's engine. Empty ones are not asked for. */
export const checkPool = ({ subnet, gateway, ipRange }: { subnet: string; gateway: string; ipRange: string }): void => {
  if (subnet === '') {
    if (gateway !== '' || ipRange !== '') throw new Rejection('INVALID', 'invalid network config:\ninvalid subnet : invalid CIDR block notation');
    return;
  }
  const whole = blockOf('subnet', subnet);
  if (gateway !== '' && !contains(whole, addressOf('gateway', gateway))) throw new Rejection('INVALID', `invalid network config:\ninvalid gateway ${gateway}: parent subnet ${subnet} doesn't contain this address`);
  if (ipRange === '') return;
  const range = blockOf('ip-range', ipRange);
  if (range.prefix < whole.prefix || !contains(whole, range.first)) throw new Rejection('INVALID', `invalid network config:\ninvalid ip-range ${ipRange}: it should be part of ${subnet}`);
};

const blockOf = (what: string, text: string): Block => {
  const block = readable(what, text, 'invalid CIDR block notation', parseBlock);
  if (formatBlock(block) !== text) throw new Rejection('INVALID', `invalid network config:\ninvalid ${what} ${text}: it should be ${formatBlock(block)}`);
  return block;
};

const addressOf = (what: string, text: string): number => readable(what, text, 'invalid address', parseAddress);

const readable = <Value>(what: string, text: string, problem: string, read: (text: string) => Value): Value => {
  try {
    return read(text);
  } catch {
    throw new Rejection('INVALID', `invalid network config:\ninvalid ${what} ${text}: ${problem}`);
  }
};
