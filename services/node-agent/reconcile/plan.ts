/** One change to one container on this machine, or one word about it to the platform. Each maps to one call in effects/. */
export type Operation =
  | { op: 'start'; run: number }
  | { op: 'signal'; signal: string; delivered: Delivered }
  | { op: 'kill' }
  | { op: 'pause' }
  | { op: 'unpause' }
  | { op: 'update' }
  | { op: 'attach' }
  | { op: 'clean' }
  | { op: 'remove'; volumes: boolean }
  | { op: 'report-started'; run: number }
  | { op: 'report-exited'; run: number; exitCode: number; oomKilled: boolean; message: string }
  | { op: 'report-paused'; paused: boolean }
  | { op: 'report-removed' };

/** What was already sent to the process of a run, so that nothing is sent twice. */
export type Delivered = { run: number; stop: string; signalNumber: number };

export type Step = { containerId: string; operation: Operation; because: string };

/** Steps of one container, one after the other; when to look again although nothing happens by then. */
export type Plan = { steps: readonly Step[]; lookAgainAtMs?: number };

/** One line a step, for logs and tests: `container/4f1ac0d2e3b4 start run 1, should be running`. */
export const format = ({ steps }: Plan): string => steps.map(({ containerId, operation, because }) => `container/${containerId.slice(0, 12)} ${describe(operation)}, ${because}\n`).join('');

const describe = (operation: Operation): string => {
  switch (operation.op) {
    case 'start':
    case 'report-started':
      return `${operation.op} run ${operation.run}`;
    case 'signal':
      return operation.signal;
    case 'report-exited':
      return `report-exited run ${operation.run} with ${operation.exitCode}`;
    default:
      return operation.op;
  }
};
