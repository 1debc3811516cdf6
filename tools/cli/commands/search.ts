import { CommandError, textOf } from '../api.ts';
import { text, type Command } from '../command.ts';
import { listOptions, showList, type Column } from '../output.ts';
import { loginAt } from '../registry-login.ts';

type Found = { name: string; description: string; star_count: number; is_official: boolean };

const shownMaxChars = 45;
const short = (words: string): string => (words.length > shownMaxChars ? `${words.slice(0, shownMaxChars - 1)}…` : words);

const columns: Column<Found>[] = [
  { name: 'NAME', field: 'Name', cell: ({ name }) => name },
  { name: 'DESCRIPTION', field: 'Description', cell: ({ description }) => short(description.replace(/\s+/g, ' ')) },
  { name: 'STARS', field: 'StarCount', cell: ({ star_count }) => String(star_count) },
  { name: 'OFFICIAL', field: 'IsOfficial', cell: ({ is_official }) => (is_official ? '[OK]' : '') },
];

export const search: Command = {
  name: 'search',
  usage: 'search [OPTIONS] TERM',
  help: 'Searches Docker Hub for images, or another registry: search registry.example/TERM.',
  options: { ...listOptions, limit: { type: 'string', value: 'N', help: 'At most so many (25; 100 at most)' } },
  run: async (invocation) => {
    const { api, words, options } = invocation;
    const [term] = words;
    if (term === undefined) throw new CommandError('say what to search for: lading search TERM', 125);
    const limit = text(options, 'limit') ?? '25';
    if (!/^\d{1,3}$/.test(limit)) throw new CommandError(`--limit ${limit} is no number`, 125);
    const host = term.includes('/') ? (term.split('/')[0] ?? '') : '';
    const login = await loginAt(/[.:]/.test(host) || host === 'localhost' ? host : 'docker.io');
    const header = login ? { 'x-registry-auth': Buffer.from(JSON.stringify({ username: login.username, password: login.password, identitytoken: login.identityToken, registrytoken: login.registryToken })).toString('base64url') } : {};
    const response = await api.open('GET', `/images/search?${new URLSearchParams({ term, limit })}`, undefined, header);
    showList(invocation, JSON.parse(await textOf(response)) as Found[], columns, ({ name }) => name);
  },
};
