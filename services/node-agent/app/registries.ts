import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { RegistryLogin } from '#endpoints/transfer-lines.ts';
import type { RegistryClient } from '../effects/registry/client.ts';
import type { CredentialsFor } from '../effects/registry/credentials.ts';
import { machinePlatform, parsePlatform, type Platform } from '../effects/registry/platform-choice.ts';
import { resolveImage } from '../effects/registry/resolve.ts';
import type { Found } from '../effects/registry/search.ts';
import { digestOf } from '../effects/registry/source.ts';
import { parseTarget } from '../effects/registry/target.ts';
import { RegistryError } from '../effects/registry/registry-error.ts';
import { credentialsOf } from './transfers/login.ts';

/** What a name means at its registry now. */
export type Inspected = { mediaType: string; digest: string; sizeBytes: number; platforms: readonly Platform[] };

/** Questions to registries that move no image. */
export type Registries = {
  inspect: (reference: string, login?: RegistryLogin) => Promise<Inspected>;
  /** The image that a pull for this platform would bring; empty for that of the node. */
  resolve: (reference: string, platform: string, login?: RegistryLogin) => Promise<{ imageId: string; manifestDigest: string }>;
  /** Every tag of the repository that the reference is in. */
  tags: (reference: string, login?: RegistryLogin) => Promise<readonly string[]>;
  login: (domain: string, login: RegistryLogin) => Promise<void>;
  search: (domain: string, term: string, limit: number, login?: RegistryLogin) => Promise<readonly Found[]>;
};

export const openRegistries = ({ client, ownLogins }: { client: RegistryClient; ownLogins: CredentialsFor }): Registries => {
  const sourceFor = (reference: string, login: RegistryLogin | undefined) => {
    const target = parseTarget(reference);
    return { target, source: client.source(target, { credentialsFor: credentialsOf(target.domain, login, ownLogins) }) };
  };
  return {
    inspect: async (reference, login) => {
      const { target, source } = sourceFor(reference, login);
      const { digest, body, manifest } = await source.manifest(target.digest === '' ? target.tag : target.digest);
      const described = { mediaType: manifest.mediaType, digest, sizeBytes: body.length };
      if (manifest.kind === 'index') return { ...described, platforms: manifest.manifests.flatMap(({ platform }) => (platform === undefined || platform.os === 'unknown' ? [] : [platform])) };
      const config = await buffer(Readable.from(source.blob(manifest.config)));
      if (digestOf(config) !== manifest.config.digest) throw new RegistryError('altered', `${reference}: its configuration is not what its manifest says: have it pushed again`);
      const { os = 'linux', architecture = '', variant } = JSON.parse(config.toString('utf8')) as Partial<Platform>;
      return { ...described, platforms: [{ os, architecture, ...(variant ? { variant } : {}) }] };
    },
    resolve: async (reference, platform, login) => {
      const { target, source } = sourceFor(reference, login);
      const { image, manifests } = await resolveImage(source, target, platform === '' ? machinePlatform : parsePlatform(platform));
      return { imageId: image.config.digest, manifestDigest: manifests.at(-1)?.digest ?? '' };
    },
    tags: (reference, login) => {
      const target = parseTarget(reference);
      return client.tags(target, { credentialsFor: credentialsOf(target.domain, login, ownLogins) });
    },
    login: (domain, login) => client.login(domain, { credentialsFor: credentialsOf(domain, login, async () => undefined) }),
    search: (domain, term, limit, login) => client.search(domain, term, limit, { credentialsFor: credentialsOf(domain, login, ownLogins) }),
  };
};
