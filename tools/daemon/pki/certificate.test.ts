import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { newAuthority, newKey, signNode } from './certificate.ts';

const nowMs = Date.now();
const authority = newAuthority('lading', nowMs);
const nodeOf = (hosts: readonly string[], by = authority) => {
  const { key, publicKey } = newKey();
  return { key, cert: signNode(by, 'lading', { name: 'n1', publicKey, hosts }, nowMs), ca: authority.cert };
};

const meet = async (client: object): Promise<boolean> => {
  const server = createServer({ ...nodeOf(['127.0.0.1']), requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' }, (socket: TLSSocket) => socket.end('hello'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, ca: authority.cert, ...client });
  try {
    return await new Promise<boolean>((resolve) => {
      socket.once('data', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('close', () => resolve(false));
    });
  } finally {
    socket.destroy();
    server.close();
  }
};

describe('certificates of nodes', () => {
  it('are signed by the authority, for the addresses that were said', () => {
    const { cert } = nodeOf(['10.1.2.3', 'fd00::5', 'n1.example']);
    const read = new X509Certificate(cert);
    assert.equal(read.verify(new X509Certificate(authority.cert).publicKey), true);
    assert.equal(read.subjectAltName, 'IP Address:10.1.2.3, IP Address:FD00:0:0:0:0:0:0:5, DNS:n1.example');
    assert.equal(read.ca, false);
  });
  it('let two nodes meet, each sure of the other', async () => assert.equal(await meet(nodeOf([])), true));
  it('keep out who has none', async () => assert.equal(await meet({}), false));
  it('keep out who was signed by somebody else', async () => assert.equal(await meet(nodeOf([], newAuthority('lading', nowMs))), false));
});
