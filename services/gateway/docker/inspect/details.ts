import type { Container } from '#proto/container.ts';
import type { Gateway } from '../../app/gateway.ts';

/** What a container's node says of it: paths there, its last health probes, and its sizes if they were asked for. */
export type Details = {
  logPath: string; hostsPath: string; hostnamePath: string; resolvConfPath: string; volumesFolder: string; machineName: string;
  overlay?: { lowers: readonly string[]; upper: string; work: string; merged: string };
  health: { probes: readonly { startedAtMs: number; endedAtMs: number; exitCode: number; output: string }[]; failingStreak: number };
  sizes?: { ownBytes: number; wholeBytes: number };
};

/** What is shown of the past, and of a container whose node is not there. */
export const noDetails: Details = { logPath: '', hostsPath: '', hostnamePath: '', resolvConfPath: '', volumesFolder: '/var/lib/lading/volumes', machineName: '', health: { probes: [], failingStreak: 0 } };

/** Empty when the node does not answer: what the log tells is shown all the same. */
export const detailsOf = (gateway: Gateway, { containerId, nodeId }: Container, withSizes: boolean): Promise<Details> =>
  gateway.nodes.json<Details>(nodeId, 'GET', `/v1/containers/${containerId}/details${withSizes ? '?size=1' : ''}`).catch(() => noDetails);
