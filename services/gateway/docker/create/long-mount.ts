import { posix } from 'node:path';
import { Rejection } from '#kernel/rejection.ts';
import type { Mount } from '#proto/container.ts';
import { checkVolumeName, mount, placeOf } from './mount.ts';
import type { AskedMount } from './request.ts';

const ownOptions: Readonly<Record<string, string>> = { bind: 'BindOptions', volume: 'VolumeOptions', tmpfs: 'TmpfsOptions', image: 'ImageOptions' };
const propagations = ['', 'private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared'];
const tmpfsFlags = ['exec', 'noexec'];

/** One of `HostConfig.Mounts`. Throws INVALID. */
export const longMount = (asked: AskedMount): Mount => {
  const { Type: type = '', Source: source = '', Target = '' } = asked;
  const about = `invalid mount config for type "${type}": `;
  const refuse = (what: string): never => {
    throw new Rejection('INVALID', about + what);
  };
  if (!(type in ownOptions)) refuse('mount type unknown');
  for (const [other, field] of Object.entries({ ...ownOptions, cluster: 'ClusterOptions' }))
    if (other !== type && field in asked) throw new Rejection('INVALID', `${field} must not be specified on mount type "${type}"`);
  if (Target === '') refuse('field Target must not be empty');
  const common = { type, target: placeOf(Target, about), readOnly: asked.ReadOnly ?? false };
  const { Subpath: subpath = '' } = asked.VolumeOptions ?? asked.ImageOptions ?? {};
  if (subpath !== '' && (subpath.startsWith('/') || posix.normalize(subpath).split('/')[0] === '..')) refuse(`subpath must be a relative path within the ${type}`);
  switch (type) {
    case 'bind':
      return bind(asked, common, about);
    case 'image':
      if (source === '') refuse('field Source must not be empty');
      return mount({ ...common, source, subpath, readOnly: true });
    case 'tmpfs':
      if (source !== '') refuse('field Source must not be specified');
      return memory(asked, common, refuse);
    default:
      return volume(asked, common, subpath);
  }
};

type Common = Pick<Mount, 'type' | 'target' | 'readOnly'>;

const bind = ({ Source: source = '', BindOptions = {} }: AskedMount, common: Common, about: string): Mount => {
  const { Propagation = '', NonRecursive = false, CreateMountpoint = false, ReadOnlyNonRecursive = false, ReadOnlyForceRecursive = false } = BindOptions;
  const refuse = (what: string): never => {
    throw new Rejection('INVALID', about + what);
  };
  if (source === '') refuse('field Source must not be empty');
  if (!source.startsWith('/')) refuse(`invalid mount path: '${source}' mount path must be absolute`);
  if (!propagations.includes(Propagation)) refuse(`invalid propagation mode: ${Propagation}`);
  if (ReadOnlyForceRecursive && ReadOnlyNonRecursive) refuse('ReadOnlyForceRecursive and ReadOnlyNonRecursive conflict');
  return mount({ ...common, source: posix.normalize(source), propagation: Propagation, createHostPath: CreateMountpoint, nonRecursive: NonRecursive, readOnlyNonRecursive: ReadOnlyNonRecursive });
};

const memory = ({ TmpfsOptions = {} }: AskedMount, common: Common, refuse: (what: string) => never): Mount => {
  const { SizeBytes = 0, Mode = 0, Options = [] } = TmpfsOptions;
  if (SizeBytes < 0) refuse('size of tmpfs must not be negative');
  const words = Options.map((pair) => pair.join('='));
  for (const word of words) if (!tmpfsFlags.includes(word)) refuse(`invalid option: ${word.split('=')[0]}`);
  return mount({ ...common, tmpfsSizeBytes: SizeBytes, tmpfsMode: Mode, tmpfsOptions: words });
};

const volume = ({ Source: source = '', VolumeOptions = {} }: AskedMount, common: Common, subpath: string): Mount => {
  const { NoCopy = false, Labels = {}, DriverConfig = {} } = VolumeOptions;
  if (source !== '') checkVolumeName(source);
  const driver = DriverConfig.Name ?? '';
  if (driver !== '' && driver !== 'local') throw new Rejection('INVALID', `error looking up volume plugin ${driver}: plugin "${driver}" not found: use local`);
  return mount({ ...common, source, subpath, noCopy: NoCopy, volumeLabels: Labels, volumeOptions: DriverConfig.Options ?? {}, anonymous: source === '', mode: 'z' });
};
