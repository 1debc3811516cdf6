import type { BoundPort, PublishedPort } from '#proto/container.ts';
import { probePort, taken } from '../effects/host-ports.ts';
import type { Records } from '../effects/records.ts';

/** Who publishes which host ports of this machine. Replicas of one service share theirs; nobody else shares any. */
export type Ports = {
  /**
   * Chooses the host ports of a container that is about to start; 0 becomes a free one. `owner` is its service, or the container itself.
   * `answered` says of a port that this node answers it for the same owner already. Throws with address and port when one is taken.
   */
  choose: (containerId: string, owner: string, ports: readonly PublishedPort[], answered: (port: PublishedPort) => boolean) => Promise<BoundPort[]>;
  /** The container is recorded, or will not start. */
  settled: (containerId: string) => void;
};

type Claim = { containerId: string; owner: string; protocol: string; hostPort: number; hostAddress: string; /** Settles once it was seen that no other program has it. */ free: Promise<number> };

export const openPorts = (records: Records): Ports => {
  const starting = new Map<string, Claim[]>();

  const claims = (): Claim[] => [
    ...[...starting.values()].flat(),
    ...[...records.all()].flatMap(({ containerId, owner, ports }) => ports.map(({ protocol, hostPort, hostAddress }) => ({ containerId, owner, protocol, hostPort, hostAddress, free: Promise.resolve(hostPort) }))),
  ];

  const claim = (containerId: string, owner: string, port: PublishedPort, answered: boolean): Claim => {
    const protocol = port.protocol || 'tcp';
    const others = port.hostPort === 0 ? [] : claims().filter((one) => one.containerId !== containerId && one.protocol === protocol && one.hostPort === port.hostPort && overlap(one.hostAddress, port.hostAddress));
    if (others.some((one) => one.owner !== owner)) throw taken(port);
    // Two that look at the same time would take each other for the other program: one looks for all.
    const free = answered ? Promise.resolve(port.hostPort) : (others[0]?.free ?? probePort(port));
    free.catch(() => {});
    const mine: Claim = { containerId, owner, protocol, hostPort: port.hostPort, hostAddress: port.hostAddress, free };
    starting.set(containerId, [...(starting.get(containerId) ?? []), mine]);
    return mine;
  };

  const firstFree = async (containerId: string, owner: string, port: PublishedPort): Promise<number> => {
    for (let hostPort = port.hostPort; ; hostPort++) {
      const before = starting.get(containerId) ?? [];
      try {
        return await claim(containerId, owner, { ...port, hostPort }, false).free;
      } catch (error) {
        starting.set(containerId, (starting.get(containerId) ?? []).filter((one) => before.includes(one) || one.hostPort !== hostPort));
        if (hostPort >= port.hostPortEnd) throw error;
      }
    }
  };

  return {
    choose: async (containerId, owner, ports, answered) => {
      const mine = ports.map((port) => (port.hostPortEnd > 0 ? firstFree(containerId, owner, port) : claim(containerId, owner, port, answered(port)).free));
      return Promise.all(ports.map(async (port, place) => ({ protocol: port.protocol || 'tcp', containerPort: port.containerPort, hostPort: (await mine[place]) ?? port.hostPort, hostAddress: port.hostAddress })));
    },
    settled: (containerId) => void starting.delete(containerId),
  };
};

const overlap = (a: string, b: string): boolean => a === b || a === '' || b === '' || a === '0.0.0.0' || b === '0.0.0.0';
