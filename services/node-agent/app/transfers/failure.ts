import { Unavailable } from '#kernel/eventstore/event-store.ts';
import { Rejection } from '#kernel/rejection.ts';
import { RegistryError, type Fault } from '../../effects/registry/registry-error.ts';

const codes: Readonly<Record<Fault, string>> = {
  denied: 'REGISTRY_DENIED', missing: 'IMAGE_NOT_FOUND', busy: 'REGISTRY_BUSY', broken: 'REGISTRY_FAILED', unreachable: 'REGISTRY_UNREACHABLE', slow: 'REGISTRY_UNREACHABLE',
  cut: 'REGISTRY_UNREACHABLE', altered: 'REGISTRY_FAILED', refused: 'REGISTRY_FAILED',
};

/** What a client is told about work with a registry that went wrong on this node. */
export const failureOf = (error: unknown, nodeId: string): { code: string; message: string } => {
  const message = (error instanceof Error ? error.message : String(error)).trim().replaceAll('\n', '; ');
  if (error instanceof RegistryError) return { code: codes[error.fault], message };
  if (error instanceof Rejection) return { code: error.code, message };
  if (error instanceof Unavailable) return { code: 'UNAVAILABLE', message };
  if (isFull(error)) return { code: 'DISK_FULL', message: `the disk of node ${nodeId} is full (${message}): free some room, then try again; what has come by now is kept` };
  return { code: 'INTERNAL', message };
};

// tar tells it in words, and of a write that was cut only how far it came.
const isFull = (error: unknown): boolean => error instanceof Error && (('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) || /No space left on device|Wrote only \d+ of \d+ bytes/.test(error.message));
