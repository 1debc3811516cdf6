/**
 * What an agent says of a build while it goes on, and keeps of it: JSON, one a line, in the answer to `POST /v1/builds/<id>` of its data port.
 * The same lines are the answer of `POST /api/v1/builds`. Who reads it passes over types that it does not know.
 */
export type BuildProgress =
  | { type: 'begun'; buildId: string; nodeId: string }
  /** The context is there. */
  | { type: 'context'; bytes: number }
  /** Works, and is likely not meant. `line` is 0 for what is not in the file. */
  | { type: 'warning'; message: string; rule: string; file: string; line: number }
  /** Everything that will be done, in the order of the Dockerfile. */
  | { type: 'plan'; steps: readonly PlannedStep[] }
  | { type: 'step-begun'; step: number; atMs: number; /** Of a command. */ containerId?: string }
  | { type: 'output'; step: number; stream: 'stdout' | 'stderr'; text: string }
  /** So much output was left out, because it was more than is kept. */
  | { type: 'output-cut'; step: number }
  /** A command reaches for the client's ssh agent of that id: it is joined with `POST /api/v1/builds/<id>/ssh/<connection>`. Not kept. */
  | { type: 'ssh-asked'; id: string; connection: string }
  | { type: 'step-ended'; step: number; atMs: number; state: 'done' | 'cached' | 'failed' | 'cancelled'; /** First characters of what stands for its result. */ result: string; message: string }
  | { type: 'ended'; outcome: 'done' | 'failed' | 'cancelled'; message: string; imageId: string; references: readonly string[]; failure?: BuildFailure };

/** A warning with its place, as people read it. */
export const warningText = ({ message, file, line }: Extract<BuildProgress, { type: 'warning' }>): string => (line === 0 ? message : `${file}:${line}: ${message}`);

export type PlannedStep = {
  /** From 1, over all stages. */
  step: number;
  /** `[build 2/5] RUN make`, or the instruction alone where it does nothing by itself. */
  title: string;
  /** As it was written, in one line. */
  instruction: string;
  /** Does something by itself. */
  isWork: boolean;
};

/** Where and why a build failed. */
export type BuildFailure = {
  /** Absent where no line of a Dockerfile is to blame. */
  place?: { file: string; line: number; endLine: number };
  /** Lines of the Dockerfile around the place, with their numbers. */
  lines: readonly { number: number; text: string }[];
  /** Of a command that ended. */
  exitCode?: number;
  /** The command that failed, and the end of its output. */
  command?: string;
  output?: string;
};

/** In front of the context in a request to an agent: the length of the order (JSON) as four bytes, big end first, then the order. */
export const orderLengthBytes = 4;
export const orderMaxBytes = 16 * 2 ** 20;
