/** What proves who asks. It never leaves for another host than the one it belongs to, save where that registry's own challenge has tokens made. */
export type Credentials =
  | { kind: 'password'; username: string; password: string }
  /** Makes tokens without a password: `identitytoken` of Docker. */
  | { kind: 'identity'; token: string }
  /** Sent as it is: `registrytoken` of Docker. */
  | { kind: 'registry'; token: string };

/** Asked once for each operation, with a domain as in references (`docker.io`) or a mirror's host. */
export type CredentialsFor = (host: string) => Promise<Credentials | undefined>;

export const anonymous: CredentialsFor = async () => undefined;

/** One login, for one registry only. */
export const onlyFor = (host: string, credentials: Credentials): CredentialsFor => async (asked) => (asked === host ? credentials : undefined);

export const basicHeader = (username: string, password: string): string => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
