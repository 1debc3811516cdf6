import { codeOf } from './inside-root.ts';

/** Why a path of a container can't be read or written. */
export class PathError extends Error {
  override readonly name = 'PathError';
  readonly reason: 'missing' | 'unfit' | 'readOnly';

  constructor(reason: PathError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Says what the system refused in words of the container. */
export const pathError = (path: string, error: unknown): Error => {
  if (error instanceof PathError) return error;
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined);
  if (code === 'ENOENT') return new PathError('missing', `no such file or directory in the container: ${path}`);
  if (code === 'EROFS') return new PathError('readOnly', `${path} is read-only in the container: copy to a volume that is not`);
  if (code === 'ENOTDIR') return new PathError('unfit', `${path} is not a directory`);
  if (code === 'ELOOP') return new PathError('unfit', `${path} goes through too many links, or through one that is none of the container's own`);
  if (code === 'EBUSY') return new PathError('unfit', `${path} is a mount of its own: write to what is mounted there`);
  return error instanceof Error ? error : new Error(String(error));
};
