import { readFileSync } from 'node:fs';
import { arch, cpus, hostname, release, totalmem } from 'node:os';
import { heartbeat, joinNode } from '#endpoints/node.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { JoinNode } from '#proto/node.ts';
import type { AgentConfig } from '../config.ts';

const heartbeatEveryMs = 1_000;
const joinAgainMs = 1_000;

/** Tells the platform that this node is here, and goes on telling once a second. */
export const openHeartbeat = (config: AgentConfig, bus: Bus, context: () => Context, log: Log, containers: () => number, clock: () => number): { close: () => void } => {
  let closed = false;
  const join = async (): Promise<void> => {
    while (!closed) {
      try {
        await bus.callAsNode(config.nodeId, joinNode, facts(config), context());
        return;
      } catch (error) {
        log.warn({ err: error }, 'the platform did not take this node yet');
        await new Promise((resolve) => setTimeout(resolve, joinAgainMs));
      }
    }
  };
  const beat = (): void =>
    bus.publish(`hb.${config.nodeId}`, heartbeat.message, { nodeId: config.nodeId, atMs: clock(), containers: containers(), memoryAvailableBytes: memoryAvailableBytes() });
  void join();
  beat();
  const timer = setInterval(beat, heartbeatEveryMs);
  return { close: () => ((closed = true), clearInterval(timer)) };
};

const facts = ({ nodeId, name, address, dataUrl, labels, version }: AgentConfig): JoinNode => ({
  nodeId,
  name: name || hostname(),
  address,
  dataUrl,
  cpus: cpus().length,
  memoryBytes: totalmem(),
  labels,
  version,
  kernel: release(),
  os: osName(),
  arch: arch() === 'x64' ? 'amd64' : arch(),
});

const osName = (): string => /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux';

const memoryAvailableBytes = (): number => Number(/^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? 0) * 1024;
