import type { Add, Copy, Input, Operation, Run } from '../../build-graph/operation.ts';
import { contentDigest } from '../../effects/builder/content-digest.ts';
import { lookUp, SourceMissing } from '../../effects/builder/find-sources.ts';
import { prepareCopy, type Copying, type PreparedCopy } from './copy.ts';
import { sourceKey, type StepCache } from './step-cache.ts';

/** What a step reads beside the files below it: as digests for its key, and prepared where it had to be found anyway. */
export type Read = { digests: readonly string[]; copy: PreparedCopy | undefined };

export type Reads = { of: (operation: Exclude<Operation, { op: 'from' | 'configure' }>) => Promise<Read> };

export type ReadsParts = {
  copying: Copying;
  cache: StepCache;
  /** Layers that files of an input are in; undefined for a context. */
  layersOf: (input: Input) => Promise<readonly string[] | undefined>;
};

const nothing: Read = { digests: [], copy: undefined };

/** Finds out what steps read. Files of stages and images are looked at once: what they come to is known by their layers afterwards. */
export const openReads = (parts: ReadsParts): Reads => ({
  of: async (operation) => {
    if (operation.op === 'run') return { digests: await Promise.all(bindsOf(operation).map((mount) => digestOfMount(parts, mount))), copy: undefined };
    return operation.op === 'workdir' ? nothing : readOfCopy(parts, operation);
  },
});

const readOfCopy = async ({ copying, cache, layersOf }: ReadsParts, operation: Copy | Add): Promise<Read> => {
  const layers = await layersOf(operation.from);
  const key = layers && sourceKey(layers, { sources: operation.sources, excludes: operation.excludes, parents: operation.parents, op: operation.op });
  const known = key === undefined ? undefined : await cache.find(key);
  if (known && known.digest !== '') return { digests: [known.digest], copy: undefined };
  const copy = await prepareCopy(copying, operation);
  if (key !== undefined) cache.fill(key, { layer: undefined, madeAtMs: 0, name: `what ${operation.op.toUpperCase()} reads`, digest: copy.digest });
  return { digests: [copy.digest], copy };
};

type Bind = Extract<Run['mounts'][number], { type: 'bind' }>;

const bindsOf = ({ mounts }: Run): Bind[] => mounts.filter((mount) => mount.type === 'bind');

const digestOfMount = async ({ copying, cache, layersOf }: ReadsParts, { from, source }: Bind): Promise<string> => {
  const layers = await layersOf(from);
  const key = layers && sourceKey(layers, { source });
  const known = key === undefined ? undefined : await cache.find(key);
  if (known && known.digest !== '') return known.digest;
  const { root, hasOwners } = await copying.inputs.open(from);
  const found = lookUp(root, source);
  if (!found) throw new SourceMissing(`mount source ${source} is not there`);
  const digest = await contentDigest([{ ...found, path: '' }], { withOwners: hasOwners, known: copying.digests, signal: copying.signal });
  if (key !== undefined) cache.fill(key, { layer: undefined, madeAtMs: 0, name: 'what a mount reads', digest });
  return digest;
};
