import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { openDockerRegistry } from '../../test/harness/docker-registry.ts';
import { pushLayers, tarOf } from '../../test/harness/large-image.ts';
import { timed } from './containers.ts';
import type { Engine } from './engine.ts';

const layers = 6;
const filesInLayer = 1_500;
const fileBytes = 34_000;

/** Half of it can be packed, as in real ones. */
const file = (): Buffer => Buffer.concat([randomBytes(fileBytes / 2), Buffer.alloc(fileBytes / 2, 'as every other ')]);
const layer = (place: number) => (): Promise<Buffer> => tarOf(Array.from({ length: filesInLayer }, (_, number) => ({ name: `usr/share/${place}/${number % 40}/file-${number}`, content: file() })));

export type Pulls = { /** Pulls an image that the engine has not had yet. */ nextMs: (engine: Engine) => Promise<number>; [Symbol.asyncDispose]: () => Promise<void> };

/** A registry beside each engine, with so many images of which no two share anything. */
export const openPulls = async (engines: readonly Engine[], images: number): Promise<Pulls> => {
  const data = mkdtempSync('/var/tmp/lading-bench-registry-');
  const filling = await openDockerRegistry({ data });
  for (let number = 0; number < images; number++) await pushLayers(`${filling.host}/bench/image:${number}`, Array.from({ length: layers }, (_, place) => layer(place)));
  await filling[Symbol.asyncDispose]();
  const registries = await Promise.all(engines.map(({ netns }) => openDockerRegistry({ netns, address: '127.0.0.1:5000', data })));
  const pulled = new Map<string, number>();
  return {
    nextMs: (engine) => {
      const number = pulled.get(engine.name) ?? 0;
      pulled.set(engine.name, number + 1);
      return timed(() => engine.pull('127.0.0.1:5000/bench/image', String(number)));
    },
    [Symbol.asyncDispose]: async () => {
      for (const registry of registries) await registry[Symbol.asyncDispose]();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
