import { isIPv4 } from 'node:net';
import { Rejection } from '#kernel/rejection.ts';
import type { NetworkAttachment } from '#proto/container.ts';
import { isMac } from './check-config.ts';
import type { CreateRequest } from './request.ts';

/** Networks and how the container is attached to each. */
export const networksOf = ({ HostConfig: host = {}, NetworkingConfig, MacAddress = '', NetworkDisabled }: CreateRequest): { networkMode: string; networks: NetworkAttachment[] } => {
  const mode = host.NetworkMode || 'default';
  const asked = NetworkingConfig?.EndpointsConfig ?? {};
  if (mode === 'host' || mode === 'none' || mode.startsWith('container:')) return { networkMode: mode, networks: [] };
  if (NetworkDisabled) return { networkMode: 'none', networks: [] };
  const first = mode === 'default' ? 'bridge' : mode;
  const names = [first, ...Object.keys(asked).filter((name) => name !== mode && name !== first)];
  return {
    networkMode: 'bridge',
    networks: names.map((network) => {
      const endpoint = asked[network] ?? (network === first ? asked[mode] : undefined);
      const address = endpoint?.IPAMConfig?.IPv4Address ?? '';
      const mac = endpoint?.MacAddress || (network === first ? MacAddress : '');
      if (address !== '' && !isIPv4(address)) throw new Rejection('INVALID', `invalid config for network ${network}: invalid endpoint settings:\n* invalid IPv4 address: ${address}`);
      if (mac !== '' && !isMac(mac)) throw new Rejection('INVALID', `invalid config for network ${network}: invalid MAC address ${mac}`);
      return { network, aliases: endpoint?.Aliases ?? [], address, mac };
    }),
  };
};

/** `container[:alias]`, from the host's configuration and from every endpoint. */
export const linksOf = ({ HostConfig: host = {}, NetworkingConfig }: CreateRequest): { container: string; alias: string }[] => {
  const texts = [...(host.Links ?? []), ...Object.values(NetworkingConfig?.EndpointsConfig ?? {}).flatMap((endpoint) => endpoint?.Links ?? [])];
  return texts.map((text) => {
    const [container = '', alias = container] = text.replace(/^\//, '').split(':');
    if (container === '' || alias === '') throw new Rejection('INVALID', `bad format for links: ${text}: say container:alias`);
    return { container, alias: alias.split('/').at(-1) ?? alias };
  });
};
