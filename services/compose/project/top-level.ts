import { isIpv4, isIpv4Block } from './addresses.ts';
import type { Network, Volume } from './model.ts';
import type { At, Fields, Reader } from './reader.ts';
import { networkKeys, volumeKeys } from './service-keys.ts';
import { isUnset } from './tree.ts';

/** `external: true`, or its old form with a name below it. */
const readExternal = (reader: Reader, at: At): { external: boolean; name: string } => {
  if (at.tree?.kind !== 'mapping') return { external: reader.flag(at), name: '' };
  return { external: true, name: reader.text(reader.fields(at, { used: ['name'] })('name')) };
};

/** What somebody else made is not for this file to describe. */
const refuseOwn = (reader: Reader, field: Fields, keys: readonly string[]): void => {
  for (const key of keys) if (!isUnset(field(key).tree)) reader.problem(field(key), `it is external, so ${key} says nothing here: remove one of the two`);
};

export const readNetwork = (reader: Reader, at: At, project: string, key: string): Network => {
  const field = reader.fields(at, networkKeys);
  const { external, name } = readExternal(reader, field('external'));
  const ipam = reader.fields(field('ipam'), { used: ['config', 'driver'], unused: { options: 'has no effect' } });
  const [first, second] = reader.items(ipam('config'));
  if (second) reader.problem(second, 'a second block of addresses is not possible yet: keep one');
  const ipamDriver = reader.text(ipam('driver'), 'default');
  if (ipamDriver !== 'default') reader.problem(ipam('driver'), `driver ${ipamDriver} is not possible: leave it out`);
  const block = reader.fields(first ?? { tree: undefined, path: ipam('config').path }, { used: ['subnet', 'gateway'], unused: { ip_range: 'has no effect yet' }, refused: { aux_addresses: 'is not possible yet: leave it out' } });
  const driver = reader.text(field('driver'), 'bridge');
  if (!['bridge', 'overlay', 'default'].includes(driver)) reader.problem(field('driver'), `driver ${driver} is not possible: use bridge, which spans nodes by itself`);
  if (reader.flag(field('enable_ipv6'))) reader.problem(field('enable_ipv6'), 'networks have no IPv6 yet: leave it out');
  const subnet = reader.text(block('subnet'));
  if (subnet !== '' && !isIpv4Block(subnet)) reader.problem(block('subnet'), `"${subnet}" is no block of IPv4 addresses: write one such as 172.20.0.0/16`);
  const gateway = reader.text(block('gateway'));
  if (gateway !== '' && !isIpv4(gateway)) reader.problem(block('gateway'), `"${gateway}" is no IPv4 address: write one such as 172.20.0.1`);
  if (external) refuseOwn(reader, field, ['driver', 'driver_opts', 'internal', 'attachable', 'labels', 'ipam']);
  return {
    name: name || reader.text(field('name')) || (external ? key : `${project}_${key}`),
    external,
    driver: 'bridge',
    internal: reader.flag(field('internal')),
    attachable: reader.flag(field('attachable')),
    labels: reader.given(field('labels')),
    options: reader.given(field('driver_opts')),
    subnet,
    gateway,
  };
};

export const readVolume = (reader: Reader, at: At, project: string, key: string): Volume => {
  const field = reader.fields(at, volumeKeys);
  const { external, name } = readExternal(reader, field('external'));
  const driver = reader.text(field('driver'), 'local');
  if (driver !== 'local') reader.problem(field('driver'), `driver ${driver} is not possible: use local`);
  const options = reader.given(field('driver_opts'));
  if (Object.keys(options).length > 0) reader.problem(field('driver_opts'), 'options of volumes are not possible yet: mount the path with "bind"');
  if (external) refuseOwn(reader, field, ['driver', 'driver_opts', 'labels']);
  return { name: name || reader.text(field('name')) || (external ? key : `${project}_${key}`), external, driver, labels: reader.given(field('labels')), options };
};
