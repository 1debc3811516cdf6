import { createHash } from 'node:crypto';
import type { ContainerSpec } from '#proto/container.ts';
import type { ServiceTemplate } from '#proto/scheduler.ts';
import type { StoredModel } from '../codec/stored-json.ts';
import { canonical } from '../plan/difference.ts';
import type { Model, Mount, Service } from '../project/model.ts';

/** What the containers of a service are made from, as one short text: the same text, the same containers. */
export const hashOf = (model: Model, name: string, imageId: string): string => {
  const service = model.services[name];
  if (!service) return '';
  // What a network or volume is called on the platform is a part of it, too.
  const names = [service.networks.map(({ network }) => model.networks[network]?.name), service.mounts.map(({ source }) => model.volumes[source]?.name)];
  return createHash('sha256').update(canonical(service)).update(JSON.stringify(names)).update(imageId).digest('hex');
};

/** What the scheduler makes each replica of a service from. */
export const templateOf = (model: StoredModel, name: string): ServiceTemplate => {
  const service = model.services[name];
  if (!service) throw new Error(`the model of ${model.name} has no service ${name}`);
  return { spec: specOf(model, name, service), containerName: service.containerName, placement: service.placement, hash: model.hashes[name] ?? '', version: 0 };
};

const specOf = (model: StoredModel, name: string, service: Service): ContainerSpec => ({
  image: service.image,
  imageId: model.images[name] ?? '',
  // An empty word stands for "none, not even the image's".
  entrypoint: service.entrypoint?.length === 0 ? [''] : (service.entrypoint ?? []),
  command: service.command ?? [],
  environment: Object.entries(service.environment).map(([key, value]) => `${key}=${value}`),
  workingDir: service.workingDir,
  user: service.user,
  hostname: service.hostname,
  domainname: service.domainname,
  labels: { ...service.labels, ...composeLabels(model, name, service) },
  tty: service.tty,
  openStdin: service.stdinOpen,
  stdinOnce: false,
  stopSignal: service.stopSignal,
  stopGraceMs: service.stopGraceMs,
  restart: service.restart,
  healthcheck: service.healthcheck,
  resources: { ...noLimits, ...service.resources, cpusetCpus: service.resources.cpuset },
  mounts: service.mounts.map((mount) => mountOf(model, mount)),
  capAdd: service.capAdd,
  capDrop: service.capDrop,
  privileged: service.privileged,
  readOnlyRoot: service.readOnly,
  init: service.init,
  securityOpt: service.securityOpt,
  ulimits: service.ulimits,
  sysctls: service.sysctls,
  groupAdd: service.groupAdd,
  devices: service.devices,
  networkMode: service.networkMode,
  networks: service.networks.map(({ network, aliases, address, mac }) => ({ network: model.networks[network]?.name ?? network, aliases: [...new Set([name, ...aliases])], address, mac })),
  ports: service.ports.map((port) => ({ ...port, hostPortEnd: 0 })),
  exposedPorts: service.expose,
  extraHosts: service.extraHosts,
  dns: service.dns,
  dnsSearch: service.dnsSearch,
  dnsOptions: service.dnsOptions,
  autoRemove: false,
  log: service.logging,
  pidMode: service.pidMode,
  ipcMode: service.ipcMode,
  shmSizeBytes: service.shmSizeBytes,
  oomScoreAdj: service.oomScoreAdj,
  platform: service.platform,
  utsMode: '',
  cgroupNamespace: '',
  deviceCgroupRules: [],
  links: [],
  volumesFrom: [],
  annotations: {},
  dockerRequestJson: '',
});

const noLimits = { memoryBytes: 0, memoryReservationBytes: 0, memorySwapBytes: 0, nanoCpus: 0, cpuShares: 0, cpuPeriodUs: 0, cpuQuotaUs: 0, cpusetCpus: '', cpusetMems: '', pidsMax: 0, oomKillDisable: false, blkioWeight: 0, deviceLimits: [] };

// Tools find what belongs together by these. https://github.com/docker/compose/blob/main/pkg/api/labels.go
const composeLabels = (model: StoredModel, name: string, { dependsOn }: Service): Record<string, string> => ({
  'com.docker.compose.project': model.name,
  'com.docker.compose.service': name,
  'com.docker.compose.config-hash': model.hashes[name] ?? '',
  'com.docker.compose.image': model.images[name] ?? '',
  'com.docker.compose.oneoff': 'False',
  'com.docker.compose.project.working_dir': model.projectDir,
  'com.docker.compose.project.config_files': model.configFiles.join(','),
  'com.docker.compose.depends_on': dependsOn.map(({ service, condition, restart }) => `${service}:${condition}:${restart}`).join(','),
});

const mountOf = (model: StoredModel, mount: Mount): ContainerSpec['mounts'][number] => {
  const volume = mount.type === 'volume' ? model.volumes[mount.source] : undefined;
  return {
    type: mount.type,
    source: volume?.name ?? mount.source,
    target: mount.target,
    readOnly: mount.readOnly,
    propagation: mount.propagation,
    noCopy: mount.noCopy,
    tmpfsSizeBytes: mount.tmpfsSizeBytes,
    tmpfsMode: mount.tmpfsMode,
    createHostPath: mount.createHostPath,
    anonymous: mount.type === 'volume' && mount.source === '',
    subpath: mount.subpath,
    volumeLabels: volume ? { ...volume.labels, 'com.docker.compose.project': model.name, 'com.docker.compose.volume': mount.source } : {},
    nonRecursive: false,
    readOnlyNonRecursive: false,
    tmpfsOptions: [],
    volumeOptions: {},
    mode: '',
  };
};
