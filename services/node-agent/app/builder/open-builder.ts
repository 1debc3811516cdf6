import { join } from 'node:path';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { AgentConfig } from '../../config.ts';
import { agentSockets } from '../../effects/builder/agent-sockets.ts';
import { buildLogs } from '../../effects/builder/build-logs.ts';
import { buildRoots } from '../../effects/builder/build-roots.ts';
import { cacheMounts } from '../../effects/builder/cache-mounts.ts';
import { stepRunner } from '../../effects/builder/run-step.ts';
import { layoutOf } from '../../effects/content/layout.ts';
import type { ContentStore } from '../../effects/content/port.ts';
import type { Network } from '../../effects/network/port.ts';
import type { Records } from '../../effects/records.ts';
import { crunRuntime } from '../../effects/runtime/crun.ts';
import { buildRuntimeOf } from '../../effects/builder/build-runtime.ts';
import type { Images } from '../images.ts';
import type { Networks } from '../networks.ts';
import type { Transfers } from '../transfers/transfers.ts';
import { baseImages, knownImages } from './base-images.ts';
import { openBuilds, type Builds } from './builds.ts';
import { openStepCache, type StepMemory } from './step-cache.ts';

type Parts = { config: AgentConfig; bus: Bus; log: Log; clock: () => number; context: () => Context; content: ContentStore; images: Images; network: Network; networks: Networks; records: Records; transfers: Transfers };

/** The builder of this node, below the agent's own folders. */
export const openBuilder = ({ config, bus, log, clock, context, content, images, network, networks, records, transfers }: Parts): Promise<Builds> => {
  const { nodeId, stateDirectory, runDirectory } = config;
  const folder = join(stateDirectory, 'builds');
  const runtime = crunRuntime(buildRuntimeOf({ stateDir: stateDirectory, runDir: runDirectory, cgroupParent: config.cgroupParent }));
  const known = knownImages({ nodeId, bus, context });
  const memory: StepMemory = new Map();
  return openBuilds({
    nodeId, bus, log, clock, content, images, environment: config.environment,
    platformContext: context,
    reach: transfers.reach, known,
    resolveImage: baseImages({ nodeId, known, bring: transfers.bring }),
    roots: buildRoots(content, layoutOf(stateDirectory)),
    running: { nodeId, network, networks, records, runner: stepRunner(runtime), filesDirectory: join(runDirectory, 'build-files') },
    agentSockets: agentSockets(),
    caches: cacheMounts(join(folder, 'cache')),
    openCache: (distrusted) => openStepCache(nodeId, { bus, context, log, memory, distrusted }),
    logs: buildLogs(join(folder, 'logs')),
    workFolder: join(folder, 'work'), stateDirectory,
  });
};
