import * as endpoints from '#endpoints/image.ts';
import type { Platform } from '#kernel/platform.ts';
import { checkDigest } from '../manifests/read.ts';
import type { Images } from './images.ts';
import { repositoryAggregate, repositoryOf } from './names.ts';
import { putManifest } from './put-manifest.ts';
import { removeManifest } from './remove.ts';
import { manifestBy, referrersOf, repositoriesOf, tagsOf } from './repositories.ts';
import { historyOf } from './tag-history.ts';

/** Repositories, for registry clients and for who asks about tags. */
export const serveRepositories = (platform: Platform, images: Images): void => {
  const { bus, store, position } = platform;
  // Who pushed by one process may pull by another at once: answers come from a state that includes all that was acknowledged.
  const current = async (): Promise<void> => platform.applied(await store.last());
  const answer = async <Message>(give: () => Message | Promise<Message>): Promise<{ message: Message; sequence: number }> => {
    await current();
    return { message: await give(), sequence: position() };
  };

  bus.serve(endpoints.putManifest, (request, { context }) => putManifest(images, current, request, context));
  bus.serve(endpoints.removeManifest, async (request, { context }) => {
    await current();
    const { sequence } = await removeManifest(images, request, context);
    return { message: {}, sequence };
  });
  bus.serve(endpoints.setImmutable, async ({ repository: name, immutable }, { context }) => {
    const repository = repositoryOf(name);
    const { changed, sequence } = await images.handleRepository(repositoryAggregate(repository), { type: 'SetImmutable', repository, immutable }, context);
    return { message: { changed }, sequence };
  });
  bus.serve(endpoints.getManifest, ({ repository, reference }) => answer(() => ({ manifest: manifestBy(images, repository, reference) })));
  bus.serve(endpoints.listTags, ({ repository }) => answer(() => ({ tags: tagsOf(images, repository) })));
  bus.serve(endpoints.listReferrers, ({ repository, digest }) => answer(() => ({ referrers: referrersOf(images, repository, checkDigest(digest)) })));
  bus.serve(endpoints.listRepositories, () => answer(() => ({ repositories: repositoriesOf(images) })));
  bus.serve(endpoints.getTagHistory, ({ reference }) => answer(async () => ({ moves: await historyOf(store, reference) })));
};
