import assert from 'node:assert/strict';
import { DEFAULT_SECCOMP_PROFILE } from './seccomp-profile.ts';
import { resolveSeccomp, type OciSeccomp, type SeccompFacts } from './seccomp-rules.ts';

const plain: SeccompFacts = { capabilities: ['CAP_SYS_CHROOT'], architecture: 'x64', kernel: '6.1.0-18-amd64' };
const resolved = (facts: Partial<SeccompFacts> = {}): OciSeccomp => resolveSeccomp(DEFAULT_SECCOMP_PROFILE, { ...plain, ...facts });
const rulesFor = (name: string, rules: OciSeccomp) => rules.syscalls.filter(({ names }) => names.includes(name));

describe('the default system call rules', () => {
  it('allow 361 calls whatever a container may do, each named once', () => {
    const names = DEFAULT_SECCOMP_PROFILE.syscalls[0]?.names ?? [];
    assert.equal(names.length, 361);
    assert.equal(new Set(names).size, 361);
  });

  it('refuse everything else with "operation not permitted"', () => {
    const rules = resolved();
    assert.deepEqual([rules.defaultAction, rules.defaultErrnoRet], ['SCMP_ACT_ERRNO', 1]);
    for (const name of ['mount', 'unshare', 'setns', 'keyctl', 'bpf', 'io_uring_setup', 'kexec_load', 'reboot', 'open_by_handle_at', 'userfaultfd']) {
      assert.deepEqual(rulesFor(name, rules), [], name);
    }
  });

  it('let a new process come only without a new namespace', () => {
    assert.deepEqual(rulesFor('clone', resolved()), [
      { names: ['clone'], action: 'SCMP_ACT_ALLOW', args: [{ index: 0, value: 0x7e020000, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }] },
    ]);
    assert.deepEqual(rulesFor('clone3', resolved()), [{ names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: 38 }]);
  });

  it('let an administrator mount and make namespaces', () => {
    const rules = resolved({ capabilities: ['CAP_SYS_ADMIN'] });
    for (const name of ['mount', 'unshare', 'clone3', 'clone']) assert.equal(rulesFor(name, rules).filter(({ args }) => args === undefined).length, 1, name);
  });

  it('bind calls to their capability', () => {
    assert.equal(rulesFor('chroot', resolved()).length, 1);
    assert.equal(rulesFor('chroot', resolved({ capabilities: [] })).length, 0);
    assert.equal(rulesFor('reboot', resolved({ capabilities: ['CAP_SYS_BOOT'] })).length, 1);
  });

  it('leave out the socket families of the crypto interface and the hypervisor', () => {
    const conditions = rulesFor('socket', resolved()).flatMap(({ args = [] }) => args.map(({ op, value }) => `${op} ${value}`));
    assert.deepEqual(conditions, ['SCMP_CMP_LT 38', 'SCMP_CMP_EQ 39', 'SCMP_CMP_GT 40']);
  });

  it('follow the architecture and the kernel', () => {
    assert.deepEqual(resolved().architectures, ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32']);
    assert.deepEqual(resolved({ architecture: 'arm64' }).architectures, ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM']);
    assert.equal(rulesFor('arch_prctl', resolved({ architecture: 'arm64' })).length, 0);
    assert.equal(rulesFor('ptrace', resolved({ kernel: '4.7.9' })).length, 0);
    assert.equal(rulesFor('ptrace', resolved({ kernel: '4.19' })).length, 1);
  });
});
