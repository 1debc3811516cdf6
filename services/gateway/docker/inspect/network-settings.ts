import type { Container } from '#proto/container.ts';
import type { EndpointView } from './endpoints.ts';

const isUp = ({ state }: Container): boolean => ['running', 'paused', 'stopping'].includes(state);

/** `NetworkSettings`, with the older fields, which tell of the default network only. */
export const networkSettings = (container: Container, endpoints: Record<string, EndpointView>) => {
  const bridge = endpoints.bridge;
  const up = isUp(container) && container.pid > 0;
  return {
    Bridge: '', SandboxID: up ? container.containerId : '', SandboxKey: up ? `/proc/${container.pid}/ns/net` : '', Ports: up ? portMap(container) : {}, HairpinMode: false, LinkLocalIPv6Address: '', LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null, SecondaryIPv6Addresses: null, EndpointID: bridge?.EndpointID ?? '', Gateway: bridge?.Gateway ?? '', GlobalIPv6Address: '', GlobalIPv6PrefixLen: 0, IPAddress: bridge?.IPAddress ?? '',
    IPPrefixLen: bridge?.IPPrefixLen ?? 0, IPv6Gateway: '', MacAddress: bridge?.MacAddress ?? '', Networks: endpoints,
  };
};

// A port that is exposed and not published is there with null.
const portMap = ({ ports, spec }: Container): Record<string, object[] | null> => {
  const map: Record<string, object[] | null> = Object.fromEntries((spec?.exposedPorts ?? []).map((key) => [key, null]));
  for (const { protocol, containerPort, hostPort, hostAddress } of ports) {
    const key = `${containerPort}/${protocol}`;
    map[key] = [...(map[key] ?? []), { HostIp: hostAddress || '0.0.0.0', HostPort: String(hostPort) }];
  }
  return map;
};
