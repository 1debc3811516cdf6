import assert from 'node:assert/strict';
import { loadText, problemsOf } from '../testing/load-text.ts';
import type { Service } from './model.ts';

/** The service `web` of a first file with these keys, over which come those of a second. */
const merged = (before: string, after: string): Service => {
  const { web } = loadText([file(`image: app\n${before}`), file(after)]).model.services;
  assert.ok(web);
  return web;
};
const file = (keys: string): string => `services:\n  web:\n${keys.replaceAll(/^(?=.)/gm, '    ')}\n`;

describe('a later file over an earlier one', () => {
  it('replaces values and adds services', () => {
    const { services } = loadText(['services: {web: {image: a, user: x}}', 'services: {web: {image: b}, db: {image: c}}']).model;
    assert.deepEqual(Object.entries(services).map(([name, { image, user }]) => [name, image, user]), [['web', 'b', 'x'], ['db', 'c', '']]);
  });
  it('adds to lists, and takes the same item once', () => {
    assert.deepEqual(merged('cap_add: [A, B]\ndns: 1.1.1.1', 'cap_add: [B, C]\ndns: [2.2.2.2]').capAdd, ['A', 'B', 'C']);
    assert.deepEqual(merged('dns: 1.1.1.1', 'dns: [2.2.2.2]').dns, ['1.1.1.1', '2.2.2.2']);
  });
  it('merges environment and labels in both forms', () => {
    assert.deepEqual(merged('environment: [A=1, B=1]', 'environment: {B: 2, C: 3}').environment, { A: '1', B: '2', C: '3' });
    assert.deepEqual(merged('labels: {a: x}', 'labels: [a=y, b]').labels, { a: 'y', b: '' });
  });
  it('replaces command, entrypoint and the test of a health check as a whole', () => {
    const web = merged('command: [a, b]\nentrypoint: [e]\nhealthcheck: {test: [CMD, a], interval: 5s}', 'command: c d\nentrypoint: [f]\nhealthcheck: {test: [CMD, b]}');
    assert.deepEqual([web.command, web.entrypoint, web.healthcheck?.test, web.healthcheck?.intervalMs], [['c', 'd'], ['f'], ['CMD', 'b'], 5000]);
  });
  it('replaces mounts and devices with the same target, and keeps ports that differ', () => {
    const web = merged('volumes: [./a:/x, ./b:/y]\ndevices: ["/dev/a:/dev/x"]\nports: ["80:80"]', 'volumes: [{type: bind, source: ./c, target: /x}]\ndevices: ["/dev/b:/dev/x"]\nports: ["80:80", "81:80"]');
    assert.deepEqual(web.mounts.map(({ source, target }) => `${source}:${target}`), ['/srv/shop/b:/y', '/srv/shop/c:/x']);
    assert.deepEqual(web.devices.map(({ hostPath }) => hostPath), ['/dev/b']);
    assert.deepEqual(web.ports.map(({ hostPort }) => hostPort), [80, 81]);
  });
  it('merges lists of networks and dependencies with mappings of them', () => {
    const { web } = loadText(['services: {web: {image: a, depends_on: [db], networks: [n]}, db: {image: c}}\nnetworks: {n: , m: }', 'services: {web: {depends_on: {db: {condition: service_healthy}}, networks: {m: {aliases: [w]}}}}']).model.services;
    assert.deepEqual(web?.dependsOn.map(({ condition }) => condition), ['service_healthy']);
    assert.deepEqual(web?.networks.map(({ network, aliases }) => [network, ...aliases]), [['n'], ['m', 'w']]);
  });
  it('merges options of the same logging driver only', () => {
    assert.deepEqual(merged('logging: {driver: local, options: {max-size: 1m, max-file: 2}}', 'logging: {options: {max-size: 2m}}').logging, { driver: 'local', sizeMaxBytes: 2 ** 21, filesMax: 2 });
    assert.deepEqual(merged('logging: {driver: local, options: {max-size: 1m}}', 'logging: {driver: json-file}').logging, { driver: 'json-file', sizeMaxBytes: 0, filesMax: 0 });
  });
  it('takes away what !reset names and replaces what !override names', () => {
    const web = merged('ports: ["80:80"]\ncap_add: [A]\nuser: x', 'ports: !reset null\ncap_add: !override [B]\nuser: !reset ""');
    assert.deepEqual([web.ports, web.capAdd, web.user], [[], ['B'], '']);
    assert.equal(loadText('services: {web: {image: a, user: !reset x}}').model.services.web?.user, '');
  });
  it('names the file in which a mistake is', () => {
    assert.deepEqual(problemsOf([file('image: app\nports: ["x"]'), file('prots: []')]), [
      'c.yaml:4:13: services.web.ports[0]: "x" is no port: write "HOST:CONTAINER" such as "8080:80", in quotes',
      'c2.yaml:3:5: services.web.prots: unknown key; did you mean "ports"?',
    ]);
  });
});
