import type { RegistryLogin } from '#endpoints/transfer-lines.ts';
import type { Registries } from '../app/registries.ts';
import { failureOf } from '../app/transfers/failure.ts';
import { HttpError, readJson, sendJson, type Request, type Route } from './server.ts';

type Body = { reference?: string; platform?: string; domain?: string; term?: string; limit?: number; login?: RegistryLogin };

const statusOf: Readonly<Record<string, number>> = { REGISTRY_DENIED: 401, IMAGE_NOT_FOUND: 404, REGISTRY_BUSY: 429, REGISTRY_UNREACHABLE: 502, REGISTRY_FAILED: 502 };

/** Questions to registries, asked from this node, in the name of whoever's login is given. */
export const registryRoutes = (nodeId: string, registries: Registries): Route[] => {
  const route = (name: string, answer: (body: Body) => Promise<unknown>): Route => ({
    method: 'POST',
    path: new RegExp(`^/v1/registry/${name}$`),
    answer: async ({ raw }: Request, response) => {
      const body = (await readJson(raw)) as Body;
      const given = await answer(body).catch((error: unknown) => {
        const { code, message } = failureOf(error, nodeId);
        throw new HttpError(statusOf[code] ?? 400, message);
      });
      sendJson(response, given ?? {});
    },
  });
  return [
    route('inspect', ({ reference = '', login }) => registries.inspect(reference, login)),
    route('resolve', ({ reference = '', platform = '', login }) => registries.resolve(reference, platform, login)),
    route('tags', async ({ reference = '', login }) => ({ tags: await registries.tags(reference, login) })),
    route('login', ({ domain = '', login = {} }) => registries.login(domain, login)),
    route('search', ({ domain = '', term = '', limit = 25, login }) => registries.search(domain, term, limit, login)),
  ];
};
