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

/** Finds out what steps read, of each once. Files of stages and images are looked at once: what they come to is known by their layers afterwards. */
export const openReads = (parts: ReadsParts): Reads => {
  const reads = new Map<Operation, Promise<Read>>();
  return {
    of: (operation) => {
      const read = reads.get(operation) ?? readOf(parts, operation);
      reads.set(operation, read);
      return read;
    },
  };
};

const readOf = async (parts: ReadsParts, operation: Parameters<Reads['of']>[0]): Promise<Read> => {
  if (operation.op === 'run') return { digests: await Promise.all(bindsOf(operation).map((mount) => digestOfMount(parts, mount))), copy: undefined };
  return operation.op === 'workdir' ? nothing : readOfCopy(parts, operation);
};

const readOfCopy = async ({ copying, cache, layersOf }: ReadsParts, operation: Copy | Add): Promise<Read> => {
  const layers = await layersOf(operation.from);
  const key = layers && sourceKey(layers, { sources: operation.sources, excludes: operation.excludes, parents: operation.parents, op: operation.op });
  const known = await knownDigest(cache, key);
  if (known !== undefined) return { digests: [known], copy: undefined };
  const copy = await prepareCopy(copying, operation);
  if (key !== undefined) cache.fill(key, { layer: undefined, madeAtMs: 0, name: `what ${operation.op.toUpperCase()} reads`, digest: copy.digest });
  return { digests: [copy.digest], copy };
};

const knownDigest = async (cache: StepCache, key: string | undefined): Promise<string | undefined> => (key === undefined ? undefined : (await cache.find([key])).get(key)?.digest) || undefined;

type Bind = Extract<Run['mounts'][number], { type: 'bind' }>;

const bindsOf = ({ mounts }: Run): Bind[] => mounts.filter((mount) => mount.type === 'bind');

const digestOfMount = async ({ copying, cache, layersOf }: ReadsParts, { from, source }: Bind): Promise<string> => {
  const layers = await layersOf(from);
  const key = layers && sourceKey(layers, { source });
  const known = await knownDigest(cache, key);
  if (known !== undefined) return known;
  const { root, hasOwners } = await copying.inputs.open(from);
  const found = lookUp(root, source);
  if (!found) throw new SourceMissing(`mount source ${source} is not there`);
  const digest = await contentDigest([{ ...found, path: '' }], { withOwners: hasOwners, known: copying.digests, signal: copying.signal });
  if (key !== undefined) cache.fill(key, { layer: undefined, madeAtMs: 0, name: 'what a mount reads', digest });
  return digest;
};
