import { StartError } from './port.ts';

export type SecurityOptions = {
  noNewPrivileges: boolean;
  systemPathsUnconfined: boolean;
  /** `default`, `unconfined`, or the text of a profile in Docker's form. */
  seccomp: string;
};

const split = (option: string): [key: string, value: string] => {
  const at = option.search(/[=:]/);
  return at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)];
};

/** Reads Docker's security options. AppArmor and SELinux labels are taken and have no effect, as on a kernel without them. */
export const parseSecurityOptions = (options: readonly string[], privileged: boolean): SecurityOptions => {
  const parsed = { noNewPrivileges: false, systemPathsUnconfined: false, seccomp: privileged ? 'unconfined' : 'default' };
  for (const option of options) {
    const [key, value] = split(option);
    if (key === 'no-new-privileges') parsed.noNewPrivileges = value !== 'false';
    else if (key === 'seccomp') parsed.seccomp = value === 'builtin' ? 'default' : value;
    else if (key === 'systempaths') parsed.systemPathsUnconfined = value === 'unconfined';
    else if (key !== 'apparmor' && key !== 'label' && key !== 'writable-cgroups') {
      throw new StartError({ exitCode: 125, message: `security option ${option}: not known; use no-new-privileges, seccomp=… or systempaths=unconfined` });
    }
  }
  return parsed;
};
