import * as endpoints from '#endpoints/container.ts';
import { following } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import type { ReportContainer } from '#proto/container.ts';
import type { ContainerCommand } from '../domain/decide.ts';
import { wantedView } from '../views/wanted.ts';
import type { Containers } from './containers.ts';

/** What nodes ask and tell. A node speaks for its own containers only: its id comes from the subject, which the server checks. */
export const serveNodes = (platform: Platform, containers: Containers): void => {
  platform.bus.serveNode(endpoints.listWork, async (_request, { nodeId }) => {
    const mine = [...containers.directory.all()].filter(({ aggregate }) => aggregate.startsWith(`container.${nodeId}.`));
    return { message: { containers: mine.map(({ folded }) => wantedView(folded)).filter((wanted) => wanted !== undefined), complete: true }, sequence: platform.position() };
  });

  platform.bus.serveNode(endpoints.reportContainer, async (report, { nodeId, context }) => {
    const aggregate = `container.${nodeId}.${report.containerId}`;
    const command = commandOf(report);
    if (!command) return { message: {} };
    const { changed, state, sequence } = await containers.handle(aggregate, command, { ...context, actor: `node:${nodeId}` });
    if (changed && state.phase === 'removed' && !state.last.abandoned)
      await containers.releaseName(state.last.name, report.containerId, following({ id: context.commandId, ...context }, `${report.containerId}/name-release`, 'service:container'));
    return { message: {}, sequence };
  });
};

const commandOf = ({ started, startFailed, exited, health, paused, removed, attached, attachFailed }: ReportContainer): ContainerCommand | undefined => {
  if (started) return { type: 'ReportStarted', ...started };
  if (startFailed) return { type: 'ReportStartFailed', ...startFailed };
  if (exited) return { type: 'ReportExited', ...exited };
  if (health) return { type: 'ReportHealth', ...health };
  if (paused) return { type: 'ReportPaused', ...paused };
  if (attached) return { type: 'ReportAttached', ...attached };
  if (attachFailed) return { type: 'ReportAttachFailed', ...attachFailed };
  if (removed) return { type: 'ReportRemoved' };
  return undefined;
};
