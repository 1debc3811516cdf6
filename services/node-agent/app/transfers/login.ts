import type { RegistryLogin } from '#endpoints/transfer-lines.ts';
import type { Credentials, CredentialsFor } from '../../effects/registry/credentials.ts';

/** The given login for its own registry only; this node's own logins for everything else. */
export const credentialsOf = (domain: string, login: RegistryLogin | undefined, own: CredentialsFor): CredentialsFor => {
  const given = login && credentialsIn(login);
  return async (host) => (given && host === domain ? given : own(host));
};

const credentialsIn = ({ username = '', password = '', identityToken = '', registryToken = '' }: RegistryLogin): Credentials | undefined => {
  if (registryToken !== '') return { kind: 'registry', token: registryToken };
  if (identityToken !== '') return { kind: 'identity', token: identityToken };
  return username === '' ? undefined : { kind: 'password', username, password };
};
