import { containerWork, listWork } from '#endpoints/container.ts';
import { listVolumeWork, reportVolume, volumeWork } from '#endpoints/volume.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { WantedContainer } from '#proto/container.ts';
import { hear, none } from '../assignments/assignments.ts';
import type { AgentConfig } from '../config.ts';
import type { ContentStore } from '../effects/content/port.ts';
import type { Network } from '../effects/network/port.ts';
import type { Records } from '../effects/records.ts';
import type { Runtime } from '../effects/runtime/port.ts';
import type { Plan } from '../reconcile/plan.ts';
import { reconcile, type Noted, type Wanted } from '../reconcile/reconcile.ts';
import type { ContentWork } from './content-work.ts';
import { openHealthProbes, type HealthProbes } from './health.ts';
import { openHeartbeat } from './heartbeat.ts';
import type { Images } from './images.ts';
import { networksText } from './interfaces.ts';
import type { Networks } from './networks.ts';
import { perform, type Performing } from './perform.ts';
import type { Ports } from './ports.ts';
import { openTurns, type Turns } from './turns.ts';
import type { WaitingClients } from './waiting-clients.ts';

export type AgentParts = {
  config: AgentConfig;
  bus: Bus;
  log: Log;
  clock: () => number;
  context: () => Context;
  runtime: Runtime;
  content: ContentStore;
  network: Network;
  networks: Networks;
  images: Images;
  contentWork: ContentWork;
  records: Records;
  clients: WaitingClients;
  ports: Ports;
};

export type Agent = { healthOf: HealthProbes['seenOf']; wanted: () => ReadonlyMap<string, WantedContainer>; /** While no turn of the container runs. */ exclusively: Turns['exclusively']; close: () => Promise<void> };

/** Asks for everything wanted so often, in case a push was lost, and looks at the whole machine. */
const askEveryMs = 5_000;

/** Makes this machine as wanted, container by container, and tells what it sees. */
export const openAgent = (parts: AgentParts): Agent => {
  const { config, bus, log, clock, context, runtime, records } = parts;
  let assignments = none<WantedContainer>();
  const on: Performing = { ...parts, nodeId: config.nodeId, filesDirectory: `${config.runDirectory}/files`, apiSocket: `${config.runDirectory}/docker.sock`, reported: new Map(), limitsOf };
  const health = openHealthProbes(config.nodeId, runtime, bus, context, log, clock);
  const turns = openTurns({
    log,
    clock,
    plan: (containerId) => planFor(containerId),
    perform: (containerId, operation) => perform(on, containerId, assignments.wanted.get(containerId), operation),
  });

  const planFor = async (containerId: string): Promise<Plan> => {
    const wanted = assignments.wanted.get(containerId);
    if (!wanted && !assignments.complete) return { steps: [] };
    const seen = await runtime.get(containerId);
    if (wanted && seen?.state === 'running' && seen.run === wanted.run && wanted.runSeen) health.watch(wanted);
    else health.forget(containerId);
    return reconcile(containerId, wanted && wantedOf(wanted), seen, notedOf(on, containerId, wanted), clock());
  };

  const take = (containers: readonly WantedContainer[], complete: boolean, upTo: number): void => {
    assignments = hear(assignments, containers, complete, upTo);
    for (const { containerId } of containers) turns.wake(containerId);
  };

  const lookAround = async (): Promise<void> => {
    try {
      const { message, sequence } = await bus.callAsNode(config.nodeId, listWork, {}, context());
      take(message.containers, true, sequence);
      for (const { containerId } of await runtime.list()) turns.wake(containerId);
      for (const { containerId } of records.all()) turns.wake(containerId);
      await parts.networks.refresh();
      const { message: volumes } = await bus.callAsNode(config.nodeId, listVolumeWork, {}, context());
      await removeVolumes(parts, volumes.remove);
      await parts.contentWork.refresh(sequence);
    } catch (error) {
      log.warn({ err: error }, 'the platform could not be asked what is wanted here');
    }
  };

  const stopListening = [
    bus.subscribe(`work.${config.nodeId}.${containerWork.kind}`, containerWork.message, ({ containers }) => take(containers, false, 0)),
    bus.subscribe(`work.${config.nodeId}.${volumeWork.kind}`, volumeWork.message, ({ remove }) => void removeVolumes(parts, remove)),
  ];
  const exits = runtime.watch(turns.wake);
  const heartbeat = openHeartbeat(config, bus, context, log, () => assignments.wanted.size, clock);
  void lookAround();
  const timer = setInterval(() => void lookAround(), askEveryMs);

  return {
    healthOf: health.seenOf,
    wanted: () => assignments.wanted,
    exclusively: turns.exclusively,
    close: async () => {
      clearInterval(timer);
      stopListening.forEach((stop) => stop());
      heartbeat.close();
      health.close();
      exits.close();
      turns.close();
      parts.networks.close();
      parts.contentWork.close();
      await turns.settled();
    },
  };
};

const limitsOf = ({ spec }: WantedContainer): string => JSON.stringify(spec?.resources ?? null);

const wantedOf = (wanted: WantedContainer): Wanted => ({ ...wanted, limits: limitsOf(wanted), networks: networksText(wanted.spec) });

const notedOf = ({ records, reported }: Performing, containerId: string, wanted: WantedContainer | undefined): Noted => {
  const record = records.get(containerId);
  return {
    delivered: record?.delivered ?? { run: 0, stop: '', signalNumber: 0 },
    limits: record?.limits ?? 'null',
    // An agent before this one did not note them; there was no way to change them either.
    networks: record?.networks ?? networksText(wanted?.spec),
    remains: record?.remains ?? false,
    reportedRun: reported.get(containerId) ?? 0,
  };
};

const removeVolumes = async ({ config, bus, content, context, log }: AgentParts, names: readonly string[]): Promise<void> => {
  for (const name of names)
    try {
      await content.removeVolume(name);
      await bus.callAsNode(config.nodeId, reportVolume, { name, removed: true }, context());
    } catch (error) {
      log.warn({ err: error, volume: name }, 'a volume could not be removed and is tried again');
    }
};
