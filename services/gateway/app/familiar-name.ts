import { familiar, parseReference } from '#kernel/reference.ts';

/** `docker.io/library/redis:7` → `redis:7`; what is no reference stays as it is. */
export const familiarName = (reference: string): string => {
  try {
    return familiar(parseReference(reference));
  } catch {
    return reference;
  }
};

/** The same without tag and digest. */
export const familiarRepository = (reference: string): string => {
  try {
    return familiar({ ...parseReference(reference), tag: '', digest: '' });
  } catch {
    return reference;
  }
};
