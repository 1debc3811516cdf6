import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileWith, problemsOf, serviceWith } from '../testing/load-text.ts';

/** `host address|host port>container port/protocol mode` */
const ports = (list: string): string[] =>
  serviceWith(`ports: ${list}`).ports.map(({ hostAddress, hostPort, containerPort, protocol, mode }) => `${hostAddress}|${hostPort}>${containerPort}/${protocol} ${mode}`);

const refused = (list: string): string => problemsOf(fileWith(`ports: ${list}`)).join('\n');

describe('ports', () => {
  it('read every short form', () => {
    assert.deepEqual(ports('["80", 81, "8080:80", "53:53/udp", "127.0.0.1:90:90", "127.0.0.1::91", "0.0.0.0:92:92", "[::1]:93:93", "::1:94:94", "0:95"]'), [
      '|0>80/tcp ingress', '|0>81/tcp ingress', '|8080>80/tcp ingress', '|53>53/udp ingress', '127.0.0.1|90>90/tcp ingress', '127.0.0.1|0>91/tcp ingress', '|92>92/tcp ingress', '::1|93>93/tcp ingress', '::1|94>94/tcp ingress', '|0>95/tcp ingress',
    ]);
  });
  it('unfold ranges', () => {
    assert.deepEqual(ports('["3000-3002", "9000-9001:8000-8001/udp"]'), ['|0>3000/tcp ingress', '|0>3001/tcp ingress', '|0>3002/tcp ingress', '|9000>8000/udp ingress', '|9001>8001/udp ingress']);
  });
  it('read the long form', () => {
    assert.deepEqual(ports('[{target: 80, published: "8080", host_ip: 127.0.0.1, protocol: udp, mode: host, name: web, app_protocol: http}, {target: 81}]'), ['127.0.0.1|8080>80/udp host', '|0>81/tcp ingress']);
  });
  it('refuse numbers that are no ports', () => {
    for (const list of ['["65536:80"]', '["80:65536"]', '["80:0"]', '[{target: 70000}]', '["0-5:0-5"]']) assert.match(refused(list), /^c\.yaml:4:\d+: services\.web\.ports\[0\]: port [\d-]+ is out of range: ports go from 1 to 65535$/, list);
  });
  it('refuse what is no port at all, with a remedy', () => {
    for (const list of ['["a"]', '["80:80:80:80"]', '["8080:8080:80"]', '["300.1.1.1:80:80"]', '["80:80/sctp"]', '["80:80/http"]', '["81-80:81-80"]', '["80-82:80-81"]', '["80-82:80"]', '[{published: 80}]', '[{target: 80, published: abc}]', '[{target: 80, mode: global}]', '[{target: 80, publish: 80}]', '[1-9999]'])
      assert.match(refused(list), /^c\.yaml:4:\d+: services\.web\.ports\[0\].*[:?;]/, list);
    assert.match(refused('80'), /services\.web\.ports: is "80", and has to be a list/);
  });
  it('are published once by a service', () => {
    assert.match(refused('["80:80", "80:81"]'), /host port 80\/tcp is published twice: choose another/);
    assert.match(refused('["127.0.0.1:80:80", "80:81"]'), /published twice/);
    assert.match(refused('["80:80", "127.0.0.1:80:81"]'), /published twice/);
    assert.equal(ports('["80:80", "80:80/udp", "127.0.0.1:90:90", "127.0.0.2:90:90", "1", "1"]').length, 6);
  });
  it('are published once by all services, except on the nodes of the containers', () => {
    const two = (one: string, other: string) => problemsOf(`services:\n  a: {image: x, ports: [${one}]}\n  b: {image: x, ports: [${other}]}\n`);
    assert.deepEqual(two('"80:80"', '"80:81"'), ['c.yaml:3:17: services.b.ports: host port 80/tcp is published by service a already: choose another']);
    assert.deepEqual(two('{target: 80, published: 80, mode: host}', '{target: 80, published: 80, mode: host}'), []);
  });
  it('read back any mapping', () => {
    const port = fc.integer({ min: 1, max: 65_535 });
    fc.assert(fc.property(fc.ipV4(), port, port, fc.constantFrom('tcp', 'udp'), (address, host, container, protocol) => {
      assert.deepEqual(ports(`["${address}:${host}:${container}/${protocol}"]`), [`${address === '0.0.0.0' ? '' : address}|${host}>${container}/${protocol} ingress`]);
    }), { numRuns: 30 });
  });
  it('that are only exposed have their protocol, and ranges are written out', () => {
    assert.deepEqual(serviceWith('expose: [80, "53/udp", "90-91"]').expose, ['80/tcp', '53/udp', '90/tcp', '91/tcp']);
    assert.match(problemsOf(fileWith('expose: ["x"]')).join(), /expose\[0\]: "x" is no port/);
  });
});
