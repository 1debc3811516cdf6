/** `linux.seccomp` of an OCI configuration. */
export type OciSeccomp = {
  defaultAction: string;
  defaultErrnoRet?: number;
  architectures: readonly string[];
  syscalls: readonly SeccompRule[];
};
export type SeccompRule = { names: readonly string[]; action: string; errnoRet?: number; args?: readonly SeccompArgument[] };
export type SeccompArgument = { index: number; value: number; valueTwo?: number; op: string };

/** A profile in Docker's form: rules that hold for some capabilities, architectures and kernels only. */
export type SeccompProfile = {
  defaultAction: string;
  defaultErrnoRet?: number;
  archMap?: readonly { architecture: string; subArchitectures?: readonly string[] | null }[];
  architectures?: readonly string[];
  syscalls: readonly ProfileRule[];
};
export type ProfileRule = SeccompRule & { includes?: Conditions; excludes?: Conditions };
type Conditions = { caps?: readonly string[]; arches?: readonly string[]; minKernel?: string };

/** What a profile's conditions are judged by. */
export type SeccompFacts = { capabilities: readonly string[]; architecture: 'x64' | 'arm64'; kernel: string };

const NATIVE = { x64: { libseccomp: 'SCMP_ARCH_X86_64', docker: 'amd64' }, arm64: { libseccomp: 'SCMP_ARCH_AARCH64', docker: 'arm64' } } as const;

const version = (text: string): number => {
  const [major = 0, minor = 0] = text.split(/[.-]/).map(Number);
  return major * 1000 + minor;
};

const applies = (rule: ProfileRule, facts: SeccompFacts): boolean => {
  const { includes = {}, excludes = {} } = rule;
  const arch = NATIVE[facts.architecture].docker;
  if (includes.arches?.length && !includes.arches.includes(arch)) return false;
  if (excludes.arches?.includes(arch)) return false;
  if (includes.caps && !includes.caps.every((cap) => facts.capabilities.includes(cap))) return false;
  if (excludes.caps?.some((cap) => facts.capabilities.includes(cap))) return false;
  return includes.minKernel === undefined || version(facts.kernel) >= version(includes.minKernel);
};

const architectures = (profile: SeccompProfile, facts: SeccompFacts): readonly string[] => {
  const native = NATIVE[facts.architecture].libseccomp;
  const entry = profile.archMap?.find((one) => one.architecture === native);
  return entry === undefined ? (profile.architectures ?? [native]) : [native, ...(entry.subArchitectures ?? [])];
};

/** The rules that hold for a container with these capabilities on this machine. */
export const resolveSeccomp = (profile: SeccompProfile, facts: SeccompFacts): OciSeccomp => ({
  defaultAction: profile.defaultAction,
  ...(profile.defaultErrnoRet === undefined ? {} : { defaultErrnoRet: profile.defaultErrnoRet }),
  architectures: architectures(profile, facts),
  syscalls: profile.syscalls.filter((rule) => applies(rule, facts)).map(({ names, action, errnoRet, args }) => ({
    names,
    action,
    ...(errnoRet === undefined ? {} : { errnoRet }),
    ...(args?.length ? { args } : {}),
  })),
});
