import { Rejection } from '#kernel/rejection.ts';
import type { BuildRequest } from '../app/builds.ts';
import { isYes } from '../http/query.ts';

export type BuildQuery = Readonly<Record<string, string | string[] | undefined>>;

const first = (query: BuildQuery, name: string): string => [query[name] ?? ''].flat()[0] ?? '';
const all = (query: BuildQuery, name: string): string[] => [query[name] ?? []].flat().filter((value) => value !== '');
const yes = (query: BuildQuery, name: string): boolean => isYes(first(query, name));

const json = <Value>(query: BuildQuery, name: string, none: Value): Value => {
  const text = first(query, name);
  if (text === '') return none;
  try {
    return (JSON.parse(text) as Value | null) ?? none;
  } catch {
    throw new Rejection('INVALID', `error reading build options: ${name} is no JSON`);
  }
};

const number = (query: BuildQuery, name: string): number => {
  const text = first(query, name);
  if (!/^-?\d*$/.test(text)) throw new Rejection('INVALID', `error reading build options: ${name}=${text} is no number`);
  return Number(text);
};

type DockerUlimit = { Name: string; Soft: number; Hard: number };

/** What `POST /build` says in its query. https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageBuild */
export const buildRequestOf = (query: BuildQuery): BuildRequest => {
  if (first(query, 'version') === '2') throw new Rejection('NOT_IMPLEMENTED', 'building by BuildKit\'s session is not there yet: set DOCKER_BUILDKIT=0, or use "lading build"');
  if (yes(query, 'squash')) throw new Rejection('NOT_IMPLEMENTED', 'squash is not there: use a stage that copies from another one');
  // An argument without a value is one that the client does not know either.
  const given = Object.entries(json<Record<string, string | null>>(query, 'buildargs', {})).filter((pair): pair is [string, string] => pair[1] !== null);
  const network = first(query, 'networkmode') || 'default';
  return {
    references: all(query, 't'),
    dockerfile: first(query, 'dockerfile') || 'Dockerfile',
    target: first(query, 'target'),
    platform: first(query, 'platform'),
    arguments: Object.fromEntries(given),
    network: network === 'bridge' ? 'default' : network,
    project: '',
    nodeId: '',
    more: {
      labels: json(query, 'labels', {}), noCache: yes(query, 'nocache'), pull: yes(query, 'pull'), remote: first(query, 'remote'), extraHosts: all(query, 'extrahosts').flatMap((hosts) => hosts.split(',')),
      cacheFrom: json(query, 'cachefrom', []), cacheFromHere: true, shmSizeBytes: number(query, 'shmsize'),
      ulimits: json<DockerUlimit[]>(query, 'ulimits', []).map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard })),
      resources: {
        memoryBytes: number(query, 'memory'), memoryReservationBytes: 0, memorySwapBytes: number(query, 'memswap'), nanoCpus: 0, cpuShares: number(query, 'cpushares'), cpuPeriodUs: number(query, 'cpuperiod'),
        cpuQuotaUs: number(query, 'cpuquota'), cpusetCpus: first(query, 'cpusetcpus'), cpusetMems: first(query, 'cpusetmems'), pidsMax: 0,
      },
    },
  };
};
