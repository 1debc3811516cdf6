import { RegistryError } from './registry-error.ts';

const sha256Rule = /^sha256:[0-9a-f]{64}$/;
const otherRule = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):[a-zA-Z0-9=_-]+$/;

export const isDigest = (text: string): boolean => sha256Rule.test(text);

/** Throws DIGEST_INVALID, and says so when it is by another function. */
export const checkDigest = (text: string): string => {
  if (isDigest(text)) return text;
  const [, algorithm] = otherRule.exec(text) ?? [];
  if (algorithm !== undefined && algorithm !== 'sha256') throw new RegistryError(400, 'DIGEST_INVALID', `digests by ${algorithm} are not supported: use sha256`);
  throw new RegistryError(400, 'DIGEST_INVALID', `${JSON.stringify(text.slice(0, 100))} is no digest: give sha256: and 64 hexadecimal digits`);
};
