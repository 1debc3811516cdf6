import type { Known } from './reader.ts';

const later = (instead: string): string => `this key is not supported yet: ${instead}`;

/** Keys of a service. https://github.com/compose-spec/compose-spec/blob/main/05-services.md */
export const serviceKeys: Known = {
  used: [
    'build', 'cap_add', 'cap_drop', 'command', 'container_name', 'cpu_shares', 'cpus', 'cpuset', 'depends_on', 'deploy', 'devices', 'dns', 'dns_opt', 'dns_search', 'domainname', 'entrypoint', 'env_file',
    'environment', 'expose', 'extra_hosts', 'group_add', 'healthcheck', 'hostname', 'image', 'init', 'ipc', 'labels', 'logging', 'mac_address', 'mem_limit', 'mem_reservation', 'memswap_limit',
    'network_mode', 'networks', 'oom_score_adj', 'pid', 'pids_limit', 'platform', 'ports', 'privileged', 'profiles', 'read_only', 'restart', 'scale', 'security_opt', 'shm_size', 'stdin_open',
    'stop_grace_period', 'stop_signal', 'sysctls', 'tmpfs', 'tty', 'ulimits', 'user', 'volumes', 'working_dir', 'pull_policy',
  ],
  unused: {
    attach: 'has no effect: logs are followed by "lading logs -f"',
  },
  refused: {
    annotations: later('use labels'), develop: later('leave it out'),
    blkio_config: later('leave it out'), cgroup: later('leave it out'), cgroup_parent: later('leave it out'), configs: later('mount a file with "volumes"'), cpu_count: later('use cpus'), cpu_percent: later('use cpus'),
    cpu_period: later('use cpus'), cpu_quota: later('use cpus'), cpu_rt_period: later('leave it out'), cpu_rt_runtime: later('leave it out'), credential_spec: later('leave it out'), device_cgroup_rules: later('use devices'),
    extends: later('write the keys out, or use a YAML anchor'), external_links: later('use networks'), gpus: later('leave it out'), isolation: later('leave it out'), label_file: later('use labels'), links: later('use networks and aliases'),
    mem_swappiness: later('leave it out'), models: later('leave it out'), oom_kill_disable: later('leave it out'), post_start: later('leave it out'), pre_start: later('leave it out'), pre_stop: later('leave it out'), provider: later('leave it out'),
    runtime: later('leave it out'), secrets: later('mount a file with "volumes"'), storage_opt: later('leave it out'), use_api_socket: later('leave it out'), userns_mode: later('leave it out'), uts: later('leave it out'), volumes_from: later('name the volumes in "volumes"'),
  },
};

/** https://github.com/compose-spec/compose-spec/blob/main/build.md */
export const buildKeys: Known = {
  used: [
    'additional_contexts', 'args', 'cache_from', 'cache_to', 'context', 'dockerfile', 'dockerfile_inline', 'entitlements', 'extra_hosts', 'labels', 'network', 'no_cache', 'no_cache_filter', 'platforms', 'privileged', 'pull',
    'secrets', 'shm_size', 'ssh', 'tags', 'target', 'ulimits',
  ],
  unused: { provenance: 'has no effect yet', sbom: 'has no effect yet' },
  refused: { isolation: later('leave it out') },
};

export const deployKeys: Known = {
  used: ['replicas', 'resources', 'placement', 'restart_policy', 'mode'],
  unused: { labels: 'has no effect: use the labels of the service', update_config: 'has no effect yet: half of the replicas are replaced at a time', rollback_config: 'has no effect yet', endpoint_mode: 'has no effect yet' },
};

export const healthcheckKeys: Known = { used: ['test', 'interval', 'timeout', 'retries', 'start_period', 'start_interval', 'disable'] };

export const attachmentKeys: Known = {
  used: ['aliases', 'ipv4_address', 'mac_address'],
  unused: { priority: 'has no effect', gw_priority: 'has no effect', interface_name: 'has no effect yet', driver_opts: 'has no effect' },
  refused: { ipv6_address: later('use IPv4 addresses'), link_local_ips: later('leave it out') },
};

export const topKeys: Known = {
  used: ['name', 'services', 'networks', 'volumes', 'secrets'],
  unused: { version: 'has no effect: the file is read by the present specification' },
  refused: { include: later('give several files with -f'), configs: later('mount files with "volumes"'), models: later('leave it out') },
};

export const networkKeys: Known = {
  used: ['name', 'external', 'driver', 'driver_opts', 'internal', 'attachable', 'labels', 'ipam', 'enable_ipv6'],
  unused: { enable_ipv4: 'has no effect' },
};

export const volumeKeys: Known = { used: ['name', 'external', 'driver', 'driver_opts', 'labels'] };
