/** What a machine sends to join; its private keys stay with it. */
export type JoinRequest = { secret: string; nodeId: string; /** Its nkey. */ publicKey: string; /** PEM of the key that its certificate is to be for. */ tlsPublicKey: string; address: string };

/** What it gets: PEMs, and where the log is. */
export type JoinAnswer = { certificate: string; authority: string; natsUrl: string };
