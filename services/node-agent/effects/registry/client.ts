import type { CredentialsFor } from './credentials.ts';
import { destinationOf, type Destination } from './destination.ts';
import { endpointsOf, originOf, type Endpoint, type RegistryHosts } from './endpoints.ts';
import { drop } from './reading.ts';
import type { Clock } from './retry.ts';
import { foundMax, searchIn, type Found } from './search.ts';
import { openSession, type Session } from './session.ts';
import { sourceOf, type Source } from './source.ts';
import { tagsIn } from './tags.ts';
import type { Repository } from './target.ts';
import type { Transport } from './transport.ts';

/** Any OCI or Docker registry. All throw RegistryError, whose message ends with the remedy; an aborted signal ends all work with AbortError. */
export type RegistryClient = {
  source: (repository: Repository, access: Access) => Source;
  /** `mountFrom`: paths of repositories of the same registry that blobs may be taken from. */
  destination: (repository: Repository, access: Access, mountFrom?: readonly string[]) => Destination;
  /** Throws when the registry does not take the login. */
  login: (domain: string, access: Access) => Promise<void>;
  /** Every tag of the repository. */
  tags: (repository: Repository, access: Access) => Promise<readonly string[]>;
  /** At most `limit` repositories, 100 at most. */
  search: (domain: string, term: string, limit: number, access: Access) => Promise<readonly Found[]>;
};

/** In whose name, and until when. */
export type Access = { credentialsFor: CredentialsFor; signal?: AbortSignal };

/** Where Docker Hub is searched. */
const hubIndex = 'index.docker.io';

export const registryClient = ({ transport, clock, hosts }: { transport: Transport; clock: Clock; hosts: RegistryHosts }): RegistryClient => {
  const session = (endpoint: Endpoint, repository: Repository, scopes: readonly string[], { credentialsFor, signal }: Access): Session =>
    openSession({ transport, clock, credentialsFor, endpoint, repository, scopes, ...(signal ? { signal } : {}) });

  return {
    source: (repository, access) => {
      const sessions = endpointsOf(repository.domain, hosts).map((endpoint) => session(endpoint, repository, [pullScope(repository.path)], access));
      return sourceOf({ sessions, transport, clock, ...(access.signal ? { signal: access.signal } : {}) });
    },
    destination: (repository, access, mountFrom = []) =>
      destinationOf(session(originOf(repository.domain, hosts), repository, [`repository:${repository.path}:pull,push`, ...mountFrom.map(pullScope)], access)),
    login: async (domain, access) => {
      const whole = session(originOf(domain, hosts), { domain, path: '' }, [], access);
      await whole.send({ method: 'GET', at: { root: 'v2/' }, what: 'login', accept: [200] }, drop);
    },
    // Of a mirror nobody knows how much it has.
    tags: (repository, access) => tagsIn(session(originOf(repository.domain, hosts), repository, [pullScope(repository.path)], access)),
    search: (domain, term, limit, access) => {
      const origin = originOf(domain, hosts);
      const place = domain === 'docker.io' ? { ...origin, host: hubIndex } : origin;
      return searchIn(session(place, { domain, path: '' }, [], access), term, Math.max(1, Math.min(limit, foundMax)));
    },
  };
};

const pullScope = (path: string): string => `repository:${path}:pull`;
