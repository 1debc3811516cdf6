import assert from 'node:assert/strict';
import { loadText, problemsOf } from '../testing/load-text.ts';
import type { Build, Service } from './model.ts';

const web = (build: string, more = '', environment: Record<string, string> = {}): Service => {
  const service = loadText(`services:\n  web:\n    build: ${build}\n${more}`, { environment }).model.services.web;
  assert.ok(service);
  return service;
};
const buildOf = (text: string, more = '', environment: Record<string, string> = {}): Build => {
  const { build } = web(text, more, environment);
  assert.ok(build);
  return build;
};
const refused = (build: string, more = ''): string => problemsOf(`services:\n  web:\n    build: ${build}\n${more}`).join('\n');

describe('build of a service', () => {
  it('is a path from where the file is, or says more', () => {
    assert.deepEqual(buildOf('./app'), {
      context: '/srv/shop/app', dockerfile: '', arguments: {}, target: '', tags: [], labels: {}, platforms: [], network: '', secrets: [], ssh: [], contexts: {}, cacheFrom: [], cacheTo: [], noCache: false, noCacheFilter: [], pull: false, extraHosts: [],
      shmSizeBytes: 0, ulimits: [], entitlements: [],
    });
    assert.equal(buildOf('{dockerfile: web.Dockerfile}').context, '/srv/shop');
    assert.equal(buildOf('https://example.com/repo.git#main').context, 'https://example.com/repo.git#main');
    const all = buildOf('{context: .., target: run, tags: [a:1], labels: {x: 1}, network: none, platforms: [linux/amd64], no_cache: true, pull: true, shm_size: 64m, ulimits: {nofile: 10}, extra_hosts: ["h:1.2.3.4"], cache_from: [c], privileged: true, ssh: [default, k=/key]}');
    assert.deepEqual([all.context, all.target, all.tags, all.labels, all.network, all.platforms, all.noCache, all.pull, all.shmSizeBytes, all.ulimits, all.extraHosts, all.cacheFrom, all.entitlements, all.ssh],
      ['/srv', 'run', ['a:1'], { x: '1' }, 'none', ['linux/amd64'], true, true, 2 ** 26, [{ name: 'nofile', soft: 10, hard: 10 }], ['h:1.2.3.4'], ['c'], ['security.insecure'], ['default', 'k=/key']]);
  });
  it('names the image by project and service where nothing else does', () => {
    assert.equal(web('.').image, 'shop-web');
    assert.equal(web('.', '    image: mine:1\n').image, 'mine:1');
    assert.match(problemsOf('services: {web: {command: x}}').join(), /has no image/);
  });
  it('takes arguments with their values, those of the environment, and leaves out the others', () => assert.deepEqual(buildOf('{args: [A=1, FROM_SHELL, NONE]}', '', { FROM_SHELL: 'shell' }).arguments, { A: '1', FROM_SHELL: 'shell' }));
  it('takes secrets from files and variables', () => {
    const secrets = 'secrets:\n  token: {file: ./token}\n  key: {environment: KEY}\n';
    assert.deepEqual(buildOf('{secrets: [token, {source: key, target: named}]}', secrets).secrets, [{ id: 'token', file: '/srv/shop/token', environment: '' }, { id: 'named', file: '', environment: 'KEY' }]);
    assert.match(refused('{secrets: [nothing]}', secrets), /no secret nothing is defined/);
    assert.match(refused('.', 'secrets: {a: {}}\n'), /comes from one place/);
  });
  it('takes further contexts: folders, images, and other services', () => {
    assert.deepEqual(buildOf('{additional_contexts: {base: ./base, image: "docker-image://alpine", other: "service:web2"}}', '  web2: {build: .}\n').contexts, { base: '/srv/shop/base', image: 'docker-image://alpine', other: 'service:web2' });
    assert.match(refused('{additional_contexts: ["x=service:nobody"]}'), /there is no such service/);
  });
  it('is merged by its keys, a path being the context', () => {
    const { web: merged } = loadText(['services: {web: {build: ./app}}', 'services: {web: {build: {args: {A: 1}}}}', 'services: {web: {build: {args: [B=2]}}}']).model.services;
    assert.deepEqual([merged?.build?.context, merged?.build?.arguments], ['/srv/shop/app', { A: '1', B: '2' }]);
  });
  it('refuses what nobody knows, and two Dockerfiles at once', () => {
    assert.match(refused('{contxt: .}'), /unknown key; did you mean "context"\?/);
    assert.match(refused('{dockerfile: a, dockerfile_inline: FROM scratch}'), /remove one of them/);
    assert.match(refused('{entitlements: [all]}'), /"all" is nothing that can be allowed/);
  });
});
