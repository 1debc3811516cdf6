export type Fault =
  /** No rights, or no login. */
  | 'denied'
  | 'missing'
  /** Asked for too much, by its count. */
  | 'busy'
  /** Answers, but with an error of its own. */
  | 'broken'
  | 'unreachable'
  | 'slow'
  | 'cut'
  /** Bytes that are not what was asked for. */
  | 'altered'
  /** What it says is not done. */
  | 'refused';

type Detail = { again?: boolean; waitMs?: number; status?: number };

/** Why a registry did not do it. The message names registry and repository and ends with the remedy. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly fault: Fault;
  /** Whether the same request may go well a little later. */
  readonly again: boolean;
  /** How long the registry asks to wait before. */
  readonly waitMs: number | undefined;
  readonly status: number | undefined;

  constructor(fault: Fault, message: string, { again = false, waitMs, status }: Detail = {}) {
    super(message);
    this.fault = fault;
    this.again = again;
    this.waitMs = waitMs;
    this.status = status;
  }
}
