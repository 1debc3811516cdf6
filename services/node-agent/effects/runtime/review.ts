import { existsSync } from 'node:fs';
import type { ContainerSpec } from '#proto/container.ts';
import { grantedCapabilities, unknownCapabilities } from './capabilities.ts';
import { isWithin } from './cpu-list.ts';
import type { Machine } from './machine.ts';
import { limitNames } from './machine.ts';
import { StartError } from './port.ts';
import { parseSeccompProfile } from './seccomp.ts';
import { parseSecurityOptions } from './security-options.ts';

/** What this machine says of a specification: why it can't be had here, or what of it will be less than asked. */
export type Review = { refusal?: string; warnings: readonly string[] };

type Look = (path: string) => boolean;

/** Looks at a specification before anything is made of it. Changes nothing. */
export const reviewSpec = (spec: ContainerSpec, machine: Machine, isThere: Look = existsSync): Review => {
  const refusal = refusalOf(spec, machine, isThere);
  return { ...(refusal === undefined ? {} : { refusal }), warnings: refusal === undefined ? warningsOf(spec, machine) : [] };
};

const nanos = 1e9;

const refusalOf = (spec: ContainerSpec, machine: Machine, isThere: Look): string | undefined => {
  for (const [list, name] of [[spec.capAdd, 'CapAdd'], [spec.capDrop, 'CapDrop']] as const) {
    const [unknown] = unknownCapabilities(list);
    if (unknown !== undefined) return `invalid ${name}: unknown capability: "${unknown.toUpperCase().replace(/^(CAP_)?/, 'CAP_')}"`;
  }
  const strange = spec.ulimits.find(({ name }) => !limitNames.includes(name.toLowerCase()));
  if (strange !== undefined) return `invalid ulimit type: ${strange.name}: use one of ${limitNames.join(', ')}`;
  const missing = spec.mounts.find(({ type, source, createHostPath }) => type === 'bind' && !createHostPath && !isThere(source));
  if (missing !== undefined) return `invalid mount config for type "bind": bind source path does not exist: ${missing.source}`;
  return resourceRefusal(spec, machine) ?? securityRefusal(spec);
};

/** Limits that this machine has not got the means for. */
export const resourceRefusal = ({ resources }: Pick<ContainerSpec, 'resources'>, { processors, cpus, memoryNodes }: Machine): string | undefined => {
  if (resources === undefined) return undefined;
  const { nanoCpus, cpusetCpus, cpusetMems } = resources;
  if (nanoCpus !== 0 && (nanoCpus < nanos / 100 || nanoCpus > processors * nanos)) return `range of CPUs is from 0.01 to ${processors.toFixed(2)}, as there are only ${processors} CPUs available`;
  for (const [asked, available, kind, what] of [[cpusetCpus, cpus, 'cpus', 'CPUs'], [cpusetMems, memoryNodes, 'mems', 'memory nodes']] as const) {
    const within = asked === '' || isWithin(asked, available);
    if (within === undefined) return `Invalid value ${asked} for cpuset ${kind}: invalid format: ${asked}`;
    if (!within) return `Requested ${what} are not available - requested ${asked}, available: ${available}`;
  }
  return undefined;
};

const securityRefusal = ({ securityOpt, privileged }: ContainerSpec): string | undefined => {
  try {
    const { seccomp } = parseSecurityOptions(securityOpt, privileged);
    if (seccomp !== 'default' && seccomp !== 'unconfined') parseSeccompProfile(seccomp);
    return undefined;
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
};

const warningsOf = (spec: ContainerSpec, machine: Machine): string[] => {
  const told = resourceWarnings(spec, machine);
  for (const { name, hard } of spec.ulimits) {
    const ceiling = machine.hardLimits[`RLIMIT_${name.toUpperCase()}`] ?? Infinity;
    if (ceiling < (hard < 0 ? Infinity : hard)) told.push(`ulimit ${name} is brought down to ${ceiling}: the machine gives no more.`);
  }
  if (spec.oomScoreAdj < machine.oomScoreAdj && spec.oomScoreAdj !== 0) told.push(`OomScoreAdj is raised to ${machine.oomScoreAdj}: going below takes a capability that the machine does not give.`);
  const everything = [...machine.boundingCapabilities, 'CAP_ALL'];
  const lacking = spec.capAdd.map((name) => name.toUpperCase().replace(/^(CAP_)?/, 'CAP_')).filter((name) => !everything.includes(name) && !grantedCapabilities(spec, machine.boundingCapabilities).includes(name));
  if (lacking.length > 0) told.push(`The machine can't give ${lacking.join(', ')}. Capability discarded.`);
  if (spec.init && machine.initProgram === undefined) told.push('The machine has no init program (package tini): the command runs as process 1.');
  return told;
};

/** What of the limits this machine's kernel can't do; Docker's words. */
export const resourceWarnings = ({ resources }: Pick<ContainerSpec, 'resources'>, machine: Machine): string[] => {
  if (resources === undefined) return [];
  const told: string[] = [];
  const tell = (when: boolean, warning: string): void => void (when && told.push(warning));
  const isOld = machine.cgroupVersion === 1;
  tell(isOld && !machine.swapAccounting && resources.memorySwapBytes > 0, 'Your kernel does not support swap limit capabilities or the cgroup is not mounted. Memory limited without swap.');
  tell(!isOld && resources.memorySwappiness !== undefined, 'Your kernel does not support memory swappiness capabilities or the cgroup is not mounted. Memory swappiness discarded.');
  tell(!isOld && resources.oomKillDisable, 'Your kernel does not support OomKillDisable. OomKillDisable discarded.');
  tell(!machine.blockIoWeight && resources.blkioWeight > 0, 'Your kernel does not support Block I/O weight or the cgroup is not mounted. Weight discarded.');
  tell(!machine.blockIoWeight && resources.deviceLimits.some(({ kind }) => kind === 'weight'), 'Your kernel does not support Block I/O weight_device or the cgroup is not mounted. Weight-device discarded.');
  return told;
};
