import type { Attachment, Dependency } from './model.ts';
import type { At, Reader } from './reader.ts';
import { attachmentKeys } from './service-keys.ts';

/** Networks of a service; `default` when it names none. */
export const readAttachments = (reader: Reader, at: At, networkMode: string, mac: string): Attachment[] => {
  const isApart = networkMode !== '' && networkMode !== 'bridge' && networkMode !== 'default';
  const named = at.tree?.kind === 'mapping' ? reader.entries(at) : reader.texts(at).map((name): [string, At] => [name, { tree: undefined, path: `${at.path}.${name}` }]);
  if (isApart) {
    if (named.length > 0) reader.problem(at, `a service with network_mode ${networkMode} is on no networks: remove one of the two`);
    return [];
  }
  if (named.length === 0) return [{ network: 'default', aliases: [], address: '', mac }];
  return named.map(([network, value]) => {
    const field = reader.fields(value, attachmentKeys);
    return { network, aliases: reader.texts(field('aliases')), address: reader.text(field('ipv4_address')), mac: reader.text(field('mac_address')) || mac };
  });
};

const conditions = ['service_started', 'service_healthy', 'service_completed_successfully'] as const;

export const readDependencies = (reader: Reader, at: At): Dependency[] => {
  if (at.tree?.kind !== 'mapping') return reader.texts(at).map((service) => ({ service, condition: 'service_started', required: true, restart: false }));
  return reader.entries(at).map(([service, value]) => {
    const field = reader.fields(value, { used: ['condition', 'required', 'restart'] });
    const written = reader.text(field('condition'), 'service_started');
    const condition = conditions.find((one) => one === written);
    if (!condition) reader.problem(field('condition'), `"${written}" is no condition: use ${conditions.join(', ')}`);
    return { service, condition: condition ?? 'service_started', required: reader.flag(field('required'), true), restart: reader.flag(field('restart')) };
  });
};
