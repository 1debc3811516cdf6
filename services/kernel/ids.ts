import { randomBytes } from 'node:crypto';

/** Where ids come from; tests give predictable ones. */
export type Ids = {
  /** UUIDv7 (RFC 9562): sorts by time. For commits, commands and correlations. */
  uuid: () => string;
  /** 64 hexadecimal digits, as Docker's ids of containers and networks. */
  hex64: () => string;
};

const uuid7 = (nowMs: number, random: Buffer): string => {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  random.copy(bytes, 6, 0, 10);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

export const randomIds: Ids = {
  uuid: () => uuid7(Date.now(), randomBytes(10)),
  hex64: () => randomBytes(32).toString('hex'),
};
