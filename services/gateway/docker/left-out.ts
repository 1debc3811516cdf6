import { Rejection } from '#kernel/rejection.ts';
import { NodeRefusal } from '../http/status.ts';

type Left = readonly [methods: string, path: RegExp, refuse: () => Error];

const notThere = (what: string): (() => Error) => () => new Rejection('NOT_IMPLEMENTED', what);
const noManager = (): Error => new NodeRefusal(503, 'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.');

/** What Docker's API has and Lading has not. A path that is routed never comes here. https://docs.docker.com/reference/api/engine/version/v1.51/ */
const table: readonly Left[] = [
  ['POST', /^\/swarm\/(?:init|join)$/, notThere('Swarm is not there: machines join Lading by the command that "lading node token" tells')],
  ['POST', /^\/swarm\/leave$/, () => new NodeRefusal(503, 'This node is not part of a swarm')],
  ['GET', /^\/swarm(?:\/unlockkey)?$/, noManager],
  ['POST', /^\/swarm\/(?:update|unlock)$/, noManager],
  ['GET', /^\/(?:services|tasks|secrets|configs|nodes)(?:\/[^/]+)?$/, noManager],
  ['GET', /^\/(?:services|tasks)\/[^/]+\/logs$/, noManager],
  ['POST', /^\/(?:services|secrets|configs)\/create$/, noManager],
  ['POST', /^\/(?:services|secrets|configs|nodes)\/[^/]+\/update$/, noManager],
  ['DELETE', /^\/(?:services|secrets|configs|nodes)\/[^/]+$/, noManager],
  ['GET', /^\/plugins\/privileges$/, notThere('plugins are not there: volumes, networks and logs have the drivers that "docker info" names')],
  ['POST', /^\/plugins\/(?:pull|create|.+\/(?:enable|disable|upgrade|push|set))$/, notThere('plugins are not there: volumes, networks and logs have the drivers that "docker info" names')],
  ['POST', /^\/(?:session|grpc)$/, notThere('BuildKit\'s sessions are not there: build with DOCKER_BUILDKIT=0, or with "lading build"')],
  ['POST', /^\/build\/cancel$/, notThere('builds are ended by closing the connection that they were asked for on')],
  ['GET', /^\/containers\/[^/]+\/attach\/ws$/, notThere('attaching by a web socket is not there: POST to /attach with Upgrade: tcp')],
  ['GET POST', /^\/containers\/[^/]+\/checkpoints$/, notThere('checkpoints are not there')],
  ['DELETE', /^\/containers\/[^/]+\/checkpoints\/[^/]+$/, notThere('checkpoints are not there')],
  ['PUT', /^\/volumes\/[^/]+$/, notThere('only volumes of a Swarm cluster are changed so')],
];

/** What a request is told that no route took. */
export const unrouted = (method: string, path: string): Error => {
  const [, plugin] = (method === 'GET' && /^\/plugins\/(.+)\/json$/.exec(path)) || (method === 'DELETE' && /^\/plugins\/([^/]+)$/.exec(path)) || [];
  if (plugin !== undefined) return new NodeRefusal(404, `plugin "${plugin}" not found`);
  const [, , refuse] = table.find(([methods, rule]) => methods.split(' ').includes(method === 'HEAD' ? 'GET' : method) && rule.test(path)) ?? [];
  return refuse?.() ?? new NodeRefusal(404, 'page not found');
};
