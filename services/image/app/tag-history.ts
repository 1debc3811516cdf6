import { asOf, type Moment } from '#kernel/as-of.ts';
import type { EventStore } from '#kernel/eventstore/event-store.ts';
import { Rejection } from '#kernel/rejection.ts';
import { Commit } from '#proto/envelope.ts';
import type { TagMove } from '#proto/image.ts';
import { tagCodec } from '../codec/events.ts';
import { valueOf } from '../domain/by-digest.ts';
import { tagDecider, type Target } from '../domain/tag.ts';
import { canonical, familiar, parseReference } from '#kernel/reference.ts';
import type { Images } from './images.ts';
import { imageAggregate, tagAggregate } from './names.ts';
import { targetOf } from './views.ts';

/** A reference without digest, canonical. Throws INVALID. */
export const tagReference = (text: string): string => {
  const parsed = parseReference(text);
  if (parsed.digest !== '') throw new Rejection('INVALID', `${text} names a digest, which never moves: name a tag`);
  return canonical(parsed);
};

/** Where a tag pointed, oldest first, as its commits tell. Throws IMAGE_NOT_FOUND for one that never pointed anywhere. */
export const historyOf = async (store: EventStore, text: string): Promise<TagMove[]> => {
  const moves: TagMove[] = [];
  for await (const { sequence, bytes } of store.read(tagAggregate(tagReference(text)))) {
    const { actor, reason, atMs, events } = Commit.decode(bytes);
    for (const wire of events) {
      const event = tagCodec.decode(wire);
      if (!event) continue;
      const { imageId, manifestDigest } = event.type === 'TagMoved' ? event : { imageId: '', manifestDigest: '' };
      moves.push({ sequence, atMs, actor, reason, imageId, manifestDigest });
    }
  }
  if (moves.length === 0) throw new Rejection('IMAGE_NOT_FOUND', `${text} never pointed at anything: see "lading image ls" for what there is`);
  return moves;
};

/** What a tag pointed at in a past moment, if it can still be had. Throws IMAGE_NOT_FOUND. */
export const targetAt = async (images: Images, store: EventStore, text: string, moment: Moment): Promise<Target> => {
  const reference = tagReference(text);
  const short = familiar(parseReference(reference));
  const target = targetOf({ tags: await asOf(store, tagAggregate(reference), moment, tagDecider, tagCodec) }, reference);
  if (!target) throw new Rejection('IMAGE_NOT_FOUND', `${short} pointed at nothing then: see "lading image history-of ${short}"`);
  if (!isThere(images, target)) throw new Rejection('IMAGE_NOT_FOUND', `${short} pointed at ${target.imageId || target.manifestDigest} then, which was removed since: pull or push it again`);
  return target;
};

const isThere = ({ images, repositories }: Images, { imageId, manifestDigest }: Target): boolean => {
  const { state: image } = images.get(imageAggregate(imageId));
  if (imageId !== '' && image.phase === 'absent') return false;
  const isOwn = manifestDigest === '' || (image.phase === 'present' && image.manifestDigest === manifestDigest);
  return isOwn || [...repositories.entries()].some(([, { state }]) => valueOf(state.manifests, manifestDigest) !== undefined);
};
