import { spawn } from 'node:child_process';

/** The OCI runtime program of this machine and where it keeps its state. */
export type OciRuntime = { program: string; root: string };

export type ProgramResult = { exitCode: number; stdout: string; stderr: string };

const COMMAND_TIMEOUT_MS = 60_000;
const OUTPUT_BYTES_MAX = 1024 * 1024;

/** Arguments that come before every command. */
export const globalArguments = (runtime: OciRuntime): readonly string[] => ['--root', runtime.root];

/** Runs a program to its end; one that could not be run or was killed has exit code -1. */
export const runProgram = (program: string, args: readonly string[], timeoutMs = COMMAND_TIMEOUT_MS): Promise<ProgramResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs, killSignal: 'SIGKILL' });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        if (output[name].length < OUTPUT_BYTES_MAX) output[name] += text;
      });
    }
    child.on('error', (error) => reject(new Error(`${program}: ${error.message}; install it or configure its path`)));
    child.on('close', (code) => resolve({ exitCode: code ?? -1, ...output }));
  });

/** Runs a command of the OCI runtime; the caller judges the result. */
export const runOci = (runtime: OciRuntime, args: readonly string[]): Promise<ProgramResult> =>
  runProgram(runtime.program, [...globalArguments(runtime), ...args]);

/** The runtime's own words for why it failed, without its log decoration. */
export const ociMessage = (result: ProgramResult): string => {
  const lines = result.stderr.trim().split('\n').filter(Boolean);
  return lines.map((line) => /msg="?(.*?)"?$/.exec(line)?.[1] ?? line).join('; ') || `exit code ${result.exitCode}`;
};

/** crun and runc alike say so when there is nothing of that name. */
export const isGone = (result: ProgramResult): boolean =>
  /does not exist|No such file or directory|No such process|not running|process already finished|is not running/i.test(result.stderr);
