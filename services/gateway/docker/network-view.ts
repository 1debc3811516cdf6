import type { Attached, Network } from '#proto/network.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** A network as `GET /networks` and `GET /networks/{id}` show it; who is on it only the latter tells. */
export const networkView = (network: Network) => ({
  Name: network.name,
  Id: network.networkId,
  Created: iso(network.createdAtMs),
  Scope: 'local',
  Driver: network.driver === 'none' ? 'null' : network.driver,
  EnableIPv4: true,
  EnableIPv6: false,
  IPAM: network.subnet === '' ? { Driver: 'default', Options: null, Config: null } : { Driver: 'default', Options: {}, Config: [{ Subnet: network.subnet, ...(network.ipRange === '' ? {} : { IPRange: network.ipRange }), Gateway: network.gateway }] },
  Internal: network.internal,
  Attachable: network.attachable,
  Ingress: false,
  ConfigFrom: { Network: '' },
  ConfigOnly: false,
  Containers: {} as Record<string, ReturnType<typeof attachedView>>,
  Options: network.options,
  Labels: network.labels,
});

export const networkInspect = (network: Network) => ({
  ...networkView(network),
  Containers: Object.fromEntries(network.attached.map((one) => [one.containerId, attachedView(one, network)])),
});

const attachedView = ({ name, address, mac }: Attached, { networkId, subnet }: Network) => ({
  Name: name, EndpointID: endpointId(networkId, address), MacAddress: mac, IPv4Address: `${address}/${subnet.split('/')[1]}`, IPv6Address: '',
});

/** Follows from the network and the address: it is another one after each change of them. */
export const endpointId = (networkId: string, address: string): string =>
  `${networkId.slice(0, 32)}${address.split('.').map((octet) => Number(octet).toString(16).padStart(2, '0')).join('')}`.padEnd(64, '0');
