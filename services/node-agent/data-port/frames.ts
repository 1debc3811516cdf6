/** Docker's frame around what a container without a TTY writes: stream, three zeros, length, bytes. https://docs.docker.com/reference/api/engine/ (ContainerAttach) */
export const frame = (stream: 'stdout' | 'stderr', data: Uint8Array): Buffer => {
  const framed = Buffer.allocUnsafe(8 + data.length);
  framed.writeUInt32BE((stream === 'stdout' ? 1 : 2) << 24, 0);
  framed.writeUInt32BE(data.length, 4);
  framed.set(data, 8);
  return framed;
};

/** `2026-11-24T00:36:19.416178059Z` */
export const rfc3339Nano = (atNs: bigint): string => {
  const seconds = new Date(Number(atNs / 1_000_000n)).toISOString().slice(0, 19);
  return `${seconds}.${String(atNs % 1_000_000_000n).padStart(9, '0')}Z`;
};
