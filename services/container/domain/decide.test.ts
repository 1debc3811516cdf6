import { givenOf } from '#kernel/testing/given.ts';
import { containerDecider } from './decider.ts';
import type { ContainerEvent } from './events.ts';
import type { ContainerSpec, RestartPolicy } from './spec.ts';

const given = givenOf(containerDecider);

const spec = (over: Partial<ContainerSpec> = {}): ContainerSpec => ({ image: 'busybox', stopSignal: 'SIGTERM', stopGraceMs: 10_000, autoRemove: false, networkMode: 'bridge', networks: [], ...over });
const created = (over: Partial<ContainerSpec> = {}): ContainerEvent => ({ type: 'ContainerCreated', containerId: 'c1', nodeId: 'n1', name: 'web', spec: spec(over) });
const requested = (run: number, notBeforeMs = 0): ContainerEvent => ({ type: 'ContainerStartRequested', run, notBeforeMs });
const started = (run: number): ContainerEvent => ({ type: 'ContainerStarted', run, pid: 7, endpoints: [], ports: [] });
const exit = { exitCode: 1, oomKilled: false, message: '' };
const exited = (run: number): ContainerEvent => ({ type: 'ContainerExited', run, ...exit });
const restart = (condition: string, attemptsMax = 0): { restart: RestartPolicy } => ({ restart: { condition, attemptsMax } });

describe('a container that was created', () => {
  it('starts its first run', () => given(created()).when({ type: 'StartContainer' }).then(requested(1)));
  it('takes the same create again as already done', () =>
    given(created()).when({ type: 'CreateContainer', containerId: 'c1', nodeId: 'n1', name: 'web', spec: spec() }).thenNothing());
  it('has nothing to stop', () => given(created()).when({ type: 'StopContainer' }).thenNothing());
  it('can be removed', () => given(created()).when({ type: 'RemoveContainer', force: false, volumes: true, graceful: false }).then({ type: 'ContainerRemoveRequested', volumes: true, graceful: false }));
  it('can not be killed', () => given(created()).when({ type: 'KillContainer', signal: 'SIGHUP' }).thenRejected('CONTAINER_NOT_RUNNING'));
});

describe('a container that was asked to start and was not seen yet', () => {
  const starting = given(created(), requested(1));
  it('is not started twice', () => starting.when({ type: 'StartContainer' }).thenNothing());
  it('takes an exit that overtook the report of its start', () => starting.when({ type: 'ReportExited', run: 1, ...exit }).then(exited(1)));
  it('can be stopped before it is seen', () =>
    starting.when({ type: 'StopContainer', graceMs: 500 }).then({ type: 'ContainerStopRequested', signal: 'SIGTERM', killAtMs: 1_500, thenStart: false }));
  it('keeps why it could not start', () =>
    starting
      .when({ type: 'ReportStartFailed', run: 1, exitCode: 127, message: 'no such file' })
      .then({ type: 'ContainerStartFailed', run: 1, exitCode: 127, message: 'no such file' }));
});

describe('a container that runs', () => {
  const running = given(created(), requested(1), started(1));
  it('refuses to be removed', () => running.when({ type: 'RemoveContainer', force: false, volumes: false, graceful: false }).thenRejected('CONTAINER_RUNNING'));
  it('is stopped before it is removed when that is to be graceful', () =>
    running.when({ type: 'RemoveContainer', force: false, volumes: false, graceful: true }).then({ type: 'ContainerStopRequested', signal: 'SIGTERM', killAtMs: 11_000, thenStart: false }, { type: 'ContainerRemoveRequested', volumes: false, graceful: true }));
  it('is removed by force', () => running.when({ type: 'RemoveContainer', force: true, volumes: false, graceful: false }).then({ type: 'ContainerRemoveRequested', volumes: false, graceful: false }));
  it('ignores news of an earlier run', () => given(created(), requested(1), started(1), exited(1), requested(2)).when({ type: 'ReportExited', run: 1, ...exit }).thenNothing());
  it('stays away after an exit without a restart policy', () => running.when({ type: 'ReportExited', run: 1, ...exit }).then(exited(1)));
  it('goes when it was to remove itself', () =>
    given(created({ autoRemove: true }), requested(1), started(1))
      .when({ type: 'ReportExited', run: 1, ...exit })
      .then(exited(1), { type: 'ContainerRemoveRequested', volumes: true, graceful: false }));
  it('starts again after a restart was asked for', () =>
    given(created(), requested(1), started(1), { type: 'ContainerStopRequested', signal: 'SIGTERM', killAtMs: 9_000, thenStart: true })
      .when({ type: 'ReportExited', run: 1, ...exit })
      .then(exited(1), requested(2)));
  it('delivers each signal once, by number', () => running.when({ type: 'KillContainer', signal: 'SIGHUP' }).then({ type: 'ContainerSignalRequested', number: 1, signal: 'SIGHUP' }));
  it('counts SIGKILL as a wish to end it', () =>
    running.when({ type: 'KillContainer', signal: 'SIGKILL' }).then({ type: 'ContainerStopRequested', signal: 'SIGKILL', killAtMs: 1_000, thenStart: false }));
  it('records health only when it changes', () => {
    const report = { type: 'ReportHealth', run: 1, health: 'healthy', failingStreak: 0, output: 'ok' } as const;
    const { type: _, ...seen } = report;
    running.when(report).then({ type: 'ContainerHealthChanged', ...seen });
    given(created(), requested(1), started(1), { type: 'ContainerHealthChanged', ...seen }).when(report).thenNothing();
  });
});

