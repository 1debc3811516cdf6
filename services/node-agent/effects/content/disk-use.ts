import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { layersHere } from './garbage.ts';
import type { Layout } from './layout.ts';
import type { ContentStore } from './port.ts';
import { sideBySide } from './side-by-side.ts';

const run = promisify(execFile);

/** A tree is read by one `find` each. */
const sideBySideMax = 2;
/** Of what find prints of one tree: some millions of files. */
const listingMaxBytes = 256 * 2 ** 20;

/** How much lies where. Of a layer it is looked at once: it does not change. */
export const diskUseOf = (layout: Layout): Pick<ContentStore, 'diskUse'> => {
  const ofLayers = new Map<string, number>();
  const inTurn = sideBySide(sideBySideMax);

  const layerBytes = async (diffId: string): Promise<number> => {
    const known = ofLayers.get(diffId) ?? (await inTurn(() => bytesBelow(layout.layer(diffId))));
    ofLayers.set(diffId, known);
    return known;
  };

  return {
    diskUse: async () => {
      const here = layersHere(layout);
      for (const diffId of ofLayers.keys()) if (!here.includes(diffId)) ofLayers.delete(diffId);
      const [layers, containers, volumes] = await Promise.all([
        measured(here, layerBytes),
        measured(readdirSync(layout.rootfs), (containerId) => inTurn(() => bytesBelow(join(layout.container(containerId), 'upper')))),
        measured(readdirSync(layout.volumes), (name) => inTurn(() => bytesBelow(layout.volume(name)))),
      ]);
      return { layers, containers, volumes };
    },
  };
};

const measured = async (names: readonly string[], bytesOf: (name: string) => Promise<number>): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await bytesOf(name)] as const)));

// As Docker counts: lengths of files, each file once however many names it has, folders not at all.
const bytesBelow = async (folder: string): Promise<number> => {
  // What goes meanwhile makes find end with 1; what it has seen is told all the same.
  const { stdout } = await run('find', [folder, '!', '-type', 'd', '-printf', '%D:%i %s\\n'], { maxBuffer: listingMaxBytes }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  const sizes = new Map(stdout.split('\n').filter((line) => line !== '').map((line) => line.split(' ') as [string, string]));
  return [...sizes.values()].reduce((sum, size) => sum + Number(size), 0);
};
