import { natsBus, type Bus } from '#kernel/bus/bus.ts';
import type { Endpoint, NodeEndpoint } from '#endpoints/endpoint.ts';
import { openLog } from '#kernel/log.ts';
import { connectTo, openPlatform, type Platform } from '#kernel/platform.ts';
import { open, type Closable } from '#kernel/service.ts';
import { contextOf } from '#kernel/testing/counter.ts';
import { imageService } from '../../services/image/main.ts';
import { openLogServer } from '../contract/event-store-server.ts';

/** The image service on a log of its own, and a client of it. */
export type ImageService = {
  platform: Platform;
  bus: Bus;
  /** Asks as a user would; every call is a command of its own. */
  call: <Request, Answer>(endpoint: Endpoint<Request, Answer>, request: Request) => Promise<Answer>;
  callAsNode: <Request, Answer>(nodeId: string, endpoint: NodeEndpoint<Request, Answer>, request: Request) => Promise<Answer>;
  /** The service's process ends, and another begins: what it knows then comes from the log. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

const quiet = openLog('test', 'silent');

export const startImageService = async ({ graceMs = 3_600_000, beside = [] }: { graceMs?: number; /** Services that it asks. */ beside?: readonly ((platform: Platform) => { serve: () => Promise<Closable> })[] } = {}): Promise<ImageService> => {
  const server = await openLogServer();
  let commands = 0;
  let platform: Platform;
  const start = () =>
    open(async (keep) => {
      platform = await openPlatform({ natsUrl: server.url, natsSeed: '', replicas: 1, logBytesMax: 2 ** 28 }, quiet, keep);
      const service = imageService(platform, { graceMs });
      const others = beside.map((construct) => construct(platform));
      await platform.begin();
      service.serve();
      for (const other of others) keep(await other.serve());
      await platform.connection.flush();
    });
  let service = await start();
  const connection = await connectTo(server.url, '', 'test');
  const bus = natsBus(connection, quiet);
  let last = 0;
  const noted = <Answer>({ message, sequence }: { message: Answer; sequence: number }): Answer => {
    last = Math.max(last, sequence);
    return message;
  };
  return {
    get platform() {
      return platform;
    },
    bus,
    call: async (endpoint, request) => noted(await bus.call(endpoint, request, contextOf(`c${++commands}`), { minSequence: last })),
    callAsNode: async (nodeId, endpoint, request) => noted(await bus.callAsNode(nodeId, endpoint, request, contextOf(`c${++commands}`))),
    restart: async () => {
      await service.close();
      service = await start();
    },
    close: async () => {
      await connection.close();
      await service.close();
      await server.close();
    },
  };
};
