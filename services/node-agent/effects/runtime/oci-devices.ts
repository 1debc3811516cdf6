import type { DeviceRule } from './oci-resources.ts';
import { StartError } from './port.ts';

/** A device node of this machine that a container is given. */
export type FoundDevice = {
  path: string;
  type: 'b' | 'c';
  major: number;
  minor: number;
  fileMode: number;
  uid: number;
  gid: number;
  /** Letters of `rwm`. */
  access: string;
};

const character = (major: number, minor?: number): DeviceRule => ({
  allow: true,
  type: 'c',
  major,
  ...(minor === undefined ? {} : { minor }),
  access: 'rwm',
});

/** Docker's: any node may be made, and null, zero, full, random, urandom, tty, console, ptmx and the pseudo-terminals may be used. */
const BASIC_DEVICES: readonly DeviceRule[] = [
  { allow: false, access: 'rwm' },
  { allow: true, type: 'c', access: 'm' },
  { allow: true, type: 'b', access: 'm' },
  character(1, 3),
  character(1, 5),
  character(1, 7),
  character(1, 8),
  character(1, 9),
  character(5, 0),
  character(5, 1),
  character(5, 2),
  character(136),
];

/** The device cgroup's rules, in order. */
export const deviceRules = (privileged: boolean, devices: readonly FoundDevice[], asked: readonly string[] = []): readonly DeviceRule[] =>
  privileged
    ? [{ allow: true, access: 'rwm' }]
    : [...BASIC_DEVICES, ...devices.map(({ type, major, minor, access }) => ({ allow: true, type, major, minor, access })), ...asked.map(ruleOf)];

/** `c 1:3 rwm`, with `*` for any number. */
const ruleOf = (text: string): DeviceRule => {
  const [, type, major, minor, access] = /^([abc]) (\d+|\*):(\d+|\*) ([rwm]{1,3})$/.exec(text) ?? [];
  if (type === undefined || access === undefined) throw new StartError({ exitCode: 125, message: `invalid device cgroup rule format: '${text}': say it as c 1:3 rwm` });
  return { allow: true, type: type as 'a' | 'b' | 'c', ...(major === '*' ? {} : { major: Number(major) }), ...(minor === '*' ? {} : { minor: Number(minor) }), access };
};
