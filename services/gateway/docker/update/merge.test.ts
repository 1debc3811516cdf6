import assert from 'node:assert/strict';
import { Rejection } from '#kernel/rejection.ts';
import { Container } from '#proto/container.ts';
import { specOf } from '../create/spec.ts';
import type { UpdateRequest } from '../create/request.ts';
import { merged } from './merge.ts';

const container = (HostConfig: object): Container => ({ ...Container.decode(new Uint8Array()), containerId: 'c1', spec: specOf({ Image: 'busybox', HostConfig }).spec });
const refusal = (HostConfig: object, asked: UpdateRequest): string => {
  try {
    merged(container(HostConfig), asked);
  } catch (error) {
    if (error instanceof Rejection) return `${error.code} ${error.message}`;
  }
  return 'taken';
};

describe('an update', () => {
  it('leaves what it does not say', () => {
    const { resources, restart, warnings } = merged(container({ Memory: 2e7, CpuShares: 5, PidsLimit: 9 }), { NanoCpus: 5e8 });
    assert.deepEqual([resources.memoryBytes, resources.memorySwapBytes, resources.cpuShares, resources.pidsMax, resources.nanoCpus], [2e7, 4e7, 5, 9, 5e8]);
    assert.equal(restart, undefined);
    assert.deepEqual(warnings, []);
  });

  it('changes the restart policy, and takes a limit of processes away', () => {
    const { resources, restart } = merged(container({ PidsLimit: 9 }), { PidsLimit: -1, RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 } });
    assert.equal(resources.pidsMax, 0);
    assert.deepEqual(restart, { condition: 'on-failure', attemptsMax: 3 });
  });

  it('is refused as dockerd refuses it', () => {
    assert.equal(refusal({}, { Memory: 1000 }), 'INVALID Minimum memory limit allowed is 6MB');
    assert.equal(refusal({}, { RestartPolicy: { Name: 'always', MaximumRetryCount: 3 } }), "INVALID invalid restart policy: maximum retry count can only be used with 'on-failure'");
    assert.equal(refusal({ Memory: 2e7 }, { Memory: 6e7 }), 'CONFLICT Cannot update container c1: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time');
    assert.equal(refusal({ NanoCpus: 5e8 }, { CpuQuota: 50_000 }), 'CONFLICT Cannot update container c1: Conflicting options: CPU Quota cannot be updated as NanoCPUs has already been set');
    assert.equal(refusal({ AutoRemove: true }, { RestartPolicy: { Name: 'always' } }), 'CONFLICT Cannot update container c1: Restart policy cannot be updated because AutoRemove is enabled for the container');
    assert.equal(refusal({ Memory: 2e7 }, { Memory: 6e7, MemorySwap: -1 }), 'taken');
  });

  it('says what can only be chosen at the start', () => {
    assert.deepEqual(merged(container({}), { Ulimits: [{ Name: 'nofile', Soft: 5, Hard: 5 }], Devices: [], KernelMemory: 1 }).warnings, [
      "Ulimits can't be changed once a container is there. Discarded.", "KernelMemory can't be changed once a container is there. Discarded.",
    ]);
  });
});
