import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { CommandError } from '../cli/api.ts';
import { listenAddress } from './listen-address.ts';

export type RegistryListen = { host: string; port: number; tls?: { cert: string; key: string } };

const name = 'LADING_REGISTRY_LISTEN';

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * Where `/v2/` is served over TCP, by the environment; nothing when it is not asked for. Plain HTTP only on loopback, unless it is said twice: whoever
 * reaches the port may pull and push. Throws with what to set.
 */
export const registryListen = (environment: NodeJS.ProcessEnv): RegistryListen | undefined => {
  const { LADING_REGISTRY_LISTEN: listen = '', LADING_REGISTRY_CERT: cert = '', LADING_REGISTRY_KEY: key = '', LADING_REGISTRY_INSECURE: insecure = '' } = environment;
  if (listen === '') return undefined;
  const { host, port } = listenAddress(name, listen, '127.0.0.1:5000');
  if ((cert === '') !== (key === '')) throw new CommandError('LADING_REGISTRY_CERT and LADING_REGISTRY_KEY belong together: set both, or neither');
  if (cert !== '') return { host, port, tls: { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } };
  if (!isLoopback(host) && insecure !== '1')
    throw new CommandError(`${name}=${listen} is reached by other machines: set LADING_REGISTRY_CERT and LADING_REGISTRY_KEY to the files of a certificate, or LADING_REGISTRY_INSECURE=1 to serve it without`);
  return { host, port };
};
