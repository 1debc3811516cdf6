import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openAuthority } from '../../tools/daemon/pki/authority.ts';
import { dockerProgram, whyNoDocker } from '../harness/docker-client.ts';
import { machineForEach } from '../harness/bare-machine.ts';
import type { Said } from '../harness/machine.ts';

const port = 2376;
const cli = resolve(import.meta.dirname, '../../tools/cli/main.ts');

describe("Docker's API over TCP", function () {
  this.timeout(60_000);
  before(function () {
    const why = whyNoDocker();
    if (why !== undefined) this.skip();
  });
  const machine = machineForEach();

  /** A folder as docker's --tlsverify wants it: ca.pem, cert.pem, key.pem, of a client whose name an authority vouches for. */
  const certificatesOf = (authorityFolder: string, client: string): string => {
    const folder = join(machine().state, `docker-${client}`);
    mkdirSync(folder, { recursive: true });
    const { files } = openAuthority(authorityFolder, Date.now).own(client, ['127.0.0.1']);
    for (const [from, to] of [[join(authorityFolder, 'authority.crt'), 'ca.pem'], [files.cert, 'cert.pem'], [files.key, 'key.pem']] as const) copyFileSync(from, join(folder, to));
    return folder;
  };
  const docker = (certificates: string, ...words: string[]): Promise<Said> =>
    machine().inside('env', `DOCKER_HOST=tcp://${machine().address}:${port}`, ...(certificates === '' ? [] : ['DOCKER_TLS_VERIFY=1', `DOCKER_CERT_PATH=${certificates}`]), dockerProgram, ...words);

  it('docker --tlsverify works, streams included, and who it is is in the log', async () => {
    const authority = join(machine().state, 'tls');
    const { files } = openAuthority(authority, Date.now).own('server', [machine().address]);
    await machine().start(['daemon'], { LADING_DOCKER_LISTEN: `${machine().address}:${port}`, LADING_DOCKER_CA: join(authority, 'authority.crt'), LADING_DOCKER_CERT: files.cert, LADING_DOCKER_KEY: files.key });
    await machine().lading('image', 'import', resolve('build/images/busybox-latest.tar'));
    const ann = certificatesOf(authority, 'ann');
    assert.equal((await docker(ann, 'run', '--rm', 'busybox', 'echo', 'over tls')).out, 'over tls\n');
    assert.equal((await docker(ann, 'run', '-d', '--name', 'there', 'busybox', 'sleep', '1000')).code, 0);
    assert.equal((await docker(ann, 'exec', 'there', 'sh', '-c', 'echo beside; exit 4')).code, 4);
    assert.match(await machine().lading('events', '--format', 'json', '--since', '1'), /"actor":"tls:ann"/);
    // Another authority's client, one without a certificate, and one in the clear.
    const stranger = certificatesOf(join(machine().state, 'other'), 'eve');
    copyFileSync(join(authority, 'authority.crt'), join(stranger, 'ca.pem'));
    const { code, out } = await docker(stranger, 'ps');
    assert.deepEqual([code === 0, out], [false, '']);
    const bare = await machine().inside('curl', '-sS', '--max-time', '5', '--cacert', join(authority, 'authority.crt'), `https://${machine().address}:${port}/_ping`);
    assert.notEqual(bare.out, 'OK');
    assert.notEqual((await docker('', 'ps')).code, 0);
    assert.equal((await docker(ann, 'rm', '-f', 'there')).code, 0);
  });

  it('is refused without certificates, before anything starts, and served in the clear when that is said twice', async () => {
    const refused = await machine().inside('env', `LADING_DOCKER_LISTEN=127.0.0.1:${port}`, process.execPath, '--disable-warning=ExperimentalWarning', cli, 'daemon');
    assert.match(refused.err, /^lading: LADING_DOCKER_LISTEN=\S+ gives whoever reaches it root on every node: set LADING_DOCKER_CA/);
    await machine().start(['daemon'], { LADING_DOCKER_LISTEN: `${machine().address}:${port}`, LADING_DOCKER_INSECURE: '1' });
    assert.equal((await docker('', 'version', '--format', '{{.Server.APIVersion}}')).out, '1.51\n');
    await docker('', 'volume', 'create', 'clear');
    assert.match(await machine().lading('events', '--format', 'json', '--since', '1'), new RegExp(`"actor":"tcp:${machine().address}"`));
  });
});
