import { listImages } from '#endpoints/image.ts';
import type { RegistryLogin } from '#endpoints/transfer-lines.ts';
import type { Context } from '#kernel/context.ts';
import { canonical, parseReference, type Reference } from '#kernel/reference.ts';
import { Rejection } from '#kernel/rejection.ts';
import { stepOf } from '../http/request-context.ts';
import type { Gateway } from './gateway.ts';

const repositoryOf = (name: string): Reference => {
  const parsed = parseReference(name);
  if (canonical(parsed) !== canonical({ ...parsed, tag: 'latest', digest: '' }) || name.endsWith(':latest')) throw new Rejection('INVALID', `tag can't be used with all tags: leave what follows the name in ${name} away`);
  return { ...parsed, tag: '', digest: '' };
};

/** References of all tags that a registry has under a name, which has none itself. */
export const tagsAtRegistry = async ({ nodes, config }: Gateway, name: string, login: RegistryLogin | undefined): Promise<readonly string[]> => {
  const repository = repositoryOf(name);
  const { tags } = await nodes.json<{ tags: readonly string[] }>(config.localNodeId, 'POST', '/v1/registry/tags', { reference: canonical(repository), ...(login ? { login } : {}) });
  if (tags.length === 0) throw new Rejection('IMAGE_NOT_FOUND', `${name} has no tags at its registry`);
  return tags.map((tag) => canonical({ ...repository, tag }));
};

/** References of all tags that are here under a name. */
export const tagsHere = async ({ platform }: Gateway, name: string, context: Context): Promise<readonly string[]> => {
  const repository = repositoryOf(name);
  const { message } = await platform.bus.call(listImages, { asOfSequence: 0, asOfMs: 0 }, stepOf(context, 'tags'));
  const all = message.images.flatMap(({ references }) => references).filter((reference) => {
    const { tag, domain, path } = parseReference(reference);
    return tag !== '' && domain === repository.domain && path === repository.path;
  });
  if (all.length === 0) throw new Rejection('IMAGE_NOT_FOUND', `An image does not exist locally with the tag: ${name}`);
  return [...new Set(all)].toSorted();
};
