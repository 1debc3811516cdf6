import type { RegistryLogin } from '#endpoints/transfer-lines.ts';
import { Rejection } from '#kernel/rejection.ts';

type AuthConfig = { username?: string; password?: string; auth?: string; identitytoken?: string; registrytoken?: string };

/** Docker's login of one registry. Nothing for one that says nothing. */
export const loginOf = ({ username, password, auth, identitytoken, registrytoken }: AuthConfig): RegistryLogin | undefined => {
  const [, user = '', secret = ''] = /^([^:]*):([^]*)$/.exec(Buffer.from(auth ?? '', 'base64').toString('utf8')) ?? [];
  const login = {
    ...(username || user ? { username: username || user, password: password || secret } : {}),
    ...(identitytoken ? { identityToken: identitytoken } : {}),
    ...(registrytoken ? { registryToken: registrytoken } : {}),
  };
  return Object.keys(login).length === 0 ? undefined : login;
};

/** From the header X-Registry-Auth: base64url of JSON, and base64 from clients that don't know better. Throws INVALID. */
export const loginIn = (header: string | readonly string[] | undefined): RegistryLogin | undefined => {
  const text = typeof header === 'string' ? header : (header?.[0] ?? '');
  if (text === '') return undefined;
  try {
    return loginOf(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as AuthConfig);
  } catch {
    throw new Rejection('INVALID', 'invalid X-Registry-Auth header: it is to be a login as JSON, encoded by base64url');
  }
};

/** How a registry is called in images, by how Docker's clients call it in their logins. */
const hostOf = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '').replace(/^(?:index\.|registry-1\.)?docker\.io$/, 'docker.io');

/** From the header X-Registry-Config of a build: all logins of the client, by host. Throws INVALID. */
export const loginsIn = (header: string | readonly string[] | undefined): Readonly<Record<string, RegistryLogin>> => {
  const text = typeof header === 'string' ? header : (header?.[0] ?? '');
  if (text === '') return {};
  try {
    const all = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Record<string, AuthConfig> | null;
    return Object.fromEntries(Object.entries(all ?? {}).flatMap(([key, config]) => {
      const login = loginOf(config);
      return login ? [[hostOf(key), login]] : [];
    }));
  } catch {
    throw new Rejection('INVALID', 'invalid X-Registry-Config header: it is to be logins by registry as JSON, encoded by base64url');
  }
};
