import type { ProfileRule, SeccompArgument, SeccompProfile } from './seccomp-rules.ts';

/*
 * The system calls a container may make: what Docker's default profile allows, put together here by what the calls are for.
 * A name that this machine's libseccomp does not know is passed over by the runtime.
 */
const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '));

const FILES = words(
  'open openat openat2 creat close close_range read readv pread64 preadv preadv2 write writev pwrite64 pwritev pwritev2',
  'lseek _llseek dup dup2 dup3 fcntl fcntl64 flock ioctl pipe pipe2 sendfile sendfile64 copy_file_range splice tee vmsplice',
  'truncate truncate64 ftruncate ftruncate64 fallocate fadvise64 fadvise64_64 readahead cachestat',
  'sync syncfs fsync fdatasync sync_file_range umask name_to_handle_at',
);
const FOLDERS = words(
  'getcwd chdir fchdir mkdir mkdirat rmdir rename renameat renameat2 link linkat unlink unlinkat symlink symlinkat',
  'readlink readlinkat getdents getdents64 mknod mknodat inotify_init inotify_init1 inotify_add_watch inotify_rm_watch fanotify_mark',
);
const ATTRIBUTES = words(
  'stat stat64 fstat fstat64 lstat lstat64 newfstatat fstatat64 statx access faccessat faccessat2',
  'chmod fchmod fchmodat fchmodat2 chown chown32 fchown fchown32 lchown lchown32 fchownat',
  'utime utimes futimesat utimensat utimensat_time64 statfs statfs64 fstatfs fstatfs64 statmount listmount',
  'getxattr getxattrat lgetxattr fgetxattr setxattr setxattrat lsetxattr fsetxattr',
  'listxattr listxattrat llistxattr flistxattr removexattr removexattrat lremovexattr fremovexattr',
);
const MEMORY = words(
  'brk mmap mmap2 munmap mremap mprotect msync madvise mincore mlock mlock2 mlockall munlock munlockall remap_file_pages',
  'memfd_create memfd_secret membarrier mseal map_shadow_stack pkey_alloc pkey_free pkey_mprotect process_mrelease',
);
const PROCESSES = words(
  'fork vfork execve execveat exit exit_group wait4 waitid waitpid gettid getpid getppid getpgid getpgrp setpgid getsid setsid',
  'prctl set_tid_address set_robust_list get_robust_list rseq restart_syscall seccomp uretprobe riscv_hwprobe',
  'set_thread_area get_thread_area getcpu getrusage times uname sysinfo getrandom pidfd_open pidfd_send_signal',
  'getrlimit ugetrlimit setrlimit prlimit64 landlock_create_ruleset landlock_add_rule landlock_restrict_self',
);
const IDENTITY = words(
  'getuid getuid32 geteuid geteuid32 getgid getgid32 getegid getegid32 getresuid getresuid32 getresgid getresgid32',
  'setuid setuid32 setgid setgid32 setreuid setreuid32 setregid setregid32 setresuid setresuid32 setresgid setresgid32',
  'setfsuid setfsuid32 setfsgid setfsgid32 getgroups getgroups32 setgroups setgroups32 capget capset',
);
const SIGNALS = words(
  'kill tkill tgkill pause alarm sigaltstack sigprocmask sigreturn signalfd signalfd4 rt_sigaction rt_sigpending rt_sigprocmask',
  'rt_sigqueueinfo rt_tgsigqueueinfo rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_sigtimedwait_time64',
);
const SCHEDULING = words(
  'sched_yield sched_getaffinity sched_setaffinity sched_getattr sched_setattr sched_getparam sched_setparam',
  'sched_getscheduler sched_setscheduler sched_get_priority_max sched_get_priority_min',
  'sched_rr_get_interval sched_rr_get_interval_time64 getpriority setpriority ioprio_get ioprio_set',
  'futex futex_time64 futex_wait futex_waitv futex_wake futex_requeue',
);
const TIME = words(
  'time gettimeofday nanosleep clock_getres clock_getres_time64 clock_gettime clock_gettime64 clock_nanosleep clock_nanosleep_time64',
  'adjtimex clock_adjtime clock_adjtime64 getitimer setitimer timer_create timer_delete timer_getoverrun',
  'timer_gettime timer_gettime64 timer_settime timer_settime64',
  'timerfd_create timerfd_gettime timerfd_gettime64 timerfd_settime timerfd_settime64',
);
const WAITING = words(
  'select _newselect pselect6 pselect6_time64 poll ppoll ppoll_time64 eventfd eventfd2',
  'epoll_create epoll_create1 epoll_ctl epoll_ctl_old epoll_wait epoll_wait_old epoll_pwait epoll_pwait2',
  'io_setup io_destroy io_submit io_cancel io_getevents io_pgetevents io_pgetevents_time64',
);
const SOCKETS = words(
  'socketcall socketpair bind listen accept accept4 connect shutdown getsockname getpeername getsockopt setsockopt',
  'send sendto sendmsg sendmmsg recv recvfrom recvmsg recvmmsg recvmmsg_time64',
);
const MESSAGES_BETWEEN_PROCESSES = words(
  'ipc msgctl msgget msgrcv msgsnd semctl semget semop semtimedop semtimedop_time64 shmat shmctl shmdt shmget',
  'mq_open mq_unlink mq_notify mq_getsetattr mq_timedsend mq_timedsend_time64 mq_timedreceive mq_timedreceive_time64',
);

