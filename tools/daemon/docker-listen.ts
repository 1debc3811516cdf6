import { readFileSync } from 'node:fs';
import { CommandError } from '../cli/api.ts';
import { listenAddress } from './listen-address.ts';

/** Where Docker's API is served over TCP; with certificates, or in the clear for who said so twice. */
export type DockerListen = { host: string; port: number; tls?: { ca: string; cert: string; key: string } };

const name = 'LADING_DOCKER_LISTEN';

/**
 * Where Docker's API is served over TCP, by the environment; nothing when it is not asked for. Whoever reaches it is root on every node: only who has
 * a certificate of the given authority does, on loopback, too. Throws with what to set.
 */
export const dockerListen = (environment: NodeJS.ProcessEnv): DockerListen | undefined => {
  const { LADING_DOCKER_LISTEN: listen = '', LADING_DOCKER_CA: ca = '', LADING_DOCKER_CERT: cert = '', LADING_DOCKER_KEY: key = '', LADING_DOCKER_INSECURE: insecure = '' } = environment;
  if (listen === '') return undefined;
  const address = listenAddress(name, listen, '0.0.0.0:2376');
  const given = [ca, cert, key].filter((path) => path !== '').length;
  if (given === 3) return { ...address, tls: { ca: pem('LADING_DOCKER_CA', ca), cert: pem('LADING_DOCKER_CERT', cert), key: pem('LADING_DOCKER_KEY', key) } };
  if (given > 0) throw new CommandError('LADING_DOCKER_CA, LADING_DOCKER_CERT and LADING_DOCKER_KEY belong together: set all three, or none');
  if (insecure !== '1')
    throw new CommandError(`${name}=${listen} gives whoever reaches it root on every node: set LADING_DOCKER_CA, LADING_DOCKER_CERT and LADING_DOCKER_KEY to the files that "docker --tlsverify" meets, or LADING_DOCKER_INSECURE=1 to serve it to everybody`);
  return address;
};

const pem = (variable: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError(`${variable}=${path} can't be read: ${(error as Error).message}`);
  }
};
