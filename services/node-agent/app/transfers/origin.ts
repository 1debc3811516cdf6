import { Readable } from 'node:stream';
import type { Blob } from '../../effects/content/port.ts';
import type { RegistryClient } from '../../effects/registry/client.ts';
import type { CredentialsFor } from '../../effects/registry/credentials.ts';
import { nameOf, parseTarget, type Target } from '../../effects/registry/target.ts';

/** Repositories that may have it. Of more, nobody would wait for the answers. */
const repositoriesMax = 3;

/** Where a blob may be had that no node has any more: the repositories that its image is named after. Nothing for an image without a name. */
export const originOf = ({ client, ownLogins }: { client: RegistryClient; ownLogins: CredentialsFor }) =>
  ({ digest, sizeBytes }: Blob, references: readonly string[]): ((start: number) => Promise<Readable>) | undefined => {
    const repositories = [...new Map(references.map(parseTarget).map((target) => [nameOf(target), target])).values()].slice(0, repositoriesMax);
    if (repositories.length === 0) return undefined;
    const from = (target: Target, start: number): AsyncGenerator<Buffer> => client.source(target, { credentialsFor: ownLogins }).blob({ mediaType: '', digest, sizeBytes }, { from: start });
    return async (start) => Readable.from(inTurn(repositories, from, start), { objectMode: false });
  };

// One goes on where the one before it was cut.
const inTurn = async function* (repositories: readonly Target[], from: (target: Target, start: number) => AsyncGenerator<Buffer>, start: number): AsyncGenerator<Buffer> {
  let at = start;
  let last: unknown;
  for (const target of repositories)
    try {
      for await (const piece of from(target, at)) {
        at += piece.length;
        yield piece;
      }
      return;
    } catch (error) {
      last = error;
    }
  throw last;
};
