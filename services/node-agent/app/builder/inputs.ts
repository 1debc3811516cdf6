import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../../build-graph/operation.ts';
import type { BuildRoot, BuildRoots } from '../../effects/builder/build-roots.ts';
import type { HeldLayer, Images } from '../images.ts';

/** A tree that files are taken from. It is not written to. */
export type InputTree = {
  root: string;
  /** Files keep their owners: it is no context, where they are some client's. */
  hasOwners: boolean;
};

export type Inputs = {
  /** The same tree each time, made when it is first asked for. */
  open: (input: Input) => Promise<InputTree>;
  close: () => Promise<void>;
};

export type InputSources = {
  /** Folder of the build's own, for what is temporary. */
  folder: string;
  /** Of the main context (''), or of a named one, by what it is said to be. */
  contextOf: (value: string) => Promise<string>;
  /** Layers of a stage or an image. */
  layersOf: (input: Extract<Input, { kind: 'stage' | 'image' }>) => Promise<readonly HeldLayer[]>;
  bring: Images['bring'];
  roots: BuildRoots;
};

/** Where steps of one build read files from. */
export const openInputs = ({ folder, contextOf, layersOf, bring, roots }: InputSources): Inputs => {
  const opened = new Map<string, Promise<InputTree>>();
  const mounted: BuildRoot[] = [];

  const mount = async (layers: readonly HeldLayer[]): Promise<InputTree> => {
    await bring(layers);
    const root = await roots.open(layers.map(({ layer }) => layer));
    mounted.push(root);
    return { root: root.path, hasOwners: true };
  };

  const make = async (input: Input): Promise<InputTree> => {
    switch (input.kind) {
      case 'context':
        return { root: await contextOf(''), hasOwners: false };
      case 'named-context':
        return { root: await contextOf(input.value), hasOwners: false };
      case 'stage':
      case 'image':
        return mount(await layersOf(input));
      case 'scratch': {
        const root = join(folder, 'scratch');
        mkdirSync(root, { recursive: true });
        return { root, hasOwners: true };
      }
    }
  };

  return {
    open: (input) => {
      const key = JSON.stringify(input);
      const before = opened.get(key);
      if (before) return before;
      const now = make(input);
      opened.set(key, now);
      return now;
    },
    close: async () => {
      await Promise.allSettled(opened.values());
      for (const root of mounted) await root.close();
    },
  };
};
