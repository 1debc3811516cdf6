/** Netlink's attributes: length, type, value, padding to four bytes. All in the machine's byte order, which is little-endian here. */

const HEADER_BYTES = 4;
const NESTED = 0x8000;
const TYPE_MASK = 0x3fff;

const padded = (length: number): number => (length + 3) & ~3;

export const attribute = (type: number, value: Buffer): Buffer => {
  const bytes = Buffer.alloc(padded(HEADER_BYTES + value.length));
  bytes.writeUInt16LE(HEADER_BYTES + value.length, 0);
  bytes.writeUInt16LE(type, 2);
  value.copy(bytes, HEADER_BYTES);
  return bytes;
};

export const nested = (type: number, ...values: readonly Buffer[]): Buffer => attribute(type | NESTED, Buffer.concat(values));

export const text = (value: string): Buffer => Buffer.from(`${value}\0`);
export const byte = (value: number): Buffer => Buffer.from([value]);

export const number32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** In network byte order. */
export const number16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};

export const addressBytes = (address: string): Buffer => Buffer.from(address.split('.').map(Number));
export const macBytes = (mac: string): Buffer => Buffer.from(mac.split(':').map((part) => Number.parseInt(part, 16)));
export const addressText = (bytes: Buffer): string => [...bytes.subarray(0, 4)].join('.');
export const macText = (bytes: Buffer): string => [...bytes.subarray(0, 6)].map((part) => part.toString(16).padStart(2, '0')).join(':');
export const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/\0.*$/s, '');

/** The attributes of a message or of a nested attribute, by type. The last of a kind wins. */
export const attributesOf = (bytes: Buffer): Map<number, Buffer> => {
  const found = new Map<number, Buffer>();
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    const length = bytes.readUInt16LE(at);
    if (length < HEADER_BYTES || at + length > bytes.length) break;
    found.set(bytes.readUInt16LE(at + 2) & TYPE_MASK, bytes.subarray(at + HEADER_BYTES, at + length));
    at += padded(length);
  }
  return found;
};
