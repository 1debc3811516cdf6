import { hint } from '#kernel/suggest.ts';
import { isIpv4 } from './addresses.ts';
import type { Attachment, Dependency } from './model.ts';
import type { At, Reader } from './reader.ts';
import { attachmentKeys } from './service-keys.ts';

const modes = ['', 'default', 'bridge', 'host', 'none'];

/** `network_mode`, with `bridge` for what `networks` says. */
export const readNetworkMode = (reader: Reader, at: At): string => {
  const mode = reader.text(at);
  if (/^(service|container):/.test(mode)) reader.problem(at, `${mode} is not possible yet: use networks`);
  else if (!modes.includes(mode)) reader.problem(at, `"${mode}" is no network mode${hint(mode, modes)}: use bridge, host or none, or name it in "networks"`);
  return mode === 'default' || mode === '' ? 'bridge' : mode;
};

/** Networks of a service; `default` when it names none. `mac` is for the first of them. */
export const readAttachments = (reader: Reader, at: At, networkMode: At, mac: string): Attachment[] => {
  const mode = reader.text(networkMode);
  const named = at.tree?.kind === 'mapping' ? reader.entries(at) : reader.items(at).map((item): [string, At] => [reader.text(item), { tree: undefined, path: item.path }]);
  if (mode !== '' && named.length > 0) reader.problem(networkMode, `a service with network_mode ${mode} is on no networks: remove one of the two`);
  if (mode !== '' && mode !== 'bridge' && mode !== 'default') return [];
  if (named.length === 0) return [{ network: 'default', aliases: [], address: '', mac }];
  return named.map(([network, value], index) => {
    const field = reader.fields(value, attachmentKeys);
    const address = reader.text(field('ipv4_address'));
    if (address !== '' && !isIpv4(address)) reader.problem(field('ipv4_address'), `"${address}" is no IPv4 address: write one such as 172.20.0.10`);
    return { network, aliases: reader.texts(field('aliases')), address, mac: reader.text(field('mac_address')) || (index === 0 ? mac : '') };
  });
};

const conditions = ['service_started', 'service_healthy', 'service_completed_successfully'] as const;

export const readDependencies = (reader: Reader, at: At): Dependency[] => {
  if (at.tree?.kind !== 'mapping') return [...new Set(reader.items(at).map((item) => reader.text(item)))].map((service) => ({ service, condition: 'service_started', required: true, restart: false }));
  return reader.entries(at).map(([service, value]) => {
    const field = reader.fields(value, { used: ['condition', 'required', 'restart'] });
    const written = reader.text(field('condition'), 'service_started');
    const condition = conditions.find((one) => one === written);
    if (!condition) reader.problem(field('condition'), `"${written}" is no condition${hint(written, conditions)}: use ${conditions.join(', ')}`);
    return { service, condition: condition ?? 'service_started', required: reader.flag(field('required'), true), restart: reader.flag(field('restart')) };
  });
};
