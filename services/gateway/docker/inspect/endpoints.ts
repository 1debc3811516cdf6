import type { Container, ContainerSpec, Endpoint } from '#proto/container.ts';
import type { Network } from '#proto/network.ts';
import { endpointId } from '../network-view.ts';

/** The name of the mode, as a user would ask for it. */
export const networkMode = ({ networkMode: mode, networks: attached }: ContainerSpec, networks: readonly Network[]): string =>
  mode !== '' && mode !== 'bridge' ? mode : (networks.find(({ networkId }) => networkId === attached[0]?.network)?.name ?? 'bridge');

/** `NetworkSettings.Networks`. */
export const endpointsOf = ({ endpoints, spec }: Container, networks: readonly Network[]): Record<string, object> => {
  const attached = spec?.networks ?? [];
  const rows = attached.map((attachment) => {
    const network = networks.find(({ networkId }) => networkId === attachment.network);
    const endpoint = endpoints.find(({ networkId }) => networkId === attachment.network);
    return [network?.name ?? attachment.network, endpointView(endpoint, network, attachment.aliases)] as const;
  });
  if (rows.length === 0 && (spec?.networkMode === 'host' || spec?.networkMode === 'none')) return { [spec.networkMode]: endpointView(undefined, undefined, []) };
  return Object.fromEntries(rows);
};

export const endpointView = (endpoint: Endpoint | undefined, network: Network | undefined, aliases: readonly string[]) => ({
  IPAMConfig: null,
  Links: null,
  Aliases: aliases.length > 0 ? aliases : null,
  DriverOpts: null,
  NetworkID: network?.networkId ?? '',
  EndpointID: endpoint ? endpointId(endpoint.networkId, endpoint.address) : '',
  Gateway: endpoint ? (network?.gateway ?? '') : '',
  IPAddress: endpoint?.address ?? '',
  IPPrefixLen: endpoint ? Number(network?.subnet.split('/')[1] ?? 0) : 0,
  IPv6Gateway: '',
  GlobalIPv6Address: '',
  GlobalIPv6PrefixLen: 0,
  MacAddress: endpoint?.mac ?? '',
  DNSNames: endpoint?.names ?? null,
});
