import { existsSync } from 'node:fs';
import { ContainerSpec } from '#proto/container.ts';
import { socketMeant } from '../app/prepare.ts';
import { readMachine } from '../effects/runtime/machine.ts';
import { resourceRefusal, resourceWarnings, reviewSpec } from '../effects/runtime/review.ts';
import { HttpError, readJson, sendJson, type Request, type Route } from './server.ts';

/** What this machine says of a specification before anything is made of it. 400 says why it can't be had here. */
export const reviewRoutes = (apiSocket: string): Route[] => {
  const machine = readMachine();
  return [
    {
      method: 'POST',
      path: /^\/v1\/reviews$/,
      answer: async ({ raw }, response) => {
        const { refusal, warnings } = reviewSpec(await readSpec(raw), machine, (path) => existsSync(socketMeant(path, apiSocket)));
        if (refusal !== undefined) throw new HttpError(400, refusal);
        sendJson(response, { warnings });
      },
    },
    {
      method: 'POST',
      path: /^\/v1\/reviews\/resources$/,
      answer: async ({ raw }, response) => {
        const spec = await readSpec(raw);
        const refusal = resourceRefusal(spec, machine);
        if (refusal !== undefined) throw new HttpError(400, refusal);
        sendJson(response, { warnings: resourceWarnings(spec, machine) });
      },
    },
  ];
};

const readSpec = async (raw: Request['raw']): Promise<ContainerSpec> => ({ ...ContainerSpec.decode(new Uint8Array()), ...((await readJson(raw)) as Partial<ContainerSpec>) });
