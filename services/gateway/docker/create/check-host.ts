import { isIP } from 'node:net';
import { Rejection } from '#kernel/rejection.ts';
import { checkLog } from './check-log.ts';
import { checkNetworkMode, checkNamespaces } from './check-modes.ts';
import { checkResources } from './check-resources.ts';
import type { CreateRequest, HostConfig } from './request.ts';

const refuse = (message: string): never => {
  throw new Rejection('INVALID', message);
};

/** Everything about where a container runs that contradicts itself, or that nobody can do. */
export const checkHost = (request: CreateRequest): void => {
  const host = request.HostConfig ?? {};
  checkResources(host);
  checkRestart(host.RestartPolicy, host.AutoRemove ?? false);
  checkNamespaces(request, host);
  checkNetworkMode(request, host);
  checkLog(host.LogConfig ?? {});
  checkExtraHosts(host);
  const { OomScoreAdj = 0, ShmSize = 0, Isolation = '', Runtime = '', Annotations = {}, Sysctls = {} } = host;
  if (OomScoreAdj < -1000 || OomScoreAdj > 1000) refuse(`Invalid value ${OomScoreAdj}, range for oom score adj is [-1000, 1000]`);
  if (ShmSize < 0) refuse('SHM size can not be less than 0');
  if (!['', 'default'].includes(Isolation)) refuse(`invalid isolation (${Isolation}): linux only supports 'default'`);
  if (!runtimes.includes(Runtime)) refuse(`unknown or invalid runtime name: ${Runtime}`);
  if ('' in Annotations) refuse('invalid Annotations: the empty string is not permitted as an annotation key');
  for (const name of Object.keys(host.StorageOpt ?? {})) refuse(`--storage-opt ${name} is not supported: a container's own layer has no limit of size here`);
  if ((host.DeviceRequests ?? []).length > 0) refuse('could not select device driver: device requests are not supported, name the device files in Devices');
  for (const rule of host.DeviceCgroupRules ?? []) if (!/^[acb] (\d+|\*):(\d+|\*) [rwm]{1,3}$/.test(rule)) refuse(`invalid device cgroup rule format: '${rule}'`);
  for (const { PathOnHost = '', CgroupPermissions = '' } of host.Devices ?? []) if (!/^[rwm]{0,3}$/.test(CgroupPermissions)) refuse(`invalid device mode of ${PathOnHost}: ${CgroupPermissions}: use letters of rwm`);
  for (const name of Object.keys(Sysctls)) checkSysctl(name, host);
};

/** `runc` is what clients say for "the usual one". */
const runtimes = ['', 'crun', 'runc', 'io.containerd.runc.v2'];

const policies = ['', 'no', 'always', 'unless-stopped', 'on-failure'];

export const checkRestart = ({ Name = '', MaximumRetryCount = 0 }: HostConfig['RestartPolicy'] & {} = {}, autoRemove = false): void => {
  const wrong = (what: string): never => refuse(`invalid restart policy: ${what}`);
  if (!policies.includes(Name)) wrong(`unknown policy '${Name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`);
  if (MaximumRetryCount < 0) wrong('maximum retry count cannot be negative');
  if (MaximumRetryCount > 0 && Name !== 'on-failure') wrong("maximum retry count can only be used with 'on-failure'");
  if (autoRemove && Name !== '' && Name !== 'no') refuse("can't create 'AutoRemove' container with restart policy");
};

const checkExtraHosts = ({ ExtraHosts = [] }: HostConfig): void => {
  for (const pair of ExtraHosts) {
    const split = pair.search(/[:=]/);
    if (split <= 0 || split === pair.length - 1) refuse(`bad format for add-host: "${pair}"`);
    const address = pair.slice(split + 1).replace(/^\[(.*)\]$/, '$1');
    if (address !== 'host-gateway' && isIP(address) === 0) refuse(`invalid IP address in add-host: "${address}"`);
  }
};

const ipcSysctls = /^(kernel\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|fs\.mqueue\..+)$/;

// The kernel keeps these for each namespace; all others are the machine's.
const checkSysctl = (name: string, { NetworkMode = '', IpcMode = '', UTSMode = '' }: HostConfig): void => {
  const not = (mode: string): never => refuse(`sysctl "${name}" not allowed in host ${mode} namespace`);
  if (name.startsWith('net.')) return NetworkMode === 'host' ? not('network') : undefined;
  if (ipcSysctls.test(name)) return IpcMode === 'host' ? not('ipc') : undefined;
  if (name === 'kernel.domainname') return UTSMode === 'host' ? not('uts') : undefined;
  refuse(`sysctl "${name}" is not in a separate kernel namespace`);
};
