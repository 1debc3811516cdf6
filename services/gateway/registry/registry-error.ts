import { Rejection } from '#kernel/rejection.ts';
import { Unavailable } from '#kernel/eventstore/event-store.ts';
import { NodeRefusal } from '../http/status.ts';

/** An answer as clients of registries read it: https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#error-codes */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** What the image service refuses, by its code. */
const refusals: Readonly<Record<string, readonly [status: number, code: string]>> = {
  NAME_INVALID: [400, 'NAME_INVALID'],
  NAME_UNKNOWN: [404, 'NAME_UNKNOWN'],
  MANIFEST_UNKNOWN: [404, 'MANIFEST_UNKNOWN'],
  MANIFEST_INVALID: [400, 'MANIFEST_INVALID'],
  MANIFEST_BLOB_UNKNOWN: [404, 'MANIFEST_BLOB_UNKNOWN'],
  DIGEST_INVALID: [400, 'DIGEST_INVALID'],
  SIZE_INVALID: [400, 'SIZE_INVALID'],
  TAG_IMMUTABLE: [403, 'DENIED'],
  BUSY: [429, 'TOOMANYREQUESTS'],
  NODE_NOT_FOUND: [404, 'BLOB_UPLOAD_UNKNOWN'],
};

/** The error that a client is told. `UNKNOWN` and `UNAVAILABLE` are codes of Docker's registry. */
export const registryError = (error: unknown): RegistryError => {
  if (error instanceof RegistryError) return error;
  if (error instanceof Unavailable) return new RegistryError(503, 'UNAVAILABLE', error.message);
  if (error instanceof Rejection) return new RegistryError(...(refusals[error.code] ?? [500, 'UNKNOWN']), error.message);
  if (error instanceof NodeRefusal) return new RegistryError(error.status === 507 || error.status === 503 ? error.status : 500, error.status === 503 ? 'UNAVAILABLE' : 'UNKNOWN', error.message);
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  return statusCode !== undefined && statusCode < 500 ? new RegistryError(statusCode, 'UNSUPPORTED', message ?? 'bad request') : new RegistryError(500, 'UNKNOWN', message ?? String(error));
};

export const errorBody = ({ code, message }: RegistryError): object => ({ errors: [{ code, message, detail: null }] });

export const isRegistryPath = (url: string): boolean => /^\/v2(?:\/|\?|$)/.test(url);

/** For a path that could not even be decoded. */
export const badUrlBody = (message: string): object => errorBody(new RegistryError(400, 'NAME_INVALID', message));
