import { isIpv4, isIpv6 } from './addresses.ts';
import type { Port } from './model.ts';
import type { At, Reader } from './reader.ts';

const portMax = 65_535;
/** A range that is longer was hardly meant. */
const rangeMax = 4_096;

/** Ports in both forms, `[[ip:]host:]container[/protocol]` with ranges, and as mappings. */
export const readPorts = (reader: Reader, at: At): Port[] =>
  reader.items(at).flatMap((item) => (item.tree?.kind === 'mapping' ? longPort(reader, item) : shortPort(reader, item)));

/** `expose`: ports of the container with their protocol, ranges written out. */
export const readExposed = (reader: Reader, at: At): string[] =>
  reader.oneOrMore(at).flatMap((item) => {
    const [ports = '', protocol = 'tcp', more] = reader.text(item).split('/');
    const numbers = range(ports);
    if (numbers && more === undefined && ['tcp', 'udp', 'sctp'].includes(protocol)) return numbers.map((port) => `${port}/${protocol}`);
    reader.problem(item, `"${reader.text(item)}" is no port: write a port or a range from 1 to ${portMax}, such as 80 or "8000-8010/udp"`);
    return [];
  });

const short = /^(?:(?:(\[[^\]]*\]|[^:[\]]*|.*::.*):)?(\d+(?:-\d+)?)?:)?(\d+(?:-\d+)?)(?:\/([a-z]+))?$/;

const shortPort = (reader: Reader, item: At): Port[] => {
  const written = reader.text(item);
  const [, address = '', host = '', container = '', protocol = 'tcp'] = short.exec(written) ?? [];
  if (container === '') return reject(reader, item, `"${written}" is no port: write "HOST:CONTAINER" such as "8080:80", in quotes`);
  return expand(reader, item, { address: address.replace(/^\[(.*)\]$/, '$1'), host, container, protocol, mode: 'ingress' });
};

const longKeys = { used: ['target', 'published', 'host_ip', 'protocol', 'mode', 'name', 'app_protocol'] };

const longPort = (reader: Reader, item: At): Port[] => {
  const field = reader.fields(item, longKeys);
  const mode = reader.text(field('mode'), 'ingress');
  if (mode !== 'ingress' && mode !== 'host') return reject(reader, field('mode'), `"${mode}" is no mode: write ingress or host`);
  const container = reader.text(field('target'));
  if (container === '') return reject(reader, item, 'has no target: say the port of the container');
  return expand(reader, item, { address: reader.text(field('host_ip')), host: reader.text(field('published')), container, protocol: reader.text(field('protocol'), 'tcp'), mode });
};

type Written = { address: string; host: string; container: string; protocol: string; mode: 'ingress' | 'host' };

const expand = (reader: Reader, item: At, { address, host, container, protocol, mode }: Written): Port[] => {
  if (protocol !== 'tcp' && protocol !== 'udp') return reject(reader, item, `protocol ${protocol} can't be published: use tcp or udp`);
  if (address !== '' && !isIpv4(address) && !isIpv6(address)) return reject(reader, item, `"${address}" is no address of the host: write one such as 127.0.0.1 or [::1]`);
  const containers = range(container);
  // 0 means the same as none: any port that is free.
  const hosts = host === '' || host === '0' ? [] : range(host);
  if (!containers) return reject(reader, item, outOfRange(container));
  if (!hosts) return reject(reader, item, outOfRange(host));
  if (hosts.length > 1 && containers.length === 1) return reject(reader, item, `the host port may not be chosen from the range ${host} yet: write one port, or none for any that is free`);
  if (hosts.length > 0 && hosts.length !== containers.length) return reject(reader, item, `${hosts.length} host ports for ${containers.length} container ports: give as many`);
  return containers.map((containerPort, index) => ({ protocol, containerPort, hostPort: hosts[index] ?? 0, hostAddress: address === '0.0.0.0' ? '' : address, mode }));
};

const outOfRange = (text: string): string =>
  /^\d+(-\d+)?$/.test(text) && text.split('-').some((port) => Number(port) > portMax || Number(port) === 0)
    ? `port ${text} is out of range: ports go from 1 to ${portMax}`
    : `"${text}" is no port and no range of ports: write FIRST-LAST, at most ${rangeMax} of them`;

const reject = (reader: Reader, item: At, message: string): Port[] => {
  reader.problem(item, message);
  return [];
};

/** `80` or `8000-8010`; undefined when it is neither, or leads out of what ports there are. */
const range = (text: string): number[] | undefined => {
  if (!/^\d+(-\d+)?$/.test(text)) return undefined;
  const [first = 0, last = first] = text.split('-').map(Number);
  if (first === 0 || last > portMax || last < first || last - first >= rangeMax) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};
