import { wholeOf } from './reading.ts';
import { RegistryError } from './registry-error.ts';
import type { Session } from './session.ts';
import type { Answer } from './transport.ts';

/** A repository that was found; the name as people write it. */
export type Found = { name: string; description: string; stars: number; isOfficial: boolean; isAutomated: boolean };

const answerMaxBytes = 4 * 2 ** 20;
/** Docker's. */
export const foundMax = 100;
const pagesMax = 50;
const pageSize = 1_000;

/** Docker's search; a registry that has none is looked through by its catalogue of names. */
export const searchIn = async (session: Session, term: string, limit: number): Promise<readonly Found[]> => {
  const query = new URLSearchParams({ q: term, n: String(limit) });
  const found = await session.send({ method: 'GET', at: { root: `v1/search?${query}` }, what: 'search', headers: { accept: 'application/json' }, accept: [200, 404, 405] }, async (answer) => {
    const text = (await wholeOf(answer, answerMaxBytes)).toString('utf8');
    return answer.status === 200 ? resultsIn(text) : undefined;
  });
  return (found ?? (await inCatalogue(session, term))).slice(0, limit);
};

const resultsIn = (text: string): Found[] | undefined => {
  const { results } = objectIn(text) as { results?: { name?: string; description?: string | null; star_count?: number; is_official?: boolean; is_automated?: boolean }[] };
  return results?.map(({ name = '', description, star_count = 0, is_official = false, is_automated = false }) => ({ name, description: description ?? '', stars: star_count, isOfficial: is_official, isAutomated: is_automated }));
};

// https://distribution.github.io/distribution/spec/api/#listing-repositories
const inCatalogue = async (session: Session, term: string): Promise<Found[]> => {
  const found: Found[] = [];
  let last = '';
  for (let page = 0; page < pagesMax; page++) {
    const query = new URLSearchParams({ n: String(pageSize), ...(last === '' ? {} : { last }) });
    const { names, goesOn } = await session.send({ method: 'GET', at: { root: `v2/_catalog?${query}` }, what: 'catalogue', accept: [200] }, namesIn);
    for (const name of names) if (name.includes(term)) found.push({ name, description: '', stars: 0, isOfficial: false, isAutomated: false });
    const next = names.at(-1);
    if (!goesOn || next === undefined || next === last) break;
    last = next;
  }
  return found;
};

const namesIn = async (answer: Answer): Promise<{ names: readonly string[]; goesOn: boolean }> => {
  const { repositories } = objectIn((await wholeOf(answer, answerMaxBytes)).toString('utf8')) as { repositories?: unknown };
  const names = Array.isArray(repositories) ? repositories.filter((name): name is string => typeof name === 'string') : [];
  return { names, goesOn: answer.headers.link !== undefined };
};

const objectIn = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, as for every other answer that is none.
  }
  throw new RegistryError('broken', 'search was answered with something else than JSON: is it a registry?');
};
