import type { Container } from '#proto/container.ts';
import type { Network } from '#proto/network.ts';
import { specOf, wholeCommand } from '../container-views.ts';
import { askedOf } from './asked.ts';
import { configView } from './config.ts';
import { noDetails, type Details } from './details.ts';
import { endpointsOf } from './endpoints.ts';
import { hostConfigView } from './host-config.ts';
import { mountPoints } from './mount-points.ts';
import { networkSettings } from './network-settings.ts';
import { stateView, time } from './state.ts';

const shortIdLength = 12;

/** The whole of `GET /containers/{id}/json`. `aliasesHaveId`: API versions below 1.45 show the short id among the aliases. */
export const inspectView = (container: Container, networks: readonly Network[], details: Details = noDetails, aliasesHaveId = false) => {
  const spec = specOf(container);
  const asked = askedOf(spec);
  const [path = '', ...args] = wholeCommand(spec);
  const hostname = spec.hostname || (spec.networkMode === 'host' || spec.utsMode === 'host' ? details.machineName : '') || container.containerId.slice(0, shortIdLength);
  return {
    Id: container.containerId,
    Created: time(container.createdAtMs),
    Path: path,
    Args: args,
    State: stateView(container, details),
    Image: spec.imageId,
    ResolvConfPath: details.resolvConfPath,
    HostnamePath: details.hostnamePath,
    HostsPath: details.hostsPath,
    LogPath: spec.log?.driver === 'none' ? '' : details.logPath,
    Name: `/${container.name}`,
    RestartCount: container.restartCount,
    Driver: 'overlay2',
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    ExecIDs: null,
    HostConfig: hostConfigView(container, spec, networks, asked.HostConfig),
    GraphDriver: { Data: overlayView(container.containerId, details), Name: 'overlay2' },
    ...(details.sizes && { SizeRw: details.sizes.ownBytes, SizeRootFs: details.sizes.wholeBytes }),
    Mounts: mountPoints(spec, details.volumesFolder),
    Config: configView(spec, hostname, asked.Config),
    NetworkSettings: networkSettings(container, endpointsOf(container, networks, aliasesHaveId)),
    Node: { ID: container.nodeId, Name: container.nodeId },
  };
};

const overlayView = (containerId: string, { overlay }: Details): Record<string, string> | null =>
  overlay ? { ID: containerId, LowerDir: overlay.lowers.join(':'), MergedDir: overlay.merged, UpperDir: overlay.upper, WorkDir: overlay.work } : null;
