import type { CreateRequest } from './request.ts';

/** What is taken and has no effect, or one that may surprise, in Docker's words where it has them. The machine's own warnings come from its agent. */
export const warningsOf = (request: CreateRequest): string[] => {
  const host = request.HostConfig ?? {};
  const { Config = {}, Type = '' } = host.LogConfig ?? {};
  const told: string[] = [];
  const tell = (when: boolean, warning: string): void => void (when && told.push(warning));
  tell(host.NetworkMode === 'host' && Object.keys(host.PortBindings ?? {}).length > 0, 'Published ports are discarded when using host network mode');
  tell(host.NetworkMode === 'none' && Object.keys(host.PortBindings ?? {}).length > 0, 'Published ports are discarded when using no network');
  tell((request.MacAddress ?? '') !== '', 'The container-wide MacAddress field is now deprecated. It should be specified in EndpointsConfig instead.');
  tell(host.OomKillDisable === true && !host.Memory, 'OOM killer is disabled for the container, but no memory limit is set, this can result in the system running out of resources.');
  tell((host.KernelMemory ?? 0) > 0 || (host.KernelMemoryTCP ?? 0) > 0, 'Limits of kernel memory are gone from the kernel. Limitation discarded.');
  tell((host.CpuCount ?? 0) > 0 || (host.CpuPercent ?? 0) > 0, 'CpuCount and CpuPercent are for Windows. Limitation discarded.');
  tell((host.CgroupParent ?? '') !== '', 'CgroupParent has no effect: containers are in the control group of Lading.');
  for (const [name, endpoint] of Object.entries(request.NetworkingConfig?.EndpointsConfig ?? {})) {
    const { IPv6Address = '', LinkLocalIPs = [] } = endpoint?.IPAMConfig ?? {};
    tell(IPv6Address !== '' || LinkLocalIPs.length > 0, `Addresses of IPv6 are not given to containers yet: that of ${name} is discarded.`);
    tell((endpoint?.GwPriority ?? 0) !== 0, `GwPriority has no effect: the first network that leads out has the default route. That of ${name} is discarded.`);
    tell(Object.keys(endpoint?.DriverOpts ?? {}).length > 0, `Options of a network's driver have no effect on one endpoint: those of ${name} are discarded.`);
  }
  const unheard = Type === 'none' ? Object.keys(Config) : ['compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag', 'mode', 'max-buffer-size'].filter((name) => name in Config && Config[name] !== 'false' && Config[name] !== 'blocking');
  tell(unheard.length > 0, `Log options have no effect here: ${unheard.join(', ')}.`);
  return told;
};
