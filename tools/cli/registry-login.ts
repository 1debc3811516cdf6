import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { RegistryLogin } from '#endpoints/transfer-lines.ts';
import { parseReference } from '#kernel/reference.ts';
import { Rejection } from '#kernel/rejection.ts';
import { dockerConfigCredentials } from '../../services/node-agent/effects/registry/docker-config.ts';
import { CommandError } from './api.ts';

/** Where Docker keeps this user's logins. */
export const dockerConfigPath = (): string => join(process.env.DOCKER_CONFIG || join(homedir(), '.docker'), 'config.json');

/** The login that this user keeps for the registry of an image; nothing for none. */
export const loginFor = async (reference: string): Promise<RegistryLogin | undefined> => loginAt(domainOf(reference));

export const loginAt = async (domain: string): Promise<RegistryLogin | undefined> => {
  const found = await dockerConfigCredentials(dockerConfigPath(), process.env)(domain).catch((error: unknown) => {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  });
  switch (found?.kind) {
    case undefined:
      return undefined;
    case 'password':
      return { username: found.username, password: found.password };
    case 'identity':
      return { identityToken: found.token };
    case 'registry':
      return { registryToken: found.token };
  }
};

/** Every login that this user keeps, by the registry's host as it is called in images. */
export const allLogins = async (): Promise<Readonly<Record<string, RegistryLogin>>> => {
  const hosts = registriesIn(dockerConfigPath());
  const logins = await Promise.all(hosts.map(async (host) => [host, await loginAt(host)] as const));
  return Object.fromEntries(logins.flatMap(([host, login]) => (login ? [[host, login]] : [])));
};

const registriesIn = (path: string): string[] => {
  try {
    const { auths, credHelpers } = JSON.parse(readFileSync(path, 'utf8')) as { auths?: object; credHelpers?: object };
    const hosts = Object.keys({ ...auths, ...credHelpers }).map((key) => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '').replace(/^index\.docker\.io$/, 'docker.io'));
    return [...new Set(hosts)];
  } catch {
    return [];
  }
};

const domainOf = (reference: string): string => {
  try {
    return parseReference(reference).domain;
  } catch (error) {
    throw error instanceof Rejection ? new CommandError(error.message, 125) : error;
  }
};
