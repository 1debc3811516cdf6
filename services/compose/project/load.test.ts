import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Rejection } from '#kernel/rejection.ts';
import { loadText, problemsOf } from '../testing/load-text.ts';

const app = 'services: {web: {image: app}}\n';

describe('load', () => {
  it('reads the counter example', () => {
    const text = readFileSync(new URL('../../../deploy/examples/counter/compose.yaml', import.meta.url), 'utf8');
    const { model, warnings } = loadText(text, { project: '' });
    assert.deepEqual(warnings, []);
    assert.equal(model.name, 'counter');
    assert.deepEqual(model.networks, { app: { name: 'counter_app', external: false, driver: 'bridge', internal: false, attachable: false, labels: {}, options: {}, subnet: '', gateway: '' } });
    assert.deepEqual(model.volumes, { data: { name: 'counter_data', external: false, driver: 'local', labels: {}, options: {} } });
    const { web, store } = model.services;
    assert.equal(web?.image, 'counter-web');
    assert.equal(web?.build?.context, '/srv/shop');
    assert.deepEqual(web?.ports, [{ protocol: 'tcp', containerPort: 8080, hostPort: 8080, hostAddress: '', mode: 'ingress' }]);
    assert.deepEqual(web?.networks, [{ network: 'app', aliases: [], address: '', mac: '' }]);
    assert.deepEqual(web?.dependsOn, [{ service: 'store', condition: 'service_healthy', required: true, restart: false }]);
    assert.deepEqual(store?.healthcheck, { test: ['CMD', 'redis-cli', 'ping'], intervalMs: 1000, timeoutMs: 3000, startPeriodMs: 0, startIntervalMs: 0, retries: 10 });
    assert.equal(store?.restart.condition, 'unless-stopped');
    assert.equal(store?.mounts[0]?.source, 'data');
  });

  it('names the project as asked, else by the last file that says so, else by the folder', () => {
    const name = (text: string | string[], project: string, projectDir = '/srv/_My Shop.v2_') => loadText(text, { project, projectDir }).model.name;
    assert.equal(name(`name: filed\n${app}`, 'asked'), 'asked');
    assert.equal(name([`name: one\n${app}`, 'name: two\n'], ''), 'two');
    assert.equal(name(app, ''), 'myshopv2_');
    assert.equal(loadText(`name: \${WHO}-x\n${app}`, { project: '', environment: { WHO: 'me' } }).model.name, 'me-x');
    assert.deepEqual(problemsOf(app, { project: 'My Shop' }), ['project: "My Shop" is no name for a project: use lower-case letters, digits, - and _, beginning with a letter or digit']);
    assert.match(problemsOf(`name: Shop\n${app}`, { project: '' }).join(), /^c\.yaml:1:7: name: "Shop" is no name for a project/);
    assert.match(problemsOf(app, { project: '', projectDir: '/' }).join(), /no name can be made from the folder \//);
  });

  it('lets files refer to the name of the project', () => {
    assert.equal(loadText('services: {web: {image: "${COMPOSE_PROJECT_NAME}/web"}}').model.services.web?.image, 'shop/web');
  });

  it('puts variables of the shell and of .env in, the shell first, and tells once which are not set', () => {
    const { model, warnings } = loadText('services: {web: {image: "$A-$B-${NONE}", user: "$NONE", labels: {l: "$$A"}}}', { environment: { A: 'shell' }, envFiles: [{ path: '/srv/shop/.env', text: 'A=file\nB=$A-file\n' }] });
    assert.deepEqual([model.services.web?.image, model.services.web?.labels], ['shell-shell-file-', { l: '$A' }]);
    assert.deepEqual(warnings, ['variable NONE is not set: an empty text is used']);
  });

  it('gives services without networks the default one, which is there only when it is used', () => {
    assert.equal(loadText(app).model.networks.default?.name, 'shop_default');
    assert.deepEqual(loadText('services: {web: {image: app, networks: [n]}}\nnetworks: {n: }').model.networks.default, undefined);
    assert.equal(loadText(`${app}networks: {default: {name: mine}}`).model.networks.default?.name, 'mine');
  });

  it('reads networks and volumes with their names, and those that are there already', () => {
    const { networks, volumes } = loadText(`${app}
networks:
  a: {internal: true, attachable: true, labels: [x=1], driver_opts: {o: 1}, ipam: {config: [{subnet: 10.9.0.0/16, gateway: 10.9.0.1}]}}
  b: {external: true}
  c: {external: true, name: theirs}
volumes:
  d: {name: named, labels: {y: 2}}
  e: {external: {name: old}}
  f:
`).model;
    assert.deepEqual(networks.a, { name: 'shop_a', external: false, driver: 'bridge', internal: true, attachable: true, labels: { x: '1' }, options: { o: '1' }, subnet: '10.9.0.0/16', gateway: '10.9.0.1' });
    assert.deepEqual([networks.b?.name, networks.b?.external, networks.c?.name], ['b', true, 'theirs']);
    assert.deepEqual([volumes.d?.name, volumes.d?.labels, volumes.e?.name, volumes.e?.external, volumes.f?.name], ['named', { y: '2' }, 'old', true, 'shop_f']);
  });

  it('refuses networks and volumes that are not possible', () => {
    const refused = (text: string): string => problemsOf(`${app}${text}`).join('\n');
    assert.match(refused('networks: {a: {ipam: {config: [{subnet: 10.9.0.0}]}}}'), /"10\.9\.0\.0" is no block of IPv4 addresses/);
    assert.match(refused('networks: {a: {ipam: {config: [{subnet: 10.9.0.0/16}, {subnet: 10.8.0.0/16}]}}}'), /a second block of addresses is not possible yet/);
    assert.match(refused('networks: {a: {driver: macvlan}}'), /driver macvlan is not possible: use bridge/);
    assert.match(refused('networks: {a: {external: true, internal: true}}'), /it is external, so internal says nothing here/);
    assert.match(refused('networks: {a: {enable_ipv6: true}}'), /networks have no IPv6 yet/);
    assert.equal(refused('networks: {a: {enable_ipv6: false}}'), '');
    assert.match(refused('volumes: {a: {driver: nfs}}'), /driver nfs is not possible: use local/);
    assert.match(refused('volumes: {"a b": }'), /"a b" is no name for a volume/);
    assert.match(refused('networks: [a]'), /networks: is a list, and has to be a mapping/);
    assert.equal(refused('volums: {}'), 'c.yaml:2:1: volums: unknown key; did you mean "volumes"?');
    for (const key of ['configs', 'include', 'models']) assert.match(refused(`${key}: {}`), new RegExp(`^c\\.yaml:2:1: ${key}: this key is not supported yet: `));
  });

  it('leaves out services without an active profile, and tells who depends on them', () => {
    const text = 'services: {web: {image: app}, dev: {image: app, profiles: [debug, test]}}';
    const names = (profiles: string[]) => Object.keys(loadText(text, { profiles }).model.services);
    assert.deepEqual([names([]), names(['test']), names(['*']), names(['other'])], [['web'], ['web', 'dev'], ['web', 'dev'], ['web']]);
    assert.deepEqual(Object.keys(loadText(text, { environment: { COMPOSE_PROFILES: 'other, debug' } }).model.services), ['web', 'dev']);
    const needing = (more: string) => `services: {web: {image: app, depends_on: {dev: {${more}}}}, dev: {image: app, profiles: [debug]}}`;
    assert.match(problemsOf(needing('condition: service_started')).join(), /depends_on\.dev: depends on dev, which is in no active profile: choose its profile with --profile, or say "required: false"/);
    assert.deepEqual(loadText(needing('required: false')).model.services.web?.dependsOn, []);
    assert.deepEqual(problemsOf('name: x\n'), ['c.yaml:1:1: services: no services: write at least one below "services:"']);
    assert.match(problemsOf('services: {dev: {image: app, profiles: [debug]}}').join(), /no service is in an active profile: choose one with --profile/);
  });

  it('reads dependencies with their conditions, and refuses unknown ones and circles', () => {
    const services = (web: string) => `services:\n  web: {image: app, depends_on: ${web}}\n  db: {image: app}\n`;
    assert.deepEqual(loadText(services('[db, db]')).model.services.web?.dependsOn, [{ service: 'db', condition: 'service_started', required: true, restart: false }]);
    assert.deepEqual(loadText(services('{db: {condition: service_completed_successfully, restart: true}}')).model.services.web?.dependsOn, [{ service: 'db', condition: 'service_completed_successfully', required: true, restart: true }]);
    assert.match(problemsOf(services('[bd]')).join(), /^c\.yaml:2:34: services\.web\.depends_on\.bd: depends on bd, and there is no such service; did you mean "db"\?/);
    assert.match(problemsOf(services('[constructor]')).join(), /depends on constructor, and there is no such service/);
    assert.match(problemsOf(services('{db: {condition: healthy}}')).join(), /"healthy" is no condition/);
    assert.match(problemsOf(services('[web]')).join(), /depends on itself: remove that/);
    assert.deepEqual(problemsOf('services:\n  x: {image: app, depends_on: [a]}\n  a: {image: app, depends_on: [b]}\n  b: {image: app, depends_on: [c]}\n  c: {image: app, depends_on: [a]}\n'), [
      'c.yaml:3:19: services.a.depends_on: services depend on each other in a circle: a → b → c → a; remove one of these',
    ]);
  });

  it('tells everything that is wrong at once, in the order of reading, each with its place', () => {
    assert.deepEqual(problemsOf('services:\n  web:\n    image: ${TAG:?say which}\n    portz: 1\n    ports: ["${PORT?}:80", "0:x"]\n  "b d": {}\nvolumes: 5\n'), [
      'c.yaml:3:12: services.web.image: variable TAG is required: say which; set it in the shell or in .env',
      'c.yaml:4:5: services.web.portz: unknown key; did you mean "ports"?',
      'c.yaml:5:13: services.web.ports[0]: variable PORT is required; set it in the shell or in .env',
      'c.yaml:5:28: services.web.ports[1]: "0:x" is no port: write "HOST:CONTAINER" such as "8080:80", in quotes',
      'c.yaml:6:10: services.b d: "b d" is no name for a service: use letters, digits, . _ and -',
      'c.yaml:6:10: services.b d: has no image: say which in "image"',
      'c.yaml:7:10: volumes: is "5", and has to be a mapping',
    ]);
  });

  it('tells what is no YAML in all files', () => {
    assert.deepEqual(problemsOf(['a: 1\na: 2\n', '', '5']), ['c.yaml:2:1: this key is there twice: keep one', 'c2.yaml:1:1: the file is empty: write at least one service', 'c3.yaml:1:1: the file is no mapping: begin with "services:"']);
    assert.deepEqual(problemsOf([]), ['no compose file: name one with -f']);
    assert.deepEqual(problemsOf('services: {}'), ['c.yaml:1:11: services: no services: write at least one below "services:"']);
  });

  it('warns of a version, and leaves keys alone that begin with x-', () => {
    const { warnings } = loadText(`version: "3.8"\nx-any: {a: [1]}\n${app}`);
    assert.deepEqual(warnings, ['version has no effect: the file is read by the present specification']);
  });

  it('takes names for names that mean something to JavaScript', () => {
    const { services } = loadText('services: {constructor: {image: a, environment: {__proto__: x}}, __proto__: {image: b, depends_on: [constructor]}}').model;
    assert.deepEqual(Object.keys(services), ['constructor', '__proto__']);
    assert.deepEqual(Object.entries(Object.entries(services)[0]?.[1].environment ?? {}), [['__proto__', 'x']]);
  });

  it('gives a model that survives JSON', () => {
    const { model } = loadText(`${app}volumes: {data: }\n`);
    assert.deepEqual(JSON.parse(JSON.stringify(model)), model);
  });

  it('has a model or a refusal with a place for any text', () => {
    const line = fc.constantFrom('services:', '  web:', '    image: app', '    ports:', '      - 80', '      - "a"', '    command: "x', '    <<: *a', '    environment: &a', '      A: $B', '  - x', '    deploy: []', '      ? [x]', '    networks: {n: 5}', 'volumes: [x]', '\t', '    depends_on: [web]');
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      try {
        loadText(lines.join('\n'));
      } catch (error) {
        assert.ok(error instanceof Rejection, String(error));
        for (const one of error.message.split('\n')) assert.match(one, /^c\.yaml:\d+:\d+: ./);
      }
    }), { numRuns: 200 });
  });
});
