import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getCACertificates, type SecureContextOptions } from 'node:tls';

/** Where Docker and its relatives look: a folder for each `host[:port]`. */
export const dockerCertificates = '/etc/docker/certs.d';

/** What is trusted and shown when speaking to a host: the machine's authorities, those in `<folder>/<host>/*.crt`, and the pair `*.cert` and `*.key` there. */
export const certificatesFor = async (folder: string, host: string): Promise<SecureContextOptions> => {
  const own = join(folder, host);
  const names = /^[\w.:[\]-]+$/.test(host) && !host.includes('..') ? (await readdir(own).catch(() => [])).sort() : [];
  const read = (name: string): Promise<string> => readFile(join(own, name), 'utf8');
  const authorities = await Promise.all(names.filter((name) => name.endsWith('.crt')).map(read));
  const pairs = names.filter((name) => name.endsWith('.cert') && names.includes(name.replace(/cert$/, 'key')));
  const [pair] = pairs;
  return {
    ca: [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...authorities])],
    ...(pair === undefined ? {} : { cert: await read(pair), key: await read(pair.replace(/cert$/, 'key')) }),
  };
};
