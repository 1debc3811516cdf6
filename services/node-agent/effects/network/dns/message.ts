/** DNS messages as RFC 1035 has them: only what a resolver of a container needs. */

export type Question = { name: string; type: number; /** Where the question ends in the message. */ end: number };

export const TYPE_A = 1;
export const TYPE_PTR = 12;
export const TYPE_ANY = 255;

/** What a client without EDNS can take. */
export const UDP_BYTES_MAX = 512;

export const RESPONSE_CODES = { noError: 0, serverFailure: 2, nameError: 3 } as const;
export type ResponseCode = (typeof RESPONSE_CODES)[keyof typeof RESPONSE_CODES];

const HEADER_BYTES = 12;
const LABEL_BYTES_MAX = 63;
const RECORD_HEADER_BYTES = 12;

/** The one question of a query, its name in lower case; undefined when the message is not a query. */
export const questionOf = (query: Buffer): Question | undefined => {
  if (query.length < HEADER_BYTES + 5 || ((query[2] ?? 0) & 0x80) !== 0 || query.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  for (let at = HEADER_BYTES; ; ) {
    const length = query[at];
    if (length === undefined || length > LABEL_BYTES_MAX) return undefined;
    at += 1;
    if (length === 0) return at + 4 > query.length ? undefined : { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at), end: at + 4 };
    labels.push(query.toString('latin1', at, at + length));
    at += length;
  }
};

const header = (query: Buffer, { end }: Question, code: ResponseCode): Buffer => {
  const response = Buffer.from(query.subarray(0, end));
  response[2] = 0x80 | ((query[2] ?? 0) & 0x79);
  response[3] = 0x80 | code;
  response.fill(0, 6, HEADER_BYTES);
  return response;
};

const record = (type: number, ttlSeconds: number, data: Buffer): Buffer => {
  const bytes = Buffer.alloc(RECORD_HEADER_BYTES + data.length);
  // A pointer to the question's name.
  bytes.writeUInt16BE(0xc000 | HEADER_BYTES, 0);
  bytes.writeUInt16BE(type, 2);
  bytes.writeUInt16BE(1, 4);
  bytes.writeUInt32BE(ttlSeconds, 6);
  bytes.writeUInt16BE(data.length, 10);
  data.copy(bytes, RECORD_HEADER_BYTES);
  return bytes;
};

/** The answer with as many records as `bytesMax` allows; when that is not all, it says so (TC). */
export const respond = (query: Buffer, question: Question, records: readonly Buffer[], { type, ttlSeconds, bytesMax }: { type: number; ttlSeconds: number; bytesMax: number }): Buffer => {
  const parts = [header(query, question, RESPONSE_CODES.noError)];
  let length = question.end;
  for (const data of records) {
    const next = record(type, ttlSeconds, data);
    if (length + next.length > bytesMax) break;
    parts.push(next);
    length += next.length;
  }
  const response = Buffer.concat(parts);
  response.writeUInt16BE(parts.length - 1, 6);
  if (parts.length - 1 < records.length) response[2] = (response[2] ?? 0) | 0x02;
  return response;
};

/** An answer without records. */
export const respondCode = (query: Buffer, question: Question, code: ResponseCode): Buffer => header(query, question, code);

export const encodeName = (name: string): Buffer =>
  Buffer.concat([...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])), Buffer.from([0])]);
