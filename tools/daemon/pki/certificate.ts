import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { bits, der, flag, identifier, integer, octets, sequence, set, time, utf8 } from './der.ts';

export type Pair = { cert: string; key: string };

const dayMs = 86_400_000;
const authorityDays = 3_650;
const nodeDays = 730;
/** Clocks of machines differ: a certificate is valid a little before it was made. */
const backdatedMs = 3_600_000;

const ecdsaWithSha256 = sequence(identifier('1.2.840.10045.4.3.2'));

export const newKey = (): { key: string; publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string };
};

/** An authority of the platform's own: it signs for nodes and for nothing else. */
export const newAuthority = (name: string, nowMs: number): Pair => {
  const { key, publicKey } = newKey();
  const signer = createPrivateKey(key);
  return { key, cert: certificate({ subject: name, issuer: name, publicKey: createPublicKey(publicKey), signer, days: authorityDays, nowMs, authority: true, hosts: [] }) };
};

/** A certificate for a node, good for both ends of a connection. `publicKey` is a PEM; `hosts` are names and addresses it is reached by. */
export const signNode = ({ key }: Pair, authorityName: string, node: { name: string; publicKey: string; hosts: readonly string[] }, nowMs: number): string =>
  certificate({ subject: node.name, issuer: authorityName, publicKey: createPublicKey(node.publicKey), signer: createPrivateKey(key), days: nodeDays, nowMs, authority: false, hosts: node.hosts });

type Wanted = { subject: string; issuer: string; publicKey: KeyObject; signer: KeyObject; days: number; nowMs: number; authority: boolean; hosts: readonly string[] };

// RFC 5280 §4.1
const certificate = ({ subject, issuer, publicKey, signer, days, nowMs, authority, hosts }: Wanted): string => {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const serial = randomBytes(16);
  serial[0] = (serial[0] ?? 0) & 0x7f || 1;
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    named(issuer),
    sequence(time(nowMs - backdatedMs), time(nowMs + days * dayMs)),
    named(subject),
    spki,
    der(0xa3, sequence(...extensions(spki, createPublicKey(signer).export({ type: 'spki', format: 'der' }), authority, hosts))),
  );
  const signed = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, signer)));
  return `-----BEGIN CERTIFICATE-----\n${(signed.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
};

const named = (commonName: string): Buffer => sequence(set(sequence(identifier('2.5.4.3'), utf8(commonName))));

const keyIdOf = (spki: Buffer): Buffer => createHash('sha1').update(spki).digest();

const extension = (id: string, critical: boolean, value: Buffer): Buffer => sequence(identifier(id), ...(critical ? [flag(true)] : []), octets(value));

const extensions = (spki: Buffer, signerSpki: Buffer, authority: boolean, hosts: readonly string[]): Buffer[] => [
  extension('2.5.29.19', true, authority ? sequence(flag(true)) : sequence()),
  // keyCertSign for an authority, digitalSignature for a node.
  extension('2.5.29.15', true, authority ? bits(Buffer.from([0x04]), 2) : bits(Buffer.from([0x80]), 7)),
  extension('2.5.29.14', false, octets(keyIdOf(spki))),
  extension('2.5.29.35', false, sequence(der(0x80, keyIdOf(signerSpki)))),
  ...(authority ? [] : [extension('2.5.29.37', false, sequence(identifier('1.3.6.1.5.5.7.3.1'), identifier('1.3.6.1.5.5.7.3.2'))), extension('2.5.29.17', false, sequence(...hosts.map(host)))]),
];

const host = (name: string): Buffer => (isIP(name) === 0 ? der(0x82, Buffer.from(name)) : der(0x87, addressBytes(name)));

const addressBytes = (address: string): Buffer => {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [before = '', after] = address.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const middle = after === undefined ? [] : Array.from({ length: 8 - groups(before).length - groups(after).length }, () => '0');
  return Buffer.from([...groups(before), ...middle, ...groups(after ?? '')].map((group) => group.padStart(4, '0')).join(''), 'hex');
};
