import assert from 'node:assert/strict';
import { ContainerSpec, Resources } from '#proto/container.ts';
import type { Machine } from './machine.ts';
import { reviewSpec } from './review.ts';

const machine: Machine = {
  cgroupVersion: 1, swapAccounting: true, boundingCapabilities: ['CAP_CHOWN', 'CAP_KILL'], hardLimits: { RLIMIT_NOFILE: 20_000 }, oomScoreAdj: 0, hostname: 'm', processors: 2, cpus: '0-1', memoryNodes: '0', blockIoWeight: false,
};
const review = (spec: Partial<ContainerSpec>, on: Partial<Machine> = {}) => reviewSpec({ ...ContainerSpec.decode(new Uint8Array()), ...spec }, { ...machine, ...on }, (path) => path === '/there');
const limits = (resources: Partial<Resources>): Partial<ContainerSpec> => ({ resources: { ...Resources.decode(new Uint8Array()), ...resources } });
const bind = (source: string, createHostPath = false) => ({ mounts: [{ ...ContainerSpec.decode(new Uint8Array()), type: 'bind', source, target: '/x', createHostPath } as unknown as ContainerSpec['mounts'][number]] });

describe('a machine reviews a specification', () => {
  it('and has nothing to say of one that asks for nothing', () => assert.deepEqual(review({}), { warnings: [] }));

  it('refusing what it has not got, as dockerd words it', () => {
    assert.equal(review(limits({ nanoCpus: 99e9 })).refusal, 'range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available');
    assert.equal(review(limits({ cpusetCpus: '99' })).refusal, 'Requested CPUs are not available - requested 99, available: 0-1');
    assert.equal(review(limits({ cpusetCpus: 'x' })).refusal, 'Invalid value x for cpuset cpus: invalid format: x');
    assert.equal(review(limits({ cpusetMems: '9' })).refusal, 'Requested memory nodes are not available - requested 9, available: 0');
    assert.equal(review({ capAdd: ['FOO'] }).refusal, 'invalid CapAdd: unknown capability: "CAP_FOO"');
    assert.equal(review(bind('/nope')).refusal, 'invalid mount config for type "bind": bind source path does not exist: /nope');
    assert.match(review({ ulimits: [{ name: 'foo', soft: 1, hard: 1 }] }).refusal ?? '', /^invalid ulimit type: foo: use one of cpu, fsize/);
    assert.match(review({ securityOpt: ['seccomp={'] }).refusal ?? '', /is no JSON/);
    assert.match(review({ securityOpt: ['foo=bar'] }).refusal ?? '', /foo=bar: not known/);
  });

  it('taking what it has, and paths that will be made', () => {
    assert.deepEqual(review({ ...limits({ nanoCpus: 2e9, cpusetCpus: '0-1', cpusetMems: '0' }), capDrop: ['all'], ulimits: [{ name: 'nofile', soft: 10, hard: 20_000 }] }), { warnings: [] });
    assert.deepEqual(review(bind('/there')), { warnings: [] });
    assert.deepEqual(review(bind('/nope', true)), { warnings: [] });
  });

  it('warning of what will be less than asked', () => {
    assert.deepEqual(review({ ulimits: [{ name: 'nofile', soft: 10, hard: 1e6 }] }).warnings, ['ulimit nofile is brought down to 20000: the machine gives no more.']);
    assert.deepEqual(review({ capAdd: ['SYS_TIME'] }).warnings, ["The machine can't give CAP_SYS_TIME. Capability discarded."]);
    assert.deepEqual(review({ oomScoreAdj: -500 }).warnings.length, 1);
    assert.match(review(limits({ blkioWeight: 300 })).warnings[0] ?? '', /Weight discarded\.$/);
    assert.match(review(limits({ oomKillDisable: true }), { cgroupVersion: 2 }).warnings[0] ?? '', /OomKillDisable discarded\.$/);
  });
});