describe('restart policies', () => {
  const ends = (policy: { restart: RestartPolicy }, ...past: ContainerEvent[]) => given(created(policy), requested(1), started(1), ...past).when;
  it('brings an "always" container back after 100 ms', () => ends(restart('always'))({ type: 'ReportExited', run: 1, ...exit }).then(exited(1), requested(2, 1_100)));
  it('waits twice as long the next time', () =>
    ends(restart('always'), exited(1), requested(2, 1_100), started(2))({ type: 'ReportExited', run: 2, ...exit }).then(exited(2), requested(3, 1_200)));
  it('leaves an "on-failure" container alone after success', () =>
    ends(restart('on-failure'))({ type: 'ReportExited', run: 1, ...exit, exitCode: 0 }).then({ type: 'ContainerExited', run: 1, ...exit, exitCode: 0 }));
  it('gives up after the attempts it was given', () =>
    ends(restart('on-failure', 1), exited(1), requested(2, 1_100), started(2))({ type: 'ReportExited', run: 2, ...exit }).then(exited(2)));
  it('does not bring back what was stopped', () =>
    ends(restart('always'), { type: 'ContainerStopRequested', signal: 'SIGTERM', killAtMs: 2_000, thenStart: false })({ type: 'ReportExited', run: 1, ...exit }).then(exited(1)));
});

describe('a container that is being removed', () => {
  const removing = given(created(), requested(1), started(1), { type: 'ContainerRemoveRequested', volumes: false, graceful: false });
  it('does not start again', () => removing.when({ type: 'StartContainer' }).thenRejected('CONTAINER_REMOVING'));
  it('is removed once', () => removing.when({ type: 'RemoveContainer', force: true, volumes: false, graceful: false }).thenNothing());
  it('is gone when its node says so', () => removing.when({ type: 'ReportRemoved' }).then({ type: 'ContainerRemoved' }));
});

describe('networks of a container', () => {
  const attachment = { network: 'n1', aliases: ['db'], address: '', mac: '' };
  const endpoint = { networkId: 'n1', address: '10.0.0.2', mac: '02:42:0a:00:00:02', names: ['web'] };
  const connected: ContainerEvent = { type: 'ContainerNetworkConnected', attachment };
  const disconnected = (message = ''): ContainerEvent => ({ type: 'ContainerNetworkDisconnected', networkId: 'n1', message });
  const connect = { type: 'ConnectNetwork', attachment, network: 'app' } as const;
  it('come before it runs', () => given(created()).when(connect).then(connected));
  it('come while it runs', () => given(created(), requested(1), started(1)).when(connect).then(connected));
  it('are joined anew before it runs', () => given(created(), connected).when({ ...connect, attachment: { ...attachment, aliases: ['sql'] } }).then(disconnected(), { type: 'ContainerNetworkConnected', attachment: { ...attachment, aliases: ['sql'] } }));
  it('are joined once', () => given(created(), connected, requested(1), started(1)).when(connect).thenRejected('ENDPOINT_EXISTS'));
  it('do not come to one that has the network of another', () => given(created({ networkMode: 'container:c2' })).when(connect).thenRejected('NETWORK_REFUSED'));
  it('are left', () => given(created({ networks: [attachment] })).when({ type: 'DisconnectNetwork', networkId: 'n1', network: 'app' }).then(disconnected()));
  it('are not left twice', () => given(created({ networks: [attachment] }), disconnected()).when({ type: 'DisconnectNetwork', networkId: 'n1', network: 'app' }).thenRejected('ENDPOINT_NOT_FOUND'));
  it('are left again when the node can not bring it there', () =>
    given(created(), requested(1), started(1), connected).when({ type: 'ReportAttachFailed', networkId: 'n1', message: 'no addresses' }).then(disconnected('no addresses')));
  it('change the interfaces of this run only', () => {
    const changed: ContainerEvent = { type: 'ContainerEndpointsChanged', run: 1, endpoints: [endpoint] };
    given(created(), requested(1), started(1), connected).when({ type: 'ReportAttached', run: 1, endpoints: [endpoint] }).then(changed);
    given(created(), requested(1), started(1), connected, changed).when({ type: 'ReportAttached', run: 1, endpoints: [endpoint] }).thenNothing();
    given(created(), requested(1), started(1), exited(1), requested(2)).when({ type: 'ReportAttached', run: 1, endpoints: [endpoint] }).thenNothing();
  });
});

describe('a container on a lost node', () => {
  it('is abandoned once', () => {
    given(created(), requested(1), started(1)).when({ type: 'AbandonContainer' }).then({ type: 'ContainerAbandoned' });
    given(created(), requested(1), started(1), { type: 'ContainerAbandoned' }).when({ type: 'AbandonContainer' }).thenNothing();
  });
  it('is removed when the node returns and says so', () =>
    given(created(), requested(1), started(1), { type: 'ContainerAbandoned' }).when({ type: 'ReportRemoved' }).then({ type: 'ContainerRemoved' }));
});
