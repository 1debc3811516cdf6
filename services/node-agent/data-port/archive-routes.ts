import type { FilePlace } from '../app/container-files.ts';
import { PathError } from '../effects/content/path-error.ts';
import type { ContentStore, PathStat } from '../effects/content/port.ts';
import { HttpError, sendJson, type Route } from './server.ts';
import { copy } from './streams.ts';

type Place = (containerId: string, path: string) => Promise<FilePlace | undefined>;

const path = /^\/v1\/containers\/([^/]+)\/archive$/;
const statHeader = 'X-Docker-Container-Path-Stat';
const statusOf = { missing: 404, unfit: 400, readOnly: 403 } as const;

/** Files of containers, as in `docker cp`: told, read as a tar, written from one. */
export const archiveRoutes = (content: ContentStore, placeOf: Place): Route[] => {
  const located = async (containerId: string, url: URL): Promise<FilePlace> => {
    const asked = url.searchParams.get('path');
    if (asked === null || asked === '') throw new HttpError(400, 'no path was given: name one inside the container');
    const place = await placeOf(containerId, asked);
    if (!place) throw new HttpError(404, `container ${containerId} is not on this node`);
    return place;
  };
  return [
    {
      method: 'HEAD',
      path,
      answer: async ({ url, match: [, id = ''] }, response) => {
        const place = await located(id, url);
        const stat = await told(() => content.statPath(place.root, place.path));
        response.writeHead(200, { [statHeader]: dockerStat({ ...stat, ...(place.name === undefined ? {} : { name: place.name }) }) });
        response.end();
      },
    },
    {
      method: 'GET',
      path,
      answer: async ({ url, match: [, id = ''] }, response) => {
        const place = await located(id, url);
        const { stat, stream } = await told(() => content.readPath(place.root, place.path, place.name));
        response.writeHead(200, { 'Content-Type': 'application/x-tar', [statHeader]: dockerStat(stat) });
        await copy(stream, response);
      },
    },
    {
      method: 'PUT',
      path,
      answer: async ({ url, raw, match: [, id = ''] }, response) => {
        const place = await located(id, url);
        if (place.isReadOnly) throw new HttpError(403, 'the container\'s files are marked read-only: copy to a volume that is not');
        await told(() => content.writePath(place.root, place.path, raw));
        sendJson(response, {});
      },
    },
  ];
};

const told = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PathError ? new HttpError(statusOf[error.reason], error.message) : error;
  }
};

/** Bits of Go's FileMode, by those of stat(2) where they differ. */
const kinds: Readonly<Record<number, number>> = { 0o040000: 2 ** 31, 0o120000: 2 ** 27, 0o060000: 2 ** 26, 0o020000: 2 ** 26 + 2 ** 21, 0o010000: 2 ** 25, 0o140000: 2 ** 24 };
const special: readonly (readonly [unix: number, go: number])[] = [[0o4000, 2 ** 23], [0o2000, 2 ** 22], [0o1000, 2 ** 20]];

const goMode = (mode: number): number => (mode & 0o777) + (kinds[mode & 0o170000] ?? 0) + special.reduce((sum, [unix, go]) => sum + (mode & unix ? go : 0), 0);

const dockerStat = ({ name, sizeBytes, mode, modifiedAtMs, linkTarget }: PathStat): string =>
  Buffer.from(JSON.stringify({ name, size: sizeBytes, mode: goMode(mode), mtime: new Date(modifiedAtMs).toISOString(), linkTarget })).toString('base64');
