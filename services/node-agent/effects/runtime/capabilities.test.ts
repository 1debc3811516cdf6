import assert from 'node:assert/strict';
import { capabilitiesOfMask, grantedCapabilities, unknownCapabilities } from './capabilities.ts';

const ALL = capabilitiesOfMask('000001ffffffffff');
const plain = { capAdd: [], capDrop: [], privileged: false };

describe('granted capabilities', () => {
  it('are Docker’s fourteen when nothing is said', () => {
    assert.deepEqual(grantedCapabilities(plain, ALL), capabilitiesOfMask('00000000a80425fb'));
  });

  it('are added and dropped by name, with or without CAP_ and in any case', () => {
    const granted = grantedCapabilities({ ...plain, capAdd: ['net_admin'], capDrop: ['CAP_CHOWN'] }, ALL);
    assert.ok(granted.includes('CAP_NET_ADMIN') && !granted.includes('CAP_CHOWN'));
    assert.equal(granted.length, 14);
  });

  it('are only the added ones after ALL was dropped, and all but the dropped ones after ALL was added', () => {
    assert.deepEqual(grantedCapabilities({ ...plain, capAdd: ['KILL'], capDrop: ['all'] }, ALL), ['CAP_KILL']);
    assert.deepEqual(grantedCapabilities({ ...plain, capAdd: ['ALL'], capDrop: ['SYS_ADMIN'] }, ALL), ALL.filter((name) => name !== 'CAP_SYS_ADMIN'));
  });

  it('are never more than the agent has', () => {
    const bounding = ALL.filter((name) => name !== 'CAP_SYS_RESOURCE');
    assert.deepEqual(grantedCapabilities({ ...plain, privileged: true }, bounding), bounding);
    assert.deepEqual(grantedCapabilities({ ...plain, capDrop: ['ALL'], capAdd: ['SYS_RESOURCE'] }, bounding), []);
  });

  it('that no kernel knows are found', () => {
    assert.deepEqual(unknownCapabilities(['ALL', 'chown', 'CAP_FLY']), ['CAP_FLY']);
  });
});
