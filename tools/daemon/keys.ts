import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createUser, fromSeed } from '@nats-io/nkeys';

export type Key = { seed: string; publicKey: string };

/** The key of one user of NATS, made at first need and kept in a file that only root reads. */
export const keyOf = (directory: string, name: string): Key => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, `${name}.nk`);
  if (!existsSync(path)) writeFileSync(path, Buffer.from(createUser().getSeed()), { mode: 0o600, flag: 'wx' });
  const seed = readFileSync(path, 'utf8').trim();
  return { seed, publicKey: fromSeed(Buffer.from(seed)).getPublicKey() };
};
