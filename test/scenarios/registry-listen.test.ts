import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openAuthority } from '../../tools/daemon/pki/authority.ts';
import { machineForEach } from '../harness/bare-machine.ts';
import { imageOf } from '../harness/pushed.ts';
import { registryClient } from '../harness/registry-client.ts';

const port = 5000;
const cli = resolve(import.meta.dirname, '../../tools/cli/main.ts');

describe('the registry over TCP', function () {
  this.timeout(60_000);
  const machine = machineForEach();

  const curl = (...words: string[]) => machine().inside('curl', '-sS', '--max-time', '5', ...words);
  const status = async (...words: string[]): Promise<string> => (await curl('-o', '/dev/null', '-w', '%{http_code}', ...words)).out;

  it('is not there unless it is asked for', async () => {
    await machine().start(['daemon']);
    assert.match((await curl(`http://127.0.0.1:${port}/v2/`)).err, /refused|connect/i);
  });

  it('serves /v2/ and nothing else', async () => {
    await machine().start(['daemon'], { LADING_REGISTRY_LISTEN: `127.0.0.1:${port}` });
    const base = `http://127.0.0.1:${port}`;
    assert.equal(await status(`${base}/v2/`), '200');
    for (const path of ['/_ping', '/containers/json', '/v1.43/containers/json', '/api/v1/containers', '/metrics', '/images/json', '/v2/../containers/json', '//v2/']) assert.equal(await status('--path-as-is', `${base}${path}`), '404', path);
    assert.equal(await status('-X', 'POST', `${base}/containers/create`), '404');
  });

  it('takes no actor from who comes over the network', async () => {
    await machine().start(['daemon'], { LADING_REGISTRY_LISTEN: `127.0.0.1:${port}` });
    const client = registryClient({ socketPath: join(machine().run, 'docker.sock') });
    const image = imageOf('signed by nobody');
    await client.pushImage('who', 'v1', image);
    const file = join(machine().state, 'manifest.json');
    writeFileSync(file, image.manifest.bytes);
    assert.equal(await status('-X', 'PUT', '-H', `content-type: ${image.manifest.mediaType}`, '-H', 'x-lading-actor: uid:0', '--data-binary', `@${file}`, `http://127.0.0.1:${port}/v2/who/manifests/v2`), '201');
    const { body } = await machine().api<{ items: { actor: string }[] }>('GET', '/api/v1/tags/who%3Av2/history');
    assert.deepEqual(body.items.map(({ actor }) => actor), ['registry:127.0.0.1']);
  });

  it('is refused to other machines without a certificate, before anything starts', async () => {
    const refusal = async (listen: string): Promise<string> => (await machine().inside('env', `LADING_REGISTRY_LISTEN=${listen}`, process.execPath, '--disable-warning=ExperimentalWarning', cli, 'daemon')).err;
    assert.match(await refusal(`${machine().address}:${port}`), /^lading: LADING_REGISTRY_LISTEN=\S+ is reached by other machines: set LADING_REGISTRY_CERT and LADING_REGISTRY_KEY/);
    assert.match(await refusal('nowhere'), /^lading: LADING_REGISTRY_LISTEN=nowhere is no address: give ADDRESS:PORT/);
  });

  it('is served to other machines in the clear when that is said twice', async () => {
    await machine().start(['daemon'], { LADING_REGISTRY_LISTEN: `${machine().address}:${port}`, LADING_REGISTRY_INSECURE: '1' });
    assert.equal(await status(`http://${machine().address}:${port}/v2/`), '200');
  });

  it('is served by TLS with the certificate that is given', async () => {
    const folder = join(machine().state, 'registry-keys');
    mkdirSync(folder, { recursive: true });
    const authority = openAuthority(folder, Date.now);
    const { files } = authority.own('registry', [machine().address]);
    await machine().start(['daemon'], { LADING_REGISTRY_LISTEN: `${machine().address}:${port}`, LADING_REGISTRY_CERT: files.cert, LADING_REGISTRY_KEY: files.key });
    const url = `https://${machine().address}:${port}/v2/`;
    assert.equal(await status('--cacert', join(folder, 'authority.crt'), url), '200');
    assert.match((await curl(url)).err, /certificate/);
    assert.equal(await status(`http://${machine().address}:${port}/v2/`), '000');
  });
});
