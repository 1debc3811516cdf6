import type { CommitRequest, Commits } from '../app/commit.ts';
import type { Save, AskedImage } from '../app/save.ts';
import type { ContentStore } from '../effects/content/port.ts';
import { HttpError, readJson, sendJson, type Route } from './server.ts';
import { copy } from './streams.ts';

type Parts = { commits: Commits; save: Save; content: Pick<ContentStore, 'tarOfRootfs'>; rootOf: (containerId: string) => Promise<string | undefined> };

const tarType = 'application/x-tar';

/** What containers changed and hold as files, images made of them, and images as archives. */
export const commitRoutes = ({ commits, save, content, rootOf }: Parts): Route[] => [
  {
    method: 'GET',
    path: /^\/v1\/containers\/([^/]+)\/changes$/,
    answer: async ({ match: [, id = ''] }, response) => sendJson(response, { changes: ofThisNode(id, commits.changes(id)) }),
  },
  {
    method: 'GET',
    path: /^\/v1\/containers\/([^/]+)\/export$/,
    answer: async ({ match: [, id = ''] }, response) => {
      const stream = content.tarOfRootfs(ofThisNode(id, await rootOf(id)));
      response.writeHead(200, { 'Content-Type': tarType });
      await copy(stream, response);
    },
  },
  {
    method: 'POST',
    path: /^\/v1\/containers\/([^/]+)\/commit$/,
    answer: async ({ raw, match: [, id = ''] }, response) => sendJson(response, ofThisNode(id, await commits.commit(id, (await readJson(raw)) as CommitRequest)), 201),
  },
  {
    method: 'POST',
    path: /^\/v1\/images\/save$/,
    answer: async ({ raw }, response) => {
      const { images } = (await readJson(raw)) as { images: AskedImage[] };
      const stream = await save(images);
      response.writeHead(200, { 'Content-Type': tarType });
      await copy(stream, response);
    },
  },
];

const ofThisNode = <Found>(containerId: string, found: Found | undefined): Found => {
  if (found === undefined) throw new HttpError(404, `container ${containerId} is not on this node`);
  return found;
};
