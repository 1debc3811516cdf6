import type { ContainerSpec } from '#proto/container.ts';

/** `Mounts` of a container. */
export const mountPoints = ({ mounts }: ContainerSpec) =>
  mounts
    .filter(({ type }) => type !== 'tmpfs')
    .map(({ type, source, target, readOnly, propagation }) => ({
      Type: type,
      ...(type === 'volume' ? { Name: source, Source: `/var/lib/lading/volumes/${source}/_data`, Driver: 'local' } : { Source: source }),
      Destination: target,
      Mode: readOnly ? 'ro' : '',
      RW: !readOnly,
      Propagation: type === 'bind' ? propagation || 'rprivate' : '',
    }));
