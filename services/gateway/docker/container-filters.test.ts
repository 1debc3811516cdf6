import assert from 'node:assert/strict';
import { Container, ContainerSpec } from '#proto/container.ts';
import { checkContainerFilters, containerFilters, isAskedContainer } from './container-filters.ts';
import { bindOf } from './create/bind.ts';
import { parseFilters } from './filters.ts';

const container = (over: Partial<Container>): Container => ({ ...Container.decode(new Uint8Array()), ...over });
const spec = (over: Partial<ContainerSpec>): ContainerSpec => ({ ...ContainerSpec.decode(new Uint8Array()), ...over });

const web = container({
  containerId: 'abcdef0123', name: 'shop-web-1', state: 'running', health: 'healthy', startedAtMs: 1, ports: [{ protocol: 'tcp', containerPort: 80, hostPort: 8080, hostAddress: '' }],
  spec: spec({ image: 'nginx:1', imageId: 'sha256:11', labels: { tier: 'front', zone: 'a' }, exposedPorts: ['80/tcp', '9000/udp'], networks: [{ network: 'aa11', aliases: [], address: '', mac: '' }], mounts: [bindOf('data:/var/data')] }),
});
const ended = container({ containerId: '99', name: 'job', state: 'exited', exitCode: 3, startedAtMs: 1, spec: spec({ image: 'job' }) });

const asked = (filters: Record<string, unknown>, one = web): boolean => isAskedContainer(one, parseFilters(JSON.stringify(filters), containerFilters), { ancestors: new Set(['sha256:11']), networkNames: new Map([['aa11', 'shop_front']]) });
const refusal = (filters: Record<string, unknown>): string => {
  try {
    checkContainerFilters(parseFilters(JSON.stringify(filters), containerFilters));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('filters of docker ps', () => {
  it('names and ids are regular expressions, and a name may begin with a slash', () => {
    assert.deepEqual(['web', '^shop-', '^/shop-web-1$', '^web', '[', 'shop-web-1'].map((name) => asked({ name: [name] })), [true, true, true, false, false, true]);
    assert.deepEqual(['abc', 'f0', '^f0'].map((id) => asked({ id: [id] })), [true, true, false]);
  });
  it('labels must all hold, other values are alternatives', () => {
    assert.equal(asked({ label: ['tier', 'zone=a'] }), true);
    assert.equal(asked({ label: ['tier', 'zone=b'] }), false);
    assert.equal(asked({ status: ['exited', 'running'] }), true);
  });
  it('the older form of Docker clients is taken', () => assert.equal(asked({ label: { 'tier=front': true }, status: { running: true } }), true));
  it('ports are given one by one or as a range, tcp unless said', () => {
    assert.deepEqual(['80', '79-81/tcp', '80/udp', '8080'].map((range) => asked({ publish: [range] })), [true, true, false, false]);
    assert.deepEqual(['9000/udp', '9000', '8000-9999/udp'].map((range) => asked({ expose: [range] })), [true, false, true]);
  });
  it('networks are named or begun by id, volumes named or by where they are mounted', () => {
    assert.deepEqual(['shop_front', 'aa', 'shop'].map((network) => asked({ network: [network] })), [true, true, false]);
    assert.deepEqual(['data', '/var/data', 'dat'].map((volume) => asked({ volume: [volume] })), [true, true, false]);
  });
  it('an exit code is asked of what has ended', () => {
    assert.equal(asked({ exited: ['3'] }, ended), true);
    assert.equal(asked({ exited: ['0'] }), false);
  });
  it('health, ancestor and tasks', () => {
    assert.deepEqual([asked({ health: ['healthy'] }), asked({ health: ['none'] }), asked({ health: ['none'] }, ended)], [true, false, true]);
    assert.deepEqual([asked({ ancestor: ['nginx'] }), asked({ ancestor: ['nginx'] }, ended)], [true, false]);
    assert.deepEqual([asked({ 'is-task': ['false'] }), asked({ 'is-task': ['true'] })], [true, false]);
  });
  it('what no container can have is refused, with the filter named', () => {
    assert.equal(refusal({ nosuch: ['x'] }), "invalid filter 'nosuch'");
    assert.equal(refusal({ status: ['gone'] }), "invalid filter 'status=gone': invalid value for state (gone): must be one of created, running, paused, restarting, removing, exited, dead");
    assert.equal(refusal({ health: ['well'] }), "invalid filter 'health=well': invalid value for health (well): must be one of none, starting, healthy, unhealthy");
    assert.equal(refusal({ publish: ['90000'] }), "invalid filter 'publish=90000'");
    assert.match(refusal({ label: 'x' }), /^invalid filter 'label': its values come as a list/);
  });
});
