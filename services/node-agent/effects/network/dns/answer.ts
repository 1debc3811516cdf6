import { addressesOf, nameOf, type NameIndex } from './name-index.ts';
import { encodeName, questionOf, RESPONSE_CODES, respond, respondCode, TYPE_A, TYPE_ANY, TYPE_PTR, UDP_BYTES_MAX, type Question, type ResponseCode } from './message.ts';

/** What a container's resolver knows of the container that asks. */
export type Asker = { networkIds: readonly string[]; hostname: string; addresses: readonly string[] };

export type Answer =
  /** A message for the asker. */
  | { kind: 'response'; message: Buffer }
  /** Not a name of ours: the node's own resolvers may know. */
  | { kind: 'forward' }
  /** Nothing that can be answered. */
  | { kind: 'ignore' };

export type AnswerOptions = {
  transport: 'udp' | 'tcp';
  /** Grows by one a question, so that the addresses of a name take turns at being first. */
  turn: number;
};

/** Short: a container that moved must be found, long: a busy client must not ask for every request. */
const TTL_SECONDS = 2;
const TCP_BYTES_MAX = 65_535;
const REVERSE = '.in-addr.arpa';

const rotated = <T>(values: readonly T[], turn: number): T[] => {
  const by = values.length === 0 ? 0 : turn % values.length;
  return [...values.slice(by), ...values.slice(0, by)];
};

const addressData = (address: string): Buffer => Buffer.from(address.split('.').map(Number));

/** Answers a query from the names of a container's own networks. */
export const answer = (query: Buffer, index: NameIndex, asker: Asker, { transport, turn }: AnswerOptions): Answer => {
  const question = questionOf(query);
  if (question === undefined) return { kind: 'ignore' };
  const bytesMax = transport === 'udp' ? UDP_BYTES_MAX : TCP_BYTES_MAX;
  const records = (type: number, data: readonly Buffer[]): Answer => ({ kind: 'response', message: respond(query, question, data, { type, ttlSeconds: TTL_SECONDS, bytesMax }) });
  const { name, type } = question;
  if (type === TYPE_PTR && name.endsWith(REVERSE)) {
    const known = nameOf(index, asker.networkIds, name.slice(0, -REVERSE.length).split('.').reverse().join('.'));
    return known === undefined ? { kind: 'forward' } : records(TYPE_PTR, [encodeName(known)]);
  }
  const addresses = addressesOf(index, asker.networkIds, name) ?? (name === asker.hostname.toLowerCase() ? asker.addresses : undefined);
  // No error and no records for other types: musl takes "no such name" for AAAA as the last word on A, too.
  if (addresses !== undefined) return records(TYPE_A, type === TYPE_A || type === TYPE_ANY ? rotated(addresses, turn).map(addressData) : []);
  // A bare name is nobody's but ours; asking further would tell the outside how containers are called.
  return name !== '' && !name.includes('.') ? failure(query, question, RESPONSE_CODES.nameError) : { kind: 'forward' };
};

const failure = (query: Buffer, question: Question, code: ResponseCode): Answer => ({ kind: 'response', message: respondCode(query, question, code) });

/** What is said when nobody upstream answers: the client may try again. */
export const serverFailure = (query: Buffer): Buffer | undefined => {
  const question = questionOf(query);
  return question === undefined ? undefined : respondCode(query, question, RESPONSE_CODES.serverFailure);
};

/** Whether questions may leave the node for a container: not when all its networks are internal. */
export const mayForward = (index: NameIndex, { networkIds }: Asker): boolean => networkIds.some((id) => index.get(id)?.internal === false);
