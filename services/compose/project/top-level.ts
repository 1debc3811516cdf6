import type { Network, Volume } from './model.ts';
import type { At, Reader } from './reader.ts';
import { networkKeys, volumeKeys } from './service-keys.ts';

/** `external: true`, or its old form with a name below it. */
const readExternal = (reader: Reader, at: At): { external: boolean; name: string } => {
  if (at.tree?.kind !== 'mapping') return { external: reader.flag(at), name: '' };
  return { external: true, name: reader.text(reader.fields(at, { used: ['name'] })('name')) };
};

export const readNetwork = (reader: Reader, at: At, project: string, key: string): Network => {
  const field = reader.fields(at, networkKeys);
  const { external, name } = readExternal(reader, field('external'));
  const ipam = reader.fields(field('ipam'), { used: ['config', 'driver'], unused: { options: 'has no effect' } });
  const [first] = reader.items(ipam('config'));
  const block = reader.fields(first ?? { tree: undefined, path: ipam('config').path }, { used: ['subnet', 'gateway'], unused: { ip_range: 'has no effect yet' }, refused: { aux_addresses: 'is not possible yet: leave it out' } });
  const driver = reader.text(field('driver'), 'bridge');
  if (!['bridge', 'overlay', 'default'].includes(driver)) reader.problem(field('driver'), `driver ${driver} is not possible: use bridge, which spans nodes by itself`);
  return {
    name: name || reader.text(field('name')) || (external ? key : `${project}_${key}`),
    external,
    driver: 'bridge',
    internal: reader.flag(field('internal')),
    attachable: reader.flag(field('attachable')),
    labels: reader.given(field('labels')),
    options: reader.given(field('driver_opts')),
    subnet: reader.text(block('subnet')),
    gateway: reader.text(block('gateway')),
  };
};

export const readVolume = (reader: Reader, at: At, project: string, key: string): Volume => {
  const field = reader.fields(at, volumeKeys);
  const { external, name } = readExternal(reader, field('external'));
  const driver = reader.text(field('driver'), 'local');
  if (driver !== 'local') reader.problem(field('driver'), `driver ${driver} is not possible: use local`);
  const options = reader.given(field('driver_opts'));
  if (Object.keys(options).length > 0) reader.problem(field('driver_opts'), 'options of volumes are not possible yet: mount the path with "bind"');
  return { name: name || reader.text(field('name')) || (external ? key : `${project}_${key}`), external, driver, labels: reader.given(field('labels')), options };
};
