import { join } from 'node:path';

/** Where the platform keeps what it must keep, and what is gone after a reboot. */
export type Paths = {
  state: string;
  run: string;
  socket: string;
  keys: string;
  natsConfig: string;
  natsStore: string;
  natsPid: string;
  daemonPid: string;
  daemonLog: string;
  highWater: string;
  /** What the daemon knew, so that it need not read the whole log at each start. May be deleted. */
  snapshots: string;
  /** Nodes that have joined, with their keys. */
  agents: string;
  /** What this machine was told when it joined another one. */
  joined: string;
};

export const pathsOf = (state: string, run: string): Paths => ({
  state,
  run,
  socket: join(run, 'docker.sock'),
  keys: join(state, 'keys'),
  natsConfig: join(state, 'nats.conf'),
  natsStore: join(state, 'nats'),
  natsPid: join(run, 'nats.pid'),
  daemonPid: join(run, 'daemon.pid'),
  daemonLog: join(state, 'daemon.log'),
  highWater: join(state, 'high-water'),
  snapshots: join(state, 'snapshots'),
  agents: join(state, 'keys', 'agents.json'),
  joined: join(state, 'joined.json'),
});
