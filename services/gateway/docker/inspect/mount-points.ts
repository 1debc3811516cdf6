import type { ContainerSpec } from '#proto/container.ts';
import { noDetails } from './details.ts';

/** `Mounts` of a container. What `--tmpfs` asked for is told in HostConfig alone. */
export const mountPoints = (spec: ContainerSpec, volumesFolder = noDetails.volumesFolder) =>
  spec.mounts
    .filter(({ type, target }) => type !== 'tmpfs' || !isOfTmpfsOption(spec, target))
    .map(({ type, source, target, readOnly, propagation, mode }) => ({
      Type: type,
      ...(type === 'volume' ? { Name: source, Source: `${volumesFolder}/${source}/_data` } : { Source: source }),
      Destination: target,
      ...(type === 'volume' ? { Driver: 'local' } : {}),
      Mode: mode,
      RW: !readOnly,
      Propagation: type === 'bind' ? propagation || 'rprivate' : '',
    }));

const isOfTmpfsOption = ({ dockerRequestJson }: ContainerSpec, target: string): boolean => {
  if (dockerRequestJson === '') return false;
  const { HostConfig } = JSON.parse(dockerRequestJson) as { HostConfig?: { Tmpfs?: object } };
  return Object.keys(HostConfig?.Tmpfs ?? {}).includes(target);
};
