import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anonymous, onlyFor, type Credentials } from '../../services/node-agent/effects/registry/credentials.ts';
import { dockerConfigCredentials } from '../../services/node-agent/effects/registry/docker-config.ts';
import { parseTarget } from '../../services/node-agent/effects/registry/target.ts';
import { bodyOf } from '../../services/node-agent/effects/registry/transport.ts';
import { openAuthority } from '../../tools/daemon/pki/authority.ts';
import { failing, putImage, testClient, wholeOf, type TestClient } from './registry-client.ts';
import { openRegistry, refuse, sha256, type Fault, type TestRegistry } from './registry-server.ts';

const secret: Credentials = { kind: 'password', username: 'me', password: 'top:secret' };
const basic = `Basic ${Buffer.from('me:top:secret').toString('base64')}`;

describe('logging in at a registry', () => {
  let registry: TestRegistry;
  let elsewhere: TestRegistry;
  const opened: TestClient[] = [];
  beforeEach(async () => {
    [registry, elsewhere] = await Promise.all([openRegistry(), openRegistry()]);
  });
  afterEach(async () => {
    for (const { transport } of opened.splice(0)) transport.close();
    await Promise.all([registry.close(), elsewhere.close()]);
  });
  const client = (setting: Parameters<typeof testClient>[0] = {}): TestClient => {
    const made = testClient(setting);
    opened.push(made);
    return made;
  };
  const asMe = (): TestClient => client({ credentialsFor: onlyFor(registry.host, secret) });
  const name = (rest: string): string => `${registry.host}/${rest}`;

  /** Answers 401 with this challenge to whoever does not send `accepted`. */
  const guarded = (challenge: string, accepted: () => string): void => {
    registry.fail('GET', /manifests/, (request, response) => (request.headers.authorization === accepted() ? given(response) : refuse(response, 401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': challenge })), 99);
  };
  const given = (response: http.ServerResponse): void => {
    const { body, mediaType } = registry.manifests.get('a@1') ?? { body: '', mediaType: '' };
    response.writeHead(200, { 'content-type': mediaType }).end(body);
  };
  /** Makes tokens t1, t2, … */
  const tokens = (on: TestRegistry, answer = (count: number): object => ({ token: `t${count}`, expires_in: 300 })): void => {
    let count = 0;
    on.fail('GET', /^\/token$/, (_request, response) => void response.end(JSON.stringify(answer(++count))), 99);
    on.fail('POST', /^\/token$/, (_request, response) => void response.end(JSON.stringify(answer(++count))), 99);
  };
  const asked = (on: TestRegistry, path: RegExp) => on.heard.filter((one) => path.test(one.path));

  beforeEach(() => putImage(registry, 'a', '1', []));

  it('sends no login to a registry that wants none', async () => {
    await asMe().resolve(name('a:1'));
    assert.ok(registry.heard.every(({ authorization }) => authorization === ''));
  });

  it('by password, once it is asked for', async () => {
    guarded('Basic realm="x"', () => basic);
    await asMe().resolve(name('a:1'));
    assert.deepEqual(asked(registry, /manifests/).map(({ authorization }) => authorization), ['', basic]);
  });

  it('fails with the right words when the password is wrong', async () => {
    guarded('Basic realm="x"', () => 'something else');
    await assert.rejects(asMe().resolve(name('a:1')), failing('denied', /needs a login: check the name, or log in by "docker login/));
    assert.equal(asked(registry, /manifests/).length, 2);
  });

  it('by a token, which serves all requests until it is too old', async () => {
    tokens(registry);
    const bytes = Buffer.from('layer');
    registry.addBlob(bytes);
    guarded(`Bearer realm="http://${registry.host}/token",service="the registry",scope="repository:a:pull"`, () => 'Bearer t1');
    const on = asMe();
    const source = on.source(parseTarget(name('a:1')));
    await source.manifest('1');
    await wholeOf(source.blob({ mediaType: '', digest: sha256(bytes), sizeBytes: bytes.length }));
    const made = asked(registry, /^\/token/);
    assert.deepEqual(made.map(({ path, authorization }) => [path, authorization]), [['/token?service=the+registry&scope=repository%3Aa%3Apull&account=me', basic]]);
    assert.equal(registry.heard.at(-1)?.authorization, 'Bearer t1');
  });

  it('by a token for everybody where there is no login', async () => {
    tokens(registry);
    guarded(`Bearer realm="http://${registry.host}/token"`, () => 'Bearer t1');
    await client({ credentialsFor: anonymous }).resolve(name('a:1'));
    assert.deepEqual(asked(registry, /^\/token/).map(({ authorization }) => authorization), ['']);
  });

  it('makes another token when the first does not do', async () => {
    tokens(registry);
    guarded(`Bearer realm="http://${registry.host}/token"`, () => 'Bearer t2');
    const on = asMe();
    const source = on.source(parseTarget(name('a:1')));
    await assert.rejects(source.manifest('1'), failing('denied', /needs a login/));
    await source.manifest('1');
  });

  it('by an identity token, which makes tokens without a password', async () => {
    tokens(registry);
    guarded(`Bearer realm="http://${registry.host}/token",service=s`, () => 'Bearer t1');
    await client({ credentialsFor: onlyFor(registry.host, { kind: 'identity', token: 'refresh' }) }).resolve(name('a:1'));
    assert.deepEqual(asked(registry, /^\/token/).map(({ method, authorization }) => [method, authorization]), [['POST', '']]);
  });

  it('by a registry token, which is sent as it is', async () => {
    guarded('Bearer realm="http://127.0.0.1:1/token"', () => 'Bearer as-it-is');
    await client({ credentialsFor: onlyFor(registry.host, { kind: 'registry', token: 'as-it-is' }) }).resolve(name('a:1'));
  });

  it('tells when tokens are refused, or none comes', async () => {
    guarded(`Bearer realm="http://${registry.host}/token"`, () => 'never');
    registry.fail('GET', /^\/token$/, (_request, response) => refuse(response, 401, 'DENIED', 'no'));
    await assert.rejects(asMe().resolve(name('a:1')), failing('denied', /where its tokens are made, refused the login: log in again by "docker login"/));
    for (const body of ['', '{}', '{"token":5}', '{"token":"a\\r\\nb"}', '<html>']) {
      registry.fail('GET', /^\/token$/, (_request, response) => void response.end(body));
      await assert.rejects(asMe().resolve(name('a:1')), failing('broken', /gave none/), body);
    }
  });

  describe('keeps a login from whom it is not for', () => {
    const nothingTold = (on: TestRegistry): void => assert.deepEqual(on.heard.map(({ authorization }) => authorization).filter((one) => one !== ''), []);
    const redirectBlob = (to: string): Fault => (_request, response) => void response.writeHead(307, { location: to }).end();

    it('where the registry redirects to', async () => {
      const bytes = Buffer.from('layer');
      elsewhere.addBlob(bytes);
      guarded('Basic realm="x"', () => basic);
      const source = asMe().source(parseTarget(name('a:1')));
      await source.manifest('1');
      registry.fail('GET', /blobs/, redirectBlob(`http://user:name@${elsewhere.host}/v2/x/blobs/${sha256(bytes)}`));
      await wholeOf(source.blob({ mediaType: '', digest: sha256(bytes), sizeBytes: bytes.length }));
      assert.equal(elsewhere.heard.length, 1);
      nothingTold(elsewhere);
    });

    it('where it redirects to, when that asks for a login', async () => {
      tokens(elsewhere);
      const bytes = Buffer.from('layer');
      for (const challenge of ['Basic realm="x"', `Bearer realm="http://${elsewhere.host}/token"`]) {
        registry.fail('GET', /blobs/, redirectBlob(`http://${elsewhere.host}/v2/x/blobs/1`));
        elsewhere.fail('GET', /blobs/, (_request, response) => refuse(response, 401, 'UNAUTHORIZED', 'give it to me', { 'www-authenticate': challenge }));
        await assert.rejects(wholeOf(asMe().source(parseTarget(name('a:1'))).blob({ mediaType: '', digest: sha256(bytes), sizeBytes: 5 })), failing('denied', /./));
      }
      nothingTold(elsewhere);
      assert.deepEqual(asked(elsewhere, /token/), []);
    });

    it('a mirror, which has its own', async () => {
      const on = client({ credentialsFor: onlyFor(registry.host, secret), hosts: { mirrors: { [registry.host]: [`http://${elsewhere.host}`] }, insecure: [] } });
      for (const method of ['HEAD', 'GET']) elsewhere.fail(method, /manifests/, (_request, response) => refuse(response, 401, 'UNAUTHORIZED', 'give it to me', { 'www-authenticate': 'Basic realm="x"' }), 9);
      guarded('Basic realm="x"', () => basic);
      await on.resolve(name('a:1'));
      nothingTold(elsewhere);
    });

    it('a place for uploads elsewhere', async () => {
      registry.fail('POST', /uploads/, (_request, response) => void response.writeHead(202, { location: `http://${elsewhere.host}/v2/a/blobs/uploads/1` }).end());
      const bytes = Buffer.from('layer');
      const destination = asMe().client.destination(parseTarget(name('a:1')), { credentialsFor: onlyFor(registry.host, secret) });
      await destination.blob({ digest: sha256(bytes), ...bodyOf(bytes) }, []);
      assert.ok(elsewhere.blobs.has(sha256(bytes)));
      nothingTold(elsewhere);
    });

    for (const [what, realm] of [['no address', 'nowhere'], ['another protocol', 'file:///token'], ['a login in it', 'http://me:x@127.0.0.1/token']] as const)
      it(`a realm that is ${what}`, async () => {
        guarded(`Bearer realm="${realm}"`, () => 'never');
        await assert.rejects(asMe().resolve(name('a:1')), failing('refused', /tokens are made at .*which is no address/));
      });

    it('a realm without TLS, when the registry has it', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lading-registry-'));
      const { files: _, ...own } = openAuthority(folder, Date.now).own('registry', ['127.0.0.1']);
      const secure = await openRegistry(own);
      secure.fail('GET', /manifests/, (_request, response) => refuse(response, 401, 'UNAUTHORIZED', 'x', { 'www-authenticate': `Bearer realm="http://${elsewhere.host}/token"` }), 9);
      await assert.rejects(client({ credentialsFor: onlyFor(secure.host, secret) }).resolve(`${secure.host}/a:1`), failing('refused', /without TLS, where a login would be read on the way/));
      nothingTold(elsewhere);
      await secure.close();
      rmSync(folder, { recursive: true });
    });
  });
});

describe('logins that Docker keeps', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lading-docker-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const kept = (config: unknown) => {
    writeFileSync(join(folder, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
    return dockerConfigCredentials(join(folder, 'config.json'), { PATH: `${folder}:/usr/bin:/bin` });
  };
  const auth = Buffer.from('me:a:b').toString('base64');
  const mine: Credentials = { kind: 'password', username: 'me', password: 'a:b' };

  it('are none where there is no file', async () => assert.equal(await dockerConfigCredentials(join(folder, 'none.json'), {})('ghcr.io'), undefined));
  it('are found by host, however it is written, and for no other host', async () => {
    const credentials = kept({ auths: { 'https://ghcr.io/v2/': { auth }, 'reg.lan:5000': { auth }, 'https://index.docker.io/v1/': { auth } } });
    for (const host of ['ghcr.io', 'reg.lan:5000', 'docker.io']) assert.deepEqual(await credentials(host), mine, host);
    for (const host of ['hcr.io', 'reg.lan', 'reg.lan:500', 'index.docker.io.evil', '']) assert.equal(await credentials(host), undefined, host);
  });
  it('may be tokens', async () => {
    const credentials = kept({ auths: { a: { identitytoken: 'i', auth }, b: { registrytoken: 'r' } } });
    assert.deepEqual([await credentials('a'), await credentials('b')], [{ kind: 'identity', token: 'i' }, { kind: 'registry', token: 'r' }]);
  });
  it('come from a helper program, one for all or one for a host', async () => {
    const helper = (file: string, text: string): void => {
      writeFileSync(join(folder, `docker-credential-${file}`), `#!/bin/sh\n${text}\n`);
      chmodSync(join(folder, `docker-credential-${file}`), 0o755);
    };
    helper('all', 'read -r host; [ "$1 $host" = "get ghcr.io" ] && echo \'{"Username":"me","Secret":"a:b"}\' || { echo "credentials not found in native keychain"; exit 1; }');
    helper('one', 'echo \'{"Username":"<token>","Secret":"i"}\'');
    helper('broken', 'echo "the keychain is locked"; exit 1');
    helper('odd', 'echo none');
    const credentials = kept({ credsStore: 'all', credHelpers: { one: 'one', broken: 'broken', odd: 'odd', wrong: '../x' }, auths: { file: { auth } } });
    assert.deepEqual(await credentials('ghcr.io'), mine);
    assert.deepEqual(await credentials('one'), { kind: 'identity', token: 'i' });
    assert.deepEqual(await credentials('file'), mine);
    assert.equal(await credentials('unknown'), undefined);
    await assert.rejects(credentials('broken'), /docker-credential-broken gave no login for broken: the keychain is locked: install or repair it/);
    await assert.rejects(credentials('odd'), /docker-credential-odd gave no login for odd: none/);
    await assert.rejects(credentials('wrong'), /no name of a credential helper/);
  });
  it('say what is wrong with the file', async () => {
    await assert.rejects(kept('{')('ghcr.io'), /config\.json is no JSON: mend it/);
    await assert.rejects(kept({ auths: { x: { auth: '!!!' } } })('x'), /can't be read: log in again by "docker login x"/);
  });
});

describe('connections to a registry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lading-registry-'));
  after(() => rmSync(folder, { recursive: true }));
  const ask = (host: string, protocol = 'https:') => ({ method: 'GET', url: new URL(`${protocol}//${host}/v2/`), headers: {}, verify: true, reach: 'machine' as const });

  it('trust a private authority for the host it is put down for', async () => {
    const { files: _, ...own } = openAuthority(folder, Date.now).own('registry', ['127.0.0.1']);
    const registry = await openRegistry(own);
    const { transport } = testClient({ certificates: join(folder, 'certs.d') });
    await assert.rejects(transport.send(ask(registry.host)), failing('unreachable', /certificate of .* is not trusted .*certs\.d/));
    transport.close();
    mkdirSync(join(folder, 'certs.d', registry.host), { recursive: true });
    writeFileSync(join(folder, 'certs.d', registry.host, 'ca.crt'), own.ca);
    const { transport: trusting } = testClient({ certificates: join(folder, 'certs.d') });
    const answer = await trusting.send(ask(registry.host));
    assert.equal(answer.status, 200);
    answer.body.resume();
    trusting.close();
    await registry.close();
  });

  it('say when there is no TLS where it should be, nobody at all, or no such name', async () => {
    const registry = await openRegistry();
    const { transport } = testClient();
    await assert.rejects(transport.send(ask(registry.host)), failing('unreachable', /does not speak TLS .*list it as insecure/));
    await registry.close();
    await assert.rejects(transport.send(ask(registry.host, 'http:')), failing('unreachable', /refuses connections: is the registry up\?/));
    transport.close();
  });

  it('are given up when nobody takes them', async () => {
    // One that is stopped takes none beyond those that the kernel keeps waiting for it.
    const stopped = spawn(process.execPath, ['-e', "const s = require('net').createServer().listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => console.log(s.address().port))"], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [said] = (await once(stopped.stdout, 'data')) as [Buffer];
    stopped.kill('SIGSTOP');
    const port = Number(said.toString());
    const waiting = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}));
    await Promise.all(waiting.slice(0, 2).map((socket) => once(socket, 'connect')));
    const { transport, client } = testClient({ connectMs: 300 });
    await assert.rejects(client.source(parseTarget(`127.0.0.1:${port}/a:1`), { credentialsFor: anonymous }).manifest('1'), failing('unreachable', /took no connection within 0\.3 s/));
    transport.close();
    for (const socket of waiting) socket.destroy();
    stopped.kill('SIGKILL');
  });

  it('go through a proxy where the environment names one, save for exceptions', async () => {
    const registry = await openRegistry();
    putImage(registry, 'a', '1', []);
    const heard: string[] = [];
    const proxy = http.createServer((request, response) => {
      heard.push(request.url ?? '');
      const url = new URL(request.url ?? '');
      request.pipe(http.request({ host: '127.0.0.1', port: registry.host.split(':')[1], method: request.method, path: `${url.pathname}${url.search}` }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }));
    });
    proxy.on('connect', (_request, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const at = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const on = testClient({ environment: { http_proxy: at, https_proxy: at, no_proxy: 'other.test' }, hosts: { mirrors: {}, insecure: ['registry.test:5000', 'other.test'] } });
    await on.resolve('registry.test:5000/a:1');
    assert.deepEqual(heard, ['http://registry.test:5000/v2/a/manifests/1']);
    on.transport.close();
    proxy.closeAllConnections();
    proxy.close();
    await registry.close();
  });
});
