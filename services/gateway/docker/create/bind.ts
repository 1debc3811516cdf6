import { posix } from 'node:path';
import { Rejection } from '#kernel/rejection.ts';
import type { Mount } from '#proto/container.ts';
import { checkVolumeName, mount, placeOf } from './mount.ts';

const propagations = ['private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared'];
const groups = [['ro', 'rw'], ['z', 'Z'], propagations, ['nocopy'], ['consistent', 'cached', 'delegated', 'default']];

/** Docker takes one word of each group. */
const checkMode = (mode: string): void => {
  const words = mode.split(',');
  const isKnown = words.every((word) => groups.some((group) => group.includes(word)));
  if (!isKnown || groups.some((group) => words.filter((word) => group.includes(word)).length > 1)) throw new Rejection('INVALID', `invalid mode: ${mode}`);
};

/** `source:target[:mode]`; a source that is no path is a volume's name, and one alone is the place of a volume without a name. */
export const bindOf = (text: string): Mount => {
  const parts = text.split(':');
  const wrong = `invalid volume specification: '${text}'`;
  if (parts.length > 3 || parts.includes('')) throw new Rejection('INVALID', wrong);
  const [first = '', second, mode = ''] = parts;
  const type = second !== undefined && first.startsWith('/') ? 'bind' : 'volume';
  const about = `${wrong}: invalid mount config for type "${type}": `;
  if (mode !== '') checkMode(mode);
  const words = mode.split(',');
  const propagation = words.find((word) => propagations.includes(word)) ?? '';
  if (type === 'bind' && words.includes('nocopy')) throw new Rejection('INVALID', `${about}field VolumeOptions must not be specified`);
  if (type === 'volume' && propagation !== '') throw new Rejection('INVALID', `${about}field BindOptions must not be specified`);
  const common = { target: placeOf(second ?? first, about), readOnly: words.includes('ro'), propagation, mode };
  if (second === undefined) return mount({ type, ...common, anonymous: true });
  if (type === 'volume') checkVolumeName(first);
  return mount(type === 'bind' ? { type, source: posix.normalize(first), createHostPath: true, ...common } : { type, source: first, noCopy: words.includes('nocopy'), ...common });
};
