import assert from 'node:assert/strict';
import type { Endpoint, NodeNetwork } from '../port.ts';
import { answer, mayForward, serverFailure, type Answer, type Asker } from './answer.ts';
import { encodeName, UDP_BYTES_MAX } from './message.ts';
import { nameIndex } from './name-index.ts';

const A = 1;
const PTR = 12;
const TXT = 16;
const AAAA = 28;

const query = (name: string, type = A): Buffer => Buffer.concat([Buffer.from('abcd01000001000000000000', 'hex'), encodeName(name), Buffer.from([0, type, 0, 1])]);

const network = (id: string, internal = false): NodeNetwork => ({
  id,
  name: id.toUpperCase(),
  subnet: '10.0.0.0/16',
  gateway: '10.0.0.1',
  nodeAddress: '10.0.1.1',
  vni: 1,
  mtu: 1450,
  internal,
  overlay: true,
});
const endpoint = (networkId: string, address: string, names: readonly string[], reachable = true): Endpoint => ({
  networkId,
  containerId: address,
  address,
  mac: '',
  nodeId: 'n',
  nodeUnderlay: '10.99.0.1',
  names,
  reachable,
});

const index = nameIndex(
  [network('front'), network('back', true)],
  [
    endpoint('front', '10.0.0.2', ['Web.1', 'web']),
    endpoint('front', '10.0.0.3', ['web.2', 'web']),
    endpoint('front', '10.0.0.4', ['web.3', 'web'], false),
    endpoint('front', '10.0.0.5', ['down'], false),
    endpoint('back', '10.1.0.2', ['db']),
    endpoint('back', '10.1.0.5', ['down']),
    ...Array.from({ length: 60 }, (_, slot) => endpoint('front', `10.0.9.${slot}`, ['many'])),
  ],
);

const asker = (...networkIds: readonly string[]): Asker => ({ networkIds, hostname: 'Me', addresses: ['10.0.0.99'] });
const ask = (name: string, { type = A, networks = ['front'], transport = 'udp', turn = 0 }: { type?: number; networks?: string[]; transport?: 'udp' | 'tcp'; turn?: number } = {}): Answer =>
  answer(query(name, type), index, asker(...networks), { transport, turn });

const message = (result: Answer): Buffer => {
  assert.equal(result.kind, 'response');
  return result.kind === 'response' ? result.message : Buffer.alloc(0);
};
const code = (result: Answer): number => (message(result)[3] ?? 0) & 15;
const count = (result: Answer): number => message(result).readUInt16BE(6);
const addresses = (result: Answer): string[] => {
  const bytes = message(result);
  return Array.from({ length: count(result) }, (_, slot) => [...bytes.subarray(bytes.length - 16 * (count(result) - slot) + 12).subarray(0, 4)].join('.'));
};

describe('an answer to a container', () => {
  it('has the addresses of all that have the name and can be reached', () => {
    assert.deepEqual(addresses(ask('web')), ['10.0.0.2', '10.0.0.3']);
  });

  it('takes turns at who is first', () => {
    assert.deepEqual(addresses(ask('web', { turn: 7 })), ['10.0.0.3', '10.0.0.2']);
  });

  it('has what can not be reached when nothing else has the name', () => {
    assert.deepEqual(addresses(ask('down')), ['10.0.0.5']);
    assert.deepEqual(addresses(ask('down', { networks: ['front', 'back'] })), ['10.1.0.5']);
  });

  it('does not mind the case of a name, and repeats the question as it was asked', () => {
    const bytes = message(ask('WEB.1'));
    assert.equal(bytes.toString('latin1', 13, 16), 'WEB');
    assert.deepEqual(addresses(ask('WEB.1')), ['10.0.0.2']);
  });

  it('knows a name with its network behind it', () => {
    assert.deepEqual(addresses(ask('web.1.front')), ['10.0.0.2']);
    assert.deepEqual(addresses(ask('db.back', { networks: ['front', 'back'] })), ['10.1.0.2']);
  });

  it('knows the name of the container that asks', () => assert.deepEqual(addresses(ask('me')), ['10.0.0.99']));

  it('is empty, and no error, for another type of a name that is known', () => {
    for (const type of [AAAA, TXT]) assert.deepEqual([code(ask('web', { type })), count(ask('web', { type }))], [0, 0]);
  });

  it('denies a bare name that nobody has, and leaves one with dots to others', () => {
    assert.equal(code(ask('nobody')), 3);
    assert.equal(code(ask('nobody', { type: AAAA })), 3);
    assert.equal(code(ask('db')), 3);
    assert.equal(ask('www.example.test').kind, 'forward');
  });

  it('gives the name of an address of ours', () => {
    assert.ok(message(ask('2.0.0.10.in-addr.arpa', { type: PTR })).includes(encodeName('web.1.front')));
    assert.equal(ask('2.0.1.10.in-addr.arpa', { type: PTR }).kind, 'forward');
  });

  it('keeps to 512 bytes over UDP and says that there is more; over TCP it has all', () => {
    const short = message(ask('many'));
    assert.ok(short.length <= UDP_BYTES_MAX);
    assert.equal((short[2] ?? 0) & 2, 2);
    assert.equal(count(ask('many', { transport: 'tcp' })), 60);
    assert.equal((message(ask('many', { transport: 'tcp' }))[2] ?? 0) & 2, 0);
  });

  it('does not drag along what a query had behind its question', () => {
    const extended = Buffer.concat([query('web'), Buffer.from('0000291000000000000000', 'hex')]);
    extended.writeUInt16BE(1, 10);
    const result = answer(extended, index, asker('front'), { transport: 'udp', turn: 0 });
    assert.equal(message(result).readUInt16BE(10), 0);
    assert.deepEqual(addresses(result), ['10.0.0.2', '10.0.0.3']);
  });

  it('is not given to what is no question', () => {
    const response = query('web');
    response[2] = 0x81;
    for (const bytes of [response, Buffer.alloc(0), Buffer.alloc(12), query('web').subarray(0, 18)]) {
      assert.equal(answer(bytes, index, asker('front'), { transport: 'udp', turn: 0 }).kind, 'ignore');
    }
  });

  it('may be asked of others only where a network leads out', () => {
    assert.equal(mayForward(index, asker('back')), false);
    assert.equal(mayForward(index, asker('back', 'front')), true);
    assert.equal(mayForward(index, asker()), false);
  });

  it('says that it failed without denying the name', () => {
    assert.equal((serverFailure(query('www.example.test'))?.[3] ?? 0) & 15, 2);
    assert.equal(serverFailure(Buffer.alloc(3)), undefined);
  });
});
