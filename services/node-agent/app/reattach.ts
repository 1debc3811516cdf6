import { join } from 'node:path';
import type { Endpoint, ReportContainer, WantedContainer } from '#proto/container.ts';
import { interfaceNames } from '../addressing/interface-names.ts';
import { changeHosts } from '../effects/host-files.ts';
import type { Interface, Network } from '../effects/network/port.ts';
import { addressOn, endpointsFor, networksText, released, type Addressing } from './interfaces.ts';

export type Reattaching = Addressing & { network: Network; filesDirectory: string };

/** Gives a running container the interfaces of the networks that it is on now, and tells: what it has, and which networks could not be joined. */
export const reattach = async (on: Reattaching, { containerId, name, run, spec }: WantedContainer, report: (message: ReportContainer) => Promise<void>): Promise<void> => {
  const record = on.records.get(containerId);
  if (!spec || !record) return;
  try {
    const names = interfaceNames(spec.networks.map(({ network }) => network), record.interfaces ?? interfaceNames(record.endpoints.map(({ networkId }) => networkId), {}));
    const tried = await Promise.allSettled(spec.networks.map((attachment) => addressOn(on, containerId, attachment, names[attachment.network] ?? 'eth0')));
    const interfaces = tried.flatMap((one): Interface[] => (one.status === 'fulfilled' ? [one.value] : []));
    const endpoints = endpointsFor(containerId, name, spec, interfaces);
    await on.network.attach({ containerId, interfaces, hostname: spec.hostname || containerId.slice(0, 12) });
    changeHosts(join(on.filesDirectory, containerId), containerId, spec, addressesOf(record.endpoints), addressesOf(endpoints));
    // Told first: when that fails the next turn does all of it again, and finds the addresses here.
    const changed = { ...record, endpoints, interfaces: Object.fromEntries(interfaces.map(({ networkId, ifname }) => [networkId, ifname])) };
    on.records.put(changed);
    await report({ containerId, attached: { run, endpoints } });
    for (const [place, one] of tried.entries())
      if (one.status === 'rejected') await report({ containerId, attachFailed: { networkId: spec.networks[place]?.network ?? '', message: one.reason instanceof Error ? one.reason.message : String(one.reason) } });
    on.records.put({ ...changed, networks: networksText(spec) });
  } finally {
    released(containerId);
  }
};

const addressesOf = (endpoints: readonly Endpoint[]): string[] => endpoints.map(({ address }) => address);
