import { isIP } from 'node:net';
import { Rejection } from '#kernel/rejection.ts';
import type { PublishedPort } from '#proto/container.ts';
import type { CreateRequest } from './request.ts';

const portMax = 65_535;

const wrong = (text: string): never => {
  throw new Rejection('INVALID', `invalid port specification: "${text}"`);
};

const number = (text: string, whole: string): number => (/^\d+$/.test(text) && Number(text) <= portMax ? Number(text) : wrong(whole));

/** `80/tcp`. Throws INVALID for what is no port, or one of a protocol that is not forwarded. */
const privatePort = (key: string): { containerPort: number; protocol: string } => {
  const [port = '', protocol = 'tcp'] = key.split('/');
  if (!['tcp', 'udp', ''].includes(protocol)) throw new Rejection('INVALID', `port ${key} can't be published: protocol ${protocol} is not forwarded, use tcp or udp`);
  const containerPort = number(port, port);
  return containerPort === 0 ? wrong(port) : { containerPort, protocol: protocol || 'tcp' };
};

const published = (key: string, { HostIp = '', HostPort = '' }: { HostIp?: string; HostPort?: string }): PublishedPort => {
  const [from = '', to = from] = HostPort.split('-', 2);
  const hostPort = from === '' ? 0 : number(from, HostPort);
  const last = to === '' ? 0 : number(to, HostPort);
  if (last < hostPort) wrong(HostPort);
  if (HostIp !== '' && isIP(HostIp) === 0) throw new Rejection('INVALID', `invalid host address "${HostIp}" of port ${key}: use an IP address of the machine`);
  return { ...privatePort(key), hostPort, hostPortEnd: last === hostPort ? 0 : last, hostAddress: HostIp === '0.0.0.0' ? '' : HostIp, mode: 'host' };
};

/** Every port that is exposed, ranges written out. */
export const exposedPorts = ({ ExposedPorts = {}, HostConfig: { PortBindings = {} } = {} }: CreateRequest): string[] => {
  const spread = Object.keys(ExposedPorts).flatMap((key) => {
    const [range = '', protocol = 'tcp'] = key.split('/');
    const [from = '', to = from] = range.split('-', 2);
    const [first, last] = [number(from, range), number(to, range)];
    if (last < first) wrong(range);
    return Array.from({ length: last - first + 1 }, (_, offset) => `${first + offset}/${protocol}`);
  });
  return [...new Set([...spread, ...Object.keys(PortBindings).map((key) => (key.includes('/') ? key : `${key}/tcp`))])];
};

/** What is published, and what `-P` adds to it. On the machine's own network nothing is. */
export const portsOf = (request: CreateRequest): PublishedPort[] => {
  const { PortBindings = {}, PublishAllPorts = false, NetworkMode = '' } = request.HostConfig ?? {};
  // `{"80/tcp": []}` and null publish it anywhere free, as an empty binding does.
  const bound = Object.entries(PortBindings).flatMap(([key, bindings]) => (bindings?.length ? bindings : [{}]).map((binding) => published(key, binding)));
  const rest = PublishAllPorts ? exposedPorts(request).filter((key) => !(key in PortBindings)).map((key) => published(key, {})) : [];
  return NetworkMode === 'host' || NetworkMode === 'none' ? [] : [...bound, ...rest];
};
