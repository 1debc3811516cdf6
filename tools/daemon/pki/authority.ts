import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAuthority, newKey, signNode, type Pair } from './certificate.ts';

export const authorityName = 'lading authority';

/** What others know an authority by. */
export const fingerprintOf = (certificate: string): string => createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url');

/** Where a pair is kept; made at first need. */
const kept = (folder: string, name: string, make: () => Pair): Pair & { files: Pair } => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = { cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
  if (!existsSync(files.cert)) {
    const { cert, key } = make();
    writeFileSync(files.key, key, { mode: 0o600 });
    writeFileSync(files.cert, cert, { mode: 0o600 });
  }
  return { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8'), files };
};

export type Authority = {
  cert: string;
  fingerprint: string;
  /** A pair of this machine's own, kept in a file. The name is what the certificate says. */
  own: (name: string, hosts: readonly string[]) => Pair & { ca: string; files: Pair };
  /** A certificate for a key that never leaves its node. */
  sign: (name: string, publicKey: string, hosts: readonly string[]) => string;
};

export const openAuthority = (folder: string, clock: () => number): Authority => {
  const pair = kept(folder, 'authority', () => newAuthority(authorityName, clock()));
  const sign: Authority['sign'] = (name, publicKey, hosts) => signNode(pair, authorityName, { name, publicKey, hosts }, clock());
  return {
    cert: pair.cert,
    fingerprint: fingerprintOf(pair.cert),
    sign,
    own: (name, hosts) => {
      const { files, ...own } = kept(folder, name, () => {
        const { key, publicKey } = newKey();
        return { key, cert: sign(name, publicKey, hosts) };
      });
      return { ...own, files, ca: pair.cert };
    },
  };
};
