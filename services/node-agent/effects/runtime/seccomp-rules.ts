export type SeccompArgument = { index: number; value: number; valueTwo?: number; op: string };
export type SeccompRule = { names: readonly string[]; action: string; errnoRet?: number; args?: readonly SeccompArgument[] };
export type OciSeccomp = { defaultAction: string; defaultErrnoRet?: number; architectures: readonly string[]; syscalls: readonly SeccompRule[] };
