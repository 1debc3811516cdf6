import { Unavailable } from '#kernel/eventstore/event-store.ts';
import { NodeRefusal } from '#kernel/nodes.ts';
import { Rejection } from '#kernel/rejection.ts';

export { NodeRefusal };

/** The one table from a refusal's code to an HTTP status. Codes that are not here are conflicts. */
const statusOf: Record<string, number> = {
  INVALID: 400,
  COMPOSE_INVALID: 400,
  AMBIGUOUS: 400,
  NAME_INVALID: 400,
  DIGEST_INVALID: 400,
  SIZE_INVALID: 400,
  MANIFEST_INVALID: 400,
  CONTAINER_NOT_FOUND: 404,
  IMAGE_NOT_FOUND: 404,
  NAME_UNKNOWN: 404,
  MANIFEST_UNKNOWN: 404,
  MANIFEST_BLOB_UNKNOWN: 404,
  NETWORK_NOT_FOUND: 404,
  VOLUME_NOT_FOUND: 404,
  PLUGIN_NOT_FOUND: 404,
  PROJECT_NOT_FOUND: 404,
  SERVICE_NOT_FOUND: 404,
  REVISION_NOT_FOUND: 404,
  NODE_NOT_FOUND: 404,
  EXEC_NOT_FOUND: 404,
  BUILD_NOT_FOUND: 404,
  NETWORK_REFUSED: 400,
  NETWORK_PREDEFINED: 403,
  ENDPOINT_EXISTS: 403,
  ADDRESS_TAKEN: 403,
  SUBNET_TAKEN: 403,
  NETWORK_IN_USE: 403,
  REGISTRY_DENIED: 403,
  REGISTRY_BUSY: 429,
  REGISTRY_UNREACHABLE: 502,
  REGISTRY_FAILED: 502,
  NODE_LOST: 502,
  NODE_NOT_READY: 503,
  DISK_FULL: 507,
  NOT_IMPLEMENTED: 501,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

export type Told = { status: number; code: string; message: string };

/** What a client is told about an error. */
export const tell = (error: unknown): Told => {
  if (error instanceof Rejection) return { status: statusOf[error.code] ?? 409, code: error.code, message: error.message };
  if (error instanceof Unavailable) return { status: 503, code: 'UNAVAILABLE', message: error.message };
  if (error instanceof NodeRefusal) return { status: error.status, code: 'NODE_REFUSED', message: error.message };
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode !== undefined && statusCode < 500) return { status: statusCode, code: 'INVALID', message: message ?? 'bad request' };
  return { status: 500, code: 'INTERNAL', message: message ?? String(error) };
};
