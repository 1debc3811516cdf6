import { listReferrers, listRepositories, listTags } from '#endpoints/image.ts';
import { checkDigest } from './digest.ts';
import type { Exchange } from './exchange.ts';
import { pageOf, type Page } from './page.ts';

/** `GET /v2/<name>/tags/list` */
export const giveTags = async (exchange: Exchange, name: string): Promise<unknown> => {
  const { message } = await exchange.gateway.platform.bus.call(listTags, { repository: name }, exchange.context);
  const page = pageOf(message.tags, exchange.query);
  return linked(exchange, `/v2/${name}/tags/list`, page).send({ name, tags: page.items });
};

/** `GET /v2/_catalog`, of Docker's registry: names as clients write them. One with a port is not among them, for no client could ask for it. */
export const giveCatalog = async (exchange: Exchange): Promise<unknown> => {
  const { message } = await exchange.gateway.platform.bus.call(listRepositories, {}, exchange.context);
  const names = message.repositories.map(({ name }) => name.replace(/^docker\.io\/(?:library\/(?=[^/]*$))?/, '')).filter((name) => !name.includes(':'));
  const page = pageOf(names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))), exchange.query);
  return linked(exchange, '/v2/_catalog', page).send({ repositories: page.items });
};

const linked = ({ reply }: Exchange, path: string, { next }: Page): Exchange['reply'] => (next === undefined ? reply : reply.header('Link', `<${path}?${next}>; rel="next"`));

/** `GET /v2/<name>/referrers/<digest>` */
export const giveReferrers = async ({ gateway, reply, query, context }: Exchange, name: string, reference: string): Promise<unknown> => {
  const { message } = await gateway.platform.bus.call(listReferrers, { repository: name, digest: checkDigest(reference) }, context);
  const wanted = query.get('artifactType');
  if (wanted !== null) reply.header('OCI-Filters-Applied', 'artifactType');
  const manifests = message.referrers
    .filter(({ artifactType }) => wanted === null || artifactType === wanted)
    .map(({ digest, mediaType, sizeBytes, artifactType, annotations }) => ({ mediaType, digest, size: sizeBytes, ...(artifactType === '' ? {} : { artifactType }), ...(Object.keys(annotations).length === 0 ? {} : { annotations }) }));
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  return reply.type(mediaType).send(Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests })));
};
