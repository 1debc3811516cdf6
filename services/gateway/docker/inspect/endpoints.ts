import type { Container, ContainerSpec, Endpoint } from '#proto/container.ts';
import type { Network } from '#proto/network.ts';
import { endpointId } from '../network-view.ts';
import { askedOf } from './asked.ts';

/** The name of the mode, as a user would ask for it. */
export const networkMode = ({ networkMode: mode, networks: attached }: ContainerSpec, networks: readonly Network[]): string =>
  mode !== '' && mode !== 'bridge' ? mode : (networks.find(({ networkId }) => networkId === attached[0]?.network)?.name ?? 'bridge');

/** `NetworkSettings.Networks`, each endpoint with what was asked for it. */
export const endpointsOf = ({ containerId, endpoints, spec }: Container, networks: readonly Network[], aliasesHaveId = false): Record<string, EndpointView> => {
  const asked = spec ? (askedOf(spec).NetworkingConfig?.EndpointsConfig ?? {}) : {};
  const rows = (spec?.networks ?? []).map((attachment) => {
    const network = networks.find(({ networkId }) => networkId === attachment.network);
    const endpoint = endpoints.find(({ networkId }) => networkId === attachment.network);
    const name = network?.name ?? attachment.network;
    const aliases = aliasesHaveId && name !== 'bridge' ? [...new Set([...attachment.aliases, containerId.slice(0, 12)])] : attachment.aliases;
    return [name, endpointView(endpoint, network, aliases, asked[name] ?? {}, attachment.mac)] as const;
  });
  if (rows.length === 0 && (spec?.networkMode === 'host' || spec?.networkMode === 'none')) return { [spec.networkMode]: endpointView(undefined, networks.find(({ name }) => name === spec.networkMode), []) };
  return Object.fromEntries(rows);
};

type AskedEndpoint = { IPAMConfig?: unknown; Links?: unknown; DriverOpts?: unknown; GwPriority?: unknown };
export type EndpointView = ReturnType<typeof endpointView>;

export const endpointView = (endpoint: Endpoint | undefined, network: Network | undefined, aliases: readonly string[], asked: AskedEndpoint = {}, askedMac = '') => ({
  IPAMConfig: asked.IPAMConfig ?? null,
  Links: asked.Links ?? null,
  Aliases: aliases.length > 0 ? aliases : null,
  MacAddress: endpoint?.mac ?? askedMac,
  DriverOpts: asked.DriverOpts ?? null,
  GwPriority: asked.GwPriority ?? 0,
  NetworkID: network?.networkId ?? '',
  EndpointID: endpoint ? endpointId(endpoint.networkId, endpoint.address) : '',
  Gateway: endpoint ? (network?.gateway ?? '') : '',
  IPAddress: endpoint?.address ?? '',
  IPPrefixLen: endpoint ? Number(network?.subnet.split('/')[1] ?? 0) : 0,
  IPv6Gateway: '',
  GlobalIPv6Address: '',
  GlobalIPv6PrefixLen: 0,
  DNSNames: endpoint?.names ?? null,
});
