import { posix } from 'node:path';
import { Rejection } from '#kernel/rejection.ts';
import type { Mount } from '#proto/container.ts';

/** A mount that says nothing yet but what it is and where. */
export const mount = (over: Partial<Mount> & Pick<Mount, 'type' | 'target'>): Mount => ({
  source: '', readOnly: false, propagation: '', noCopy: false, tmpfsSizeBytes: 0, tmpfsMode: 0, createHostPath: false, anonymous: false, subpath: '', volumeLabels: {}, nonRecursive: false,
  readOnlyNonRecursive: false, tmpfsOptions: [], volumeOptions: {}, mode: '', ...over,
});

const pathProblem = (target: string): string | undefined => {
  if (!target.startsWith('/')) return `invalid mount path: '${target}' mount path must be absolute`;
  return posix.normalize(target) === '/' ? "invalid specification: destination can't be '/'" : undefined;
};

/** A place in a container. Throws INVALID. */
export const placeOf = (target: string, prefix = ''): string => {
  const problem = pathProblem(target);
  if (problem !== undefined) throw new Rejection('INVALID', `${prefix}${problem}`);
  return posix.normalize(target).replace(/(?<=.)\/$/, '');
};

const volumeName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** Throws INVALID for what can't be a volume's name. */
export const checkVolumeName = (name: string): void => {
  if (!volumeName.test(name))
    throw new Rejection('INVALID', `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`);
};
