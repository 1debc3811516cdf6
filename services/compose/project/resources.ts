import type { Resources } from './model.ts';
import type { At, Fields, Reader } from './reader.ts';
import { isUnset } from './tree.ts';

/** Docker takes no less: a container could not even begin. */
const memoryLeastBytes = 6 * 2 ** 20;
const nanoPerCpu = 1e9;

/** Limits, under the old names and below `deploy.resources`; what `deploy` says counts. */
export const readResources = (reader: Reader, field: Fields, at: At): Resources => {
  const { bytes, text } = reader;
  const part = reader.fields(at, { used: ['limits', 'reservations'] });
  const limits = reader.fields(part('limits'), { used: ['cpus', 'memory', 'pids'] });
  const reservations = reader.fields(part('reservations'), { used: ['memory'], unused: { cpus: 'has no effect yet' }, refused: { devices: 'this key is not supported yet: leave it out', generic_resources: 'this key is not supported yet: leave it out' } });

  const memory = (first: At, second: At): number => {
    const where = oneOf(reader, first, second);
    const value = bytes(where);
    if (value > 0 && value < memoryLeastBytes) reader.problem(where, `${text(where)} of memory are too few: give at least 6m`);
    return Math.max(0, value);
  };
  const cpus = (first: At, second: At): number => Math.round(reader.number(oneOf(reader, first, second), { whole: false, most: 1_024 }) * nanoPerCpu);

  const memoryBytes = memory(limits('memory'), field('mem_limit'));
  const memoryReservationBytes = memory(reservations('memory'), field('mem_reservation'));
  if (memoryBytes > 0 && memoryReservationBytes > memoryBytes) reader.problem(reservations('memory').tree ? reservations('memory') : field('mem_reservation'), 'more memory is reserved than the limit allows: raise the limit or reserve less');
  const memorySwapBytes = bytes(field('memswap_limit'));
  if (memorySwapBytes > 0 && memorySwapBytes < memoryBytes) reader.problem(field('memswap_limit'), 'is memory and swap together, and less than the limit of memory: raise it');
  return {
    memoryBytes,
    memoryReservationBytes,
    memorySwapBytes,
    nanoCpus: cpus(limits('cpus'), field('cpus')),
    cpuShares: reader.number(field('cpu_shares')),
    cpuset: text(field('cpuset')),
    pidsMax: Math.max(0, reader.number(oneOf(reader, limits('pids'), field('pids_limit')), { least: -1 })),
  };
};

/** Two names for one limit: either may be there, and both when they agree. */
const oneOf = (reader: Reader, first: At, second: At): At => {
  if (isUnset(first.tree)) return second;
  if (!isUnset(second.tree) && reader.text(first) !== reader.text(second)) reader.problem(second, `is ${reader.text(second)}, and ${first.path} is ${reader.text(first)}: keep one of them`);
  return first;
};
