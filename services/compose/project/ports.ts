import type { Port } from './model.ts';
import type { At, Reader } from './reader.ts';

const portMax = 65_535;
/** A range that is longer was hardly meant. */
const rangeMax = 4_096;

/** Ports in both forms, `[[ip:]host:]container[/protocol]` with ranges, and as mappings. */
export const readPorts = (reader: Reader, at: At): Port[] =>
  reader.items(at).flatMap((item) => (item.tree?.kind === 'mapping' ? longPort(reader, item) : shortPort(reader, item)));

const short = /^(?:(?:(\[[0-9a-fA-F:]+\]|[\d.]+|[0-9a-fA-F:]{2,}):)?(?:(\d+(?:-\d+)?)?:))?(\d+(?:-\d+)?)(?:\/(tcp|udp|sctp))?$/;

const shortPort = (reader: Reader, item: At): Port[] => {
  const written = reader.text(item);
  const [, address = '', host = '', container = '', protocol = 'tcp'] = short.exec(written) ?? [];
  if (container === '') return reject(reader, item, `"${written}" is no port: write "HOST:CONTAINER" such as "8080:80", in quotes`);
  return expand(reader, item, { address: address.replace(/[[\]]/g, ''), host, container, protocol, mode: 'ingress' });
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
  const containers = range(container);
  const hosts = host === '' ? [] : range(host);
  for (const port of [...containers, ...hosts]) if (!(port <= portMax)) return reject(reader, item, `port ${port} is out of range: ports go from 1 to ${portMax}`);
  if (containers.some((port) => port === 0)) return reject(reader, item, 'a container has no port 0: ports go from 1 to 65535');
  if (containers.length === 0 || containers.length > rangeMax) return reject(reader, item, `"${container}" is no range of ports: write FIRST-LAST, at most ${rangeMax} of them`);
  if (hosts.length > 0 && hosts.length !== containers.length) return reject(reader, item, `${hosts.length} host ports for ${containers.length} container ports: give as many`);
  return containers.map((containerPort, index) => ({ protocol, containerPort, hostPort: hosts[index] ?? 0, hostAddress: address === '0.0.0.0' ? '' : address, mode }));
};

const reject = (reader: Reader, item: At, message: string): Port[] => {
  reader.problem(item, message);
  return [];
};

const range = (text: string): number[] => {
  const [first = Number.NaN, last = first] = text.split('-').map(Number);
  return last >= first && last - first <= rangeMax ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
};
