import { Rejection } from '#kernel/rejection.ts';
import type { CreateRequest, HostConfig } from './request.ts';

const refuse = (message: string): never => {
  throw new Rejection('INVALID', message);
};

const isContainer = (mode: string): boolean => mode.startsWith('container:');
const namesContainer = (mode: string): boolean => /^container:.+/.test(mode);
const some = (value: readonly unknown[] | object | undefined): boolean => value !== undefined && Object.keys(value).length > 0;

/** Modes that nobody knows. */
export const checkNamespaces = ({ Hostname = '' }: CreateRequest, host: HostConfig): void => {
  const { PidMode = '', IpcMode = '', UTSMode = '', UsernsMode = '', CgroupnsMode = '', Cgroup = '' } = host;
  if (!['', 'host'].includes(PidMode) && !namesContainer(PidMode)) refuse(`invalid PID mode: ${PidMode}`);
  if (!['', 'none', 'private', 'host', 'shareable'].includes(IpcMode) && !namesContainer(IpcMode)) refuse(`invalid IPC mode: ${IpcMode}`);
  if (!['', 'host'].includes(UTSMode)) refuse(`invalid UTS mode: ${UTSMode}`);
  if (UTSMode === 'host' && Hostname !== '') refuse('conflicting options: hostname and the UTS mode');
  // Containers have no user namespace of their own: `host` is what they get.
  if (!['', 'host'].includes(UsernsMode)) refuse(`invalid user namespace mode: ${UsernsMode}: containers share the machine's user namespace, use host or leave it away`);
  if (!['', 'host', 'private'].includes(CgroupnsMode)) refuse(`invalid cgroup namespace mode: ${CgroupnsMode}`);
  if (Cgroup !== '') refuse(`invalid cgroup: ${Cgroup}: a container's control group is its own, leave Cgroup away`);
};

/** What a container can't have on a network that is not its own. */
export const checkNetworkMode = (request: CreateRequest, host: HostConfig): void => {
  const mode = host.NetworkMode ?? '';
  if (mode === 'host' && some(host.Links)) refuse("conflicting options: host type networking can't be used with links. This would result in undefined behavior");
  if (!isContainer(mode)) return;
  if (!namesContainer(mode)) refuse('invalid network mode: invalid container format container:<name|id>');
  if (some(host.Links)) refuse("conflicting options: container type network can't be used with links. This would result in undefined behavior");
  const conflicts = (what: string): never => refuse(`conflicting options: ${what}`);
  if (request.Hostname) conflicts('hostname and the network mode');
  if (some(host.Dns) || some(host.DnsSearch) || some(host.DnsOptions)) conflicts('dns and the network mode');
  if (some(host.ExtraHosts)) conflicts('custom host-to-IP mapping and the network mode');
  if (some(host.PortBindings) || host.PublishAllPorts === true) conflicts('port publishing and the container type network mode');
  if (some(request.ExposedPorts)) conflicts('port exposing and the container type network mode');
};
