import { givenOf } from '#kernel/testing/given.ts';
import { repositoryDecider, type Listed, type RepositoryEvent } from './repository.ts';

const given = givenOf(repositoryDecider);
const repository = 'docker.io/library/redis';
const listed = (name: string): Listed => ({ digest: `sha256:${name}`, mediaType: 'type', sizeBytes: 3, subject: '', artifactType: '', annotations: {} });
const added = (name: string): RepositoryEvent => ({ type: 'ManifestAdded', repository, ...listed(name) });
const add = (...names: string[]) => ({ type: 'AddManifests', repository, manifests: names.map(listed) }) as const;

describe('a repository', () => {
  it('lists a manifest once', () => given(added('aa')).when(add('aa', 'bb')).then(added('bb')));
  it('lists nothing new when all is known', () => given(added('aa')).when(add('aa')).thenNothing());
  it('takes out what it lists, and no more', () => given(added('aa'), added('bb')).when({ type: 'RemoveManifests', digests: ['sha256:aa', 'sha256:cc'] }).then({ type: 'ManifestRemoved', digest: 'sha256:aa' }));
  it('lists again what was taken out', () => given(added('aa'), { type: 'ManifestRemoved', digest: 'sha256:aa' }).when(add('aa')).then(added('aa')));
  it('becomes immutable once', () => {
    given().when({ type: 'SetImmutable', repository, immutable: true }).then({ type: 'ImmutabilityChanged', repository, immutable: true });
    given({ type: 'ImmutabilityChanged', repository, immutable: true }).when({ type: 'SetImmutable', repository, immutable: true }).thenNothing();
  });
  it('may be changed again', () => given({ type: 'ImmutabilityChanged', repository, immutable: true }).when({ type: 'SetImmutable', repository, immutable: false }).then({ type: 'ImmutabilityChanged', repository, immutable: false }));
});
