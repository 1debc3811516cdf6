import { Misuse } from '../dockerfile/problem.ts';

export type ExposedPorts = { /** `80/tcp`, ranges unfolded. */ ports: readonly string[]; /** It says more than a port: EXPOSE has no use for it. */ hasHost: boolean; isOddCase: boolean };

const portMax = 65_535;

/** One word of EXPOSE: `80`, `80/udp`, `8000-8010`; an address or port of the host before it means nothing. Throws Misuse. */
export const readPorts = (word: string): ExposedPorts => {
  const [range = '', protocol = 'tcp', ...more] = (word.split(':').at(-1) ?? '').split('/');
  const [from = Number.NaN, to = from] = range.split('-').map((port) => (/^\d{1,5}$/.test(port) ? Number(port) : Number.NaN));
  if (range.split('-').length > 2 || more.length > 0 || !(from <= to) || to > portMax) throw new Misuse(`"${word}" is no port: write 80, 80/udp or 8000-8010`, word);
  const lower = protocol.toLowerCase() || 'tcp';
  if (!['tcp', 'udp', 'sctp'].includes(lower)) throw new Misuse(`"${protocol}" is no protocol: ports have tcp, udp and sctp`, word);
  return { ports: Array.from({ length: to - from + 1 }, (_, index) => `${from + index}/${lower}`), hasHost: word.includes(':'), isOddCase: protocol !== lower && protocol !== '' };
};
