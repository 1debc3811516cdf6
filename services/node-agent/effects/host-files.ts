import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname as machineName } from 'node:os';
import { join } from 'node:path';
import type { ContainerSpec, Endpoint } from '#proto/container.ts';
import type { PreparedMount } from './runtime/port.ts';

export type HostFilesRequest = {
  directory: string;
  containerId: string;
  spec: ContainerSpec;
  endpoints: readonly Endpoint[];
  /** Address that `host-gateway` stands for. */
  hostGateway: string;
  /** Containers that it is linked to, where they are now. */
  links: readonly { address: string; names: readonly string[] }[];
};

/** Writes /etc/hosts, /etc/hostname and /etc/resolv.conf of a container and gives the mounts that put them there. */
export const writeHostFiles = ({ directory, containerId, spec, endpoints, hostGateway, links }: HostFilesRequest): PreparedMount[] => {
  mkdirSync(directory, { recursive: true });
  const hostname = spec.hostname || (spec.networkMode === 'host' ? machineName() : containerId.slice(0, 12));
  const files: Record<string, string> = {
    hosts: hostsFile(hostname, spec, endpoints, hostGateway, links),
    hostname: `${hostname}\n`,
    'resolv.conf': resolvConf(spec, endpoints),
  };
  return Object.entries(files)
    .filter(([name]) => !spec.mounts.some(({ target }) => target === `/etc/${name}`))
    .map(([name, text]) => {
      const source = join(directory, name);
      writeFileSync(source, text, { mode: 0o644 });
      return { source, target: `/etc/${name}`, readOnly: false, propagation: 'rprivate' };
    });
};

/** The files of a container whose network this one shares, where it has them. */
export const sharedHostFiles = (directory: string, spec: ContainerSpec): PreparedMount[] =>
  ['hosts', 'hostname', 'resolv.conf']
    .filter((name) => !spec.mounts.some(({ target }) => target === `/etc/${name}`) && existsSync(join(directory, name)))
    .map((name) => ({ source: join(directory, name), target: `/etc/${name}`, readOnly: false, propagation: 'rprivate', isFile: true }));

/** The name in its file; empty where a container has none, as on the machine's own network. */
export const hostnameIn = (directory: string): string => (existsSync(join(directory, 'hostname')) ? readFileSync(join(directory, 'hostname'), 'utf8').trim() : '');

export const removeHostFiles = (directory: string): void => rmSync(directory, { recursive: true, force: true });

/** Lines of addresses that came and went, in place: the container has this very file open, and may have written to it. */
export const changeHosts = (directory: string, containerId: string, spec: ContainerSpec, before: readonly string[], after: readonly string[]): void => {
  const path = join(directory, 'hosts');
  if (!existsSync(path) || spec.mounts.some(({ target }) => target === '/etc/hosts')) return;
  const gone = before.filter((address) => !after.includes(address));
  const kept = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '' && !gone.includes(line.split('\t')[0] ?? ''));
  const come = after.filter((address) => !before.includes(address)).map((address) => `${address}\t${ownNames(spec.hostname || containerId.slice(0, 12), spec)}`);
  writeFileSync(path, [...kept, ...come, ''].join('\n'));
};

const ownNames = (hostname: string, { domainname }: ContainerSpec): string => (domainname ? `${hostname}.${domainname} ${hostname}` : hostname);

const hostsFile = (hostname: string, spec: ContainerSpec, endpoints: readonly Endpoint[], hostGateway: string, links: HostFilesRequest['links']): string => {
  const names = ownNames(hostname, spec);
  const extra = spec.extraHosts.map((pair) => {
    const split = pair.search(/[:=]/);
    const address = pair.slice(split + 1).replace(/^\[(.*)\]$/, '$1');
    return `${address === 'host-gateway' ? hostGateway : address}\t${pair.slice(0, split)}\n`;
  });
  const first = spec.networkMode === 'host' ? readFileSync('/etc/hosts', 'utf8').replace(/\n?$/, '\n') : '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n';
  return `${first}${endpoints.map(({ address }) => `${address}\t${names}\n`).join('')}${links.map(({ address, names }) => `${address}\t${names.join(' ')}\n`).join('')}${extra.join('')}`;
};

// One nameserver only: musl asks all of them at once and takes the first answer. ndots:0 keeps dotted names from being searched first.
const resolvConf = ({ networkMode, dns, dnsSearch, dnsOptions }: ContainerSpec, endpoints: readonly Endpoint[]): string => {
  const search = dnsSearch.length > 0 ? `search ${dnsSearch.join(' ')}\n` : '';
  if (networkMode === 'none') return '';
  if (endpoints.length === 0) return onTheMachine(readFileSync('/etc/resolv.conf', 'utf8'), dns, search, dnsOptions);
  return `nameserver 127.0.0.11\n${search}options ${['ndots:0', ...dnsOptions].join(' ')}\n`;
};

/** The machine's own, with what was asked for in place of what it says. */
const onTheMachine = (own: string, dns: readonly string[], search: string, options: readonly string[]): string => {
  const kept = (word: string, isReplaced: boolean): string => (isReplaced ? '' : own.split('\n').filter((line) => line.startsWith(word)).map((line) => `${line}\n`).join(''));
  return [
    dns.map((address) => `nameserver ${address}\n`).join(''), kept('nameserver', dns.length > 0), search, kept('search', search !== ''), options.length > 0 ? `options ${options.join(' ')}\n` : '', kept('options', options.length > 0),
  ].join('');
};
