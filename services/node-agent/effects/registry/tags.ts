import { wholeOf } from './reading.ts';
import { RegistryError } from './registry-error.ts';
import type { Session } from './session.ts';
import type { Answer } from './transport.ts';

const answerMaxBytes = 4 * 2 ** 20;
const pageSize = 1_000;
const pagesMax = 50;
const tagRule = /^\w[\w.-]{0,127}$/;

/** Every tag of a repository. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
export const tagsIn = async (session: Session): Promise<readonly string[]> => {
  const found = new Set<string>();
  let last = '';
  for (let page = 0; page < pagesMax; page++) {
    const query = new URLSearchParams({ n: String(pageSize), ...(last === '' ? {} : { last }) });
    const { tags, goesOn } = await session.send({ method: 'GET', at: `tags/list?${query}`, what: 'list of tags', headers: { accept: 'application/json' }, accept: [200] }, read);
    for (const tag of tags) found.add(tag);
    const next = tags.at(-1);
    if (!goesOn || next === undefined || next === last) return [...found];
    last = next;
  }
  throw new RegistryError('refused', `${session.where}: it has more than ${pagesMax * pageSize} tags: name those that are wanted`);
};

const read = async (answer: Answer): Promise<{ tags: readonly string[]; goesOn: boolean }> => {
  const text = (await wholeOf(answer, answerMaxBytes)).toString('utf8');
  try {
    // Docker's registry says null for a repository whose tags have all gone.
    const tags = (JSON.parse(text) as { tags?: unknown }).tags ?? [];
    if (Array.isArray(tags)) return { tags: tags.filter((tag): tag is string => typeof tag === 'string' && tagRule.test(tag)), goesOn: answer.headers.link !== undefined };
  } catch {
    // Told below, as for every other answer that is none.
  }
  throw new RegistryError('broken', 'the list of tags is something else than JSON: is it a registry?');
};
