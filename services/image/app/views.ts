import type { Image as ImageView } from '#proto/image.ts';
import type { Target } from '../domain/tag.ts';
import type { Known } from './images.ts';
import { imageAggregate, tagAggregate } from './names.ts';

/** What a canonical reference points at now; nothing for one that points nowhere. */
export const targetOf = ({ tags }: Pick<Known, 'tags'>, reference: string): Target | undefined => {
  const { state } = tags.get(tagAggregate(reference));
  return state.phase === 'present' ? { imageId: state.imageId, manifestDigest: state.manifestDigest } : undefined;
};

/** Every name that points at something. */
export const namesIn = ({ tags }: Pick<Known, 'tags'>): (Target & { reference: string })[] => [...tags.entries()].flatMap(([, { state }]) => (state.phase === 'present' ? [state] : []));

export const viewOf = (known: Known, imageId: string, names = namesIn(known).filter((name) => name.imageId === imageId)): ImageView | undefined => {
  const { state } = known.images.get(imageAggregate(imageId));
  if (state.phase === 'absent') return undefined;
  return {
    imageId,
    references: names.map(({ reference }) => reference),
    referenceDigests: names.map(({ manifestDigest }) => manifestDigest),
    configJson: state.configJson,
    layers: state.layers,
    manifestDigest: state.manifestDigest,
    manifestJson: state.manifestJson,
    createdAtMs: Date.parse((JSON.parse(state.configJson) as { created?: string }).created ?? '') || 0,
    sizeBytes: state.layers.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    nodeIds: state.nodeIds,
  };
};

export const listViews = (known: Known): ImageView[] => {
  const names = Map.groupBy(namesIn(known), ({ imageId }) => imageId);
  return [...known.images.entries()].flatMap(([, { state }]) => (state.phase === 'present' ? (viewOf(known, state.imageId, names.get(state.imageId) ?? []) ?? []) : []));
};
