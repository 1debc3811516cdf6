import type { ContainerSpec } from '#proto/container.ts';

/** What a Docker client sent, as it is kept beside the specification. */
export type Asked = { Config?: Record<string, unknown>; HostConfig?: Record<string, unknown>; NetworkingConfig?: { EndpointsConfig?: Record<string, Record<string, unknown> | null> } };

/** Empty for what was made by the native API or by compose. */
export const askedOf = ({ dockerRequestJson }: ContainerSpec): Asked => (dockerRequestJson === '' ? {} : (JSON.parse(dockerRequestJson) as Asked));
