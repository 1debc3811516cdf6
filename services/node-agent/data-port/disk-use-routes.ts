import type { ContentStore } from '../effects/content/port.ts';
import { sendJson, type Route } from './server.ts';

/** How much of this machine's disk goes to layers, containers and volumes, in bytes. */
export const diskUseRoutes = (content: ContentStore): Route[] => [
  { method: 'GET', path: /^\/v1\/disk-use$/, answer: async (_request, response) => sendJson(response, await content.diskUse()) },
];
