import type { Details } from '../app/details.ts';
import { sendJson, type Route } from './server.ts';

/** What only this node knows of one of its containers; with `size=1` its sizes, which takes a look at every file. */
export const detailsRoutes = (detailsOf: (containerId: string, withSizes: boolean) => Promise<Details>): Route[] => [
  {
    method: 'GET',
    path: /^\/v1\/containers\/([^/]+)\/details$/,
    answer: async ({ url, match: [, id = ''] }, response) => sendJson(response, await detailsOf(id, url.searchParams.get('size') === '1')),
  },
];
