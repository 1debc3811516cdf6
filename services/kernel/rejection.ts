/** A caller asked for what is not allowed. Expected, tested by code, mapped to HTTP in one place (the gateway). */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: string;

  /** `code` is upper snake case; `message` a lower-case phrase that ends with the remedy where there is one. */
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Closes a switch over a tagged union: a new member does not compile until it is handled. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
};
