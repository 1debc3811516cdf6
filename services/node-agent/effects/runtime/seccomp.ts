import { arch, release } from 'node:os';
import { StartError } from './port.ts';
import type { SeccompCache } from './seccomp-cache.ts';
import { DEFAULT_SECCOMP_PROFILE } from './seccomp-profile.ts';
import { resolveSeccomp, type OciSeccomp, type SeccompProfile } from './seccomp-rules.ts';

const refuse = (what: string): never => {
  throw new StartError({ exitCode: 125, message: `security option seccomp: ${what}; give the text of a profile in Docker's form` });
};

/** A profile of the user's own, as `docker run` sends the file's text. */
export const parseSeccompProfile = (text: string): SeccompProfile => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('is no JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || !('defaultAction' in parsed)) return refuse('has no defaultAction');
  const syscalls = 'syscalls' in parsed && Array.isArray(parsed.syscalls) ? parsed.syscalls : [];
  // Old profiles have one `name` for a rule; the rest is checked by the runtime.
  const rules = syscalls.map((rule) => (rule.name === undefined ? rule : { ...rule, names: [rule.name] }));
  return { ...(parsed as SeccompProfile), syscalls: rules };
};

/** The rules of a container: Docker's, its own, or none at all. */
export const seccompRules = (option: string, capabilities: readonly string[]): OciSeccomp | undefined => {
  if (option === 'unconfined') return undefined;
  const profile = option === 'default' ? DEFAULT_SECCOMP_PROFILE : parseSeccompProfile(option);
  return resolveSeccomp(profile, { capabilities, architecture: arch() === 'arm64' ? 'arm64' : 'x64', kernel: release() });
};

/** The compiled filter where there is one, else the rules for the runtime to compile. */
export const seccompFor = (rules: OciSeccomp | undefined, cache: SeccompCache): { rules: OciSeccomp } | { bpfBase64: string } | undefined => {
  if (rules === undefined) return undefined;
  const bpfBase64 = cache.compiled(rules);
  return bpfBase64 === undefined ? { rules } : { bpfBase64 };
};