const ALLOW = 'SCMP_ACT_ALLOW';
const EPERM = 1;
const ENOSYS = 38;

const allow = (...lines: readonly string[]): ProfileRule => ({ names: words(...lines), action: ALLOW });
const withCapability = (capability: string, ...lines: readonly string[]): ProfileRule => ({ ...allow(...lines), includes: { caps: [`CAP_${capability}`] } });
const onArchitectures = (arches: readonly string[], ...lines: readonly string[]): ProfileRule => ({ ...allow(...lines), includes: { arches } });
const whenFirstArgument = (name: string, op: string, value: number): ProfileRule => ({ ...allow(name), args: [{ index: 0, value, op }] });

const AF_ALG = 38;
const AF_VSOCK = 40;

/** Every protocol family but two: the kernel's crypto interface and the door to the hypervisor, which no namespace confines. */
const SOCKET_FAMILIES = [
  whenFirstArgument('socket', 'SCMP_CMP_LT', AF_ALG),
  whenFirstArgument('socket', 'SCMP_CMP_EQ', AF_ALG + 1),
  whenFirstArgument('socket', 'SCMP_CMP_GT', AF_VSOCK),
];

/** Plain Linux, its 32-bit form, either with UNAME26, and the value that only asks; others switch protections off. */
const PERSONALITIES = [0x0, 0x8, 0x20000, 0x20008, 0xffffffff].map((value) => whenFirstArgument('personality', 'SCMP_CMP_EQ', value));

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET: a new process may not come with a new namespace. */
const NAMESPACE_FLAGS = 0x7e020000;
const noNewNamespace: SeccompArgument = { index: 0, value: NAMESPACE_FLAGS, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' };
const withoutAdmin = { excludes: { caps: ['CAP_SYS_ADMIN'] } };

const NEW_PROCESSES: readonly ProfileRule[] = [
  { ...allow('clone'), args: [noNewNamespace], ...withoutAdmin },
  // Its flags are behind a pointer, where no filter can look: told that the kernel lacks it, C libraries fall back to clone.
  { names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS, ...withoutAdmin },
];

const BY_CAPABILITY: readonly ProfileRule[] = [
  withCapability(
    'SYS_ADMIN',
    'clone clone3 unshare setns mount umount umount2 mount_setattr move_mount open_tree fsopen fsconfig fsmount fspick',
    'bpf perf_event_open fanotify_init lookup_dcookie quotactl quotactl_fd sethostname setdomainname syslog',
    'lsm_get_self_attr lsm_set_self_attr lsm_list_modules',
  ),
  withCapability('DAC_READ_SEARCH', 'open_by_handle_at'),
  withCapability('SYS_BOOT', 'reboot'),
  withCapability('SYS_CHROOT', 'chroot'),
  withCapability('SYS_MODULE', 'init_module finit_module delete_module'),
  withCapability('SYS_PACCT', 'acct'),
  withCapability('SYS_PTRACE', 'kcmp pidfd_getfd process_madvise process_vm_readv process_vm_writev ptrace'),
  withCapability('SYS_RAWIO', 'iopl ioperm'),
  withCapability('SYS_TIME', 'settimeofday stime clock_settime clock_settime64'),
  withCapability('SYS_TTY_CONFIG', 'vhangup'),
  withCapability('SYS_NICE', 'get_mempolicy mbind set_mempolicy set_mempolicy_home_node'),
  withCapability('SYSLOG', 'syslog'),
  withCapability('BPF', 'bpf'),
  withCapability('PERFMON', 'perf_event_open'),
];

const BY_MACHINE: readonly ProfileRule[] = [
  // Before 4.8 a tracer could get round the filter of the process it traces.
  { ...allow('ptrace process_vm_readv process_vm_writev'), includes: { minKernel: '4.8' } },
  onArchitectures(['amd64', 'x32'], 'arch_prctl'),
  onArchitectures(['amd64', 'x32', 'x86'], 'modify_ldt'),
  onArchitectures(['arm', 'arm64'], 'arm_fadvise64_64 arm_sync_file_range sync_file_range2 breakpoint cacheflush set_tls'),
];

/** Docker's default: what is not named is refused with "operation not permitted". */
export const DEFAULT_SECCOMP_PROFILE: SeccompProfile = {
  defaultAction: 'SCMP_ACT_ERRNO',
  defaultErrnoRet: EPERM,
  archMap: [
    { architecture: 'SCMP_ARCH_X86_64', subArchitectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_X32'] },
    { architecture: 'SCMP_ARCH_AARCH64', subArchitectures: ['SCMP_ARCH_ARM'] },
  ],
  syscalls: [
    { names: [...FILES, ...FOLDERS, ...ATTRIBUTES, ...MEMORY, ...PROCESSES, ...IDENTITY, ...SIGNALS, ...SCHEDULING, ...TIME, ...WAITING, ...SOCKETS, ...MESSAGES_BETWEEN_PROCESSES], action: ALLOW },
    ...SOCKET_FAMILIES,
    ...PERSONALITIES,
    ...NEW_PROCESSES,
    ...BY_CAPABILITY,
    ...BY_MACHINE,
  ],
};
