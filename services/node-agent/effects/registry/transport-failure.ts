import { RegistryError } from './registry-error.ts';

const certificateCodes = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/;
const noTlsCodes = /^(?:EPROTO|ERR_SSL_\w+)$/;

/** What an error of the connection means for whoever asked. */
export const transportFailure = (error: unknown, host: string): Error => {
  if (error instanceof RegistryError || isAborted(error)) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (certificateCodes.test(code)) return new RegistryError('unreachable', `the certificate of ${host} is not trusted (${code}): put its authority into /etc/docker/certs.d/${host}/ca.crt, or list the registry as insecure`);
  if (noTlsCodes.test(code)) return new RegistryError('unreachable', `${host} does not speak TLS (${code}): list it as insecure if it is meant to speak plain HTTP`);
  if (code === 'ENOTFOUND') return new RegistryError('unreachable', `${host} has no address: check its name and this machine's DNS`);
  if (code === 'EAI_AGAIN') return new RegistryError('unreachable', `the address of ${host} could not be asked for: check this machine's network and DNS, and the proxy settings`, { again: true });
  if (code === 'ECONNREFUSED') return new RegistryError('unreachable', `${host} refuses connections: is the registry up?`, { again: true });
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return new RegistryError('cut', `${host} cut the connection: try again`, { again: true });
  return new RegistryError('unreachable', `${host} can't be reached (${code || message}): check the network and the proxy settings`, { again: true });
};

// Several addresses that all failed come as one error.
const codeOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
};

/** Whoever asked has gone away: no failure, and no reason to ask somewhere else. */
export const isAborted = (error: unknown): error is Error => error instanceof Error && error.name === 'AbortError';
