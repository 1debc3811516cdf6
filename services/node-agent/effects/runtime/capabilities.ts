/** Every capability by its bit. */
const NAMES = [
  'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP', 'LINUX_IMMUTABLE',
  'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_ADMIN', 'NET_RAW', 'IPC_LOCK', 'IPC_OWNER', 'SYS_MODULE', 'SYS_RAWIO', 'SYS_CHROOT',
  'SYS_PTRACE', 'SYS_PACCT', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_NICE', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'MKNOD', 'LEASE',
  'AUDIT_WRITE', 'AUDIT_CONTROL', 'SETFCAP', 'MAC_OVERRIDE', 'MAC_ADMIN', 'SYSLOG', 'WAKE_ALARM', 'BLOCK_SUSPEND', 'AUDIT_READ',
  'PERFMON', 'BPF', 'CHECKPOINT_RESTORE',
].map((name) => `CAP_${name}`);

/** What Docker gives a container that asks for nothing. */
const DEFAULTS = [
  'CHOWN', 'DAC_OVERRIDE', 'FSETID', 'FOWNER', 'MKNOD', 'NET_RAW', 'SETGID', 'SETUID', 'SETFCAP', 'SETPCAP', 'NET_BIND_SERVICE',
  'SYS_CHROOT', 'KILL', 'AUDIT_WRITE',
].map((name) => `CAP_${name}`);

/** Names of the bits set in a mask as /proc/<pid>/status shows it. */
export const capabilitiesOfMask = (hex: string): readonly string[] => {
  const mask = BigInt(`0x${hex}`);
  return NAMES.filter((_, bit) => (mask >> BigInt(bit)) & 1n);
};

const ALL = 'CAP_ALL';

const canonical = (name: string): string => {
  const upper = name.toUpperCase();
  return upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
};

/** The names among `requested` that no kernel knows. */
export const unknownCapabilities = (requested: readonly string[]): readonly string[] =>
  requested.filter((name) => ![ALL, ...NAMES].includes(canonical(name)));

/**
 * What the container may have at most: Docker's set, changed as asked, and never more than `bounding` (the agent's own), because
 * the kernel refuses the whole set when one of them can't be given.
 */
export const grantedCapabilities = (
  asked: { capAdd: readonly string[]; capDrop: readonly string[]; privileged: boolean },
  bounding: readonly string[],
): readonly string[] => {
  const add = asked.capAdd.map(canonical);
  const drop = asked.capDrop.map(canonical);
  const start = asked.privileged || add.includes(ALL) ? NAMES : drop.includes(ALL) ? [] : DEFAULTS;
  const kept = start.filter((name) => asked.privileged || !drop.includes(name));
  const granted = new Set([...kept, ...add]);
  return NAMES.filter((name) => granted.has(name) && bounding.includes(name));
};
