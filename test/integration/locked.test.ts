import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';

const platformModule = resolve(import.meta.dirname, '../../services/kernel/platform.ts');

describe('a platform of two machines is locked:', function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 2, images: [] });
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  /** What becomes of `text` when it is run on the first machine with the key of `user`; its `connection` is the user's. */
  const asUser = async (user: string, text: string): Promise<string> => {
    const { first } = platform;
    const seed = user === '' ? "''" : `readFileSync('${user.startsWith('node-n2') ? platform.machines[1]?.state : first.state}/keys/${user}.nk', 'utf8').trim()`;
    const script = `
      const { connectTo } = await import('${platformModule}');
      const { readFileSync } = await import('node:fs');
      setTimeout(() => { console.log('no answer'); process.exit(0); }, 3000);
      const connection = await connectTo('tls://${first.address}:14333', ${seed}, 'test', { inbox: '_INBOX_n2', ca: readFileSync('${first.state}/keys/authority.crt', 'utf8') });
      try { ${text} } catch (error) { console.log(String(error.cause ?? error)); }
      process.exit(0);`;
    const { out, err } = await first.inside(process.execPath, '--input-type=module-typescript', '--disable-warning=ExperimentalWarning', '-e', script);
    return out + err;
  };
  /** Publishes, and tells what the server says to that. */
  const publishing = (subject: string): string => `
    const said = (async () => { for await (const status of connection.status()) if (status.type === 'error') return String(status.error); })();
    connection.publish('${subject}', new Uint8Array());
    await connection.flush();
    console.log(await Promise.race([said, new Promise((resolve) => setTimeout(() => resolve('taken'), 500))]));`;

  it('who has no key gets no connection', async () => assert.match(await asUser('', "console.log('connected');"), /no answer|Authorization/i));
  it('an agent reports for its own node', async () => assert.match(await asUser('node-n2', publishing('hb.n2')), /^taken/));
  it('an agent does not report for another node', async () => assert.match(await asUser('node-n2', publishing('hb.n1')), /permission/i));
  it('an agent writes no events', async () => assert.match(await asUser('node-n2', publishing('evt.container.n2.x')), /permission/i));
  it('an agent gives no commands', async () => assert.match(await asUser('node-n2', publishing('cmd.container.remove')), /permission/i));
  it('a client gives commands', async () => assert.match(await asUser('clients', publishing('cmd.compose.scale')), /^taken/));
  it('a client writes no events', async () => assert.match(await asUser('clients', publishing('evt.container.n1.x')), /permission/i));
  it('a client reports for no node', async () => assert.match(await asUser('clients', publishing('rpt.n1.container')), /permission/i));

  it('the data port of a node takes nobody without a certificate', async () => {
    const { code, err } = await platform.first.inside('curl', '-sSk', '--max-time', '3', 'https://10.213.7.2:14335/v1/blobs/x');
    assert.notEqual(code, 0);
    assert.match(err, /certificate|alert|reset/i);
  });
  it('the data port gives another node blobs, and nothing else', async () => {
    const { state, address } = platform.first;
    const ask = (path: string): Promise<{ out: string }> =>
      platform.first.inside('curl', '-sS', '--max-time', '3', '--cacert', `${state}/keys/authority.crt`, '--cert', `${state}/keys/node-n1.crt`, '--key', `${state}/keys/node-n1.key`, `https://${address}:14335${path}`);
    assert.match((await ask(`/v1/blobs/sha256:${'0'.repeat(64)}`)).out, /does not hold sha256:0000/);
    assert.match((await ask(`/v1/containers/${'0'.repeat(64)}/logs`)).out, /no GET/);
  });
  it('a token is good once', async () => {
    const command = (await platform.first.lading('node', 'token')).trim().split(' ');
    const [token, where] = [command[4] ?? '', command[5] ?? ''];
    const joinAs = (id: string) => platform.first.inside(process.execPath, '--input-type=module-typescript', '--disable-warning=ExperimentalWarning', '-e', `
      process.env.LADING_STATE = '${platform.first.state}/guest-${id}';
      const { daemonConfig } = await import('${resolve(import.meta.dirname, '../../tools/daemon/config.ts')}');
      const { joinPlatform } = await import('${resolve(import.meta.dirname, '../../tools/daemon/join.ts')}');
      try { await joinPlatform(daemonConfig(process.env), '${where}', '${token}', '${id}', '10.213.7.9'); console.log('joined'); } catch (error) { console.log(error.message); }`);
    assert.equal((await joinAs('guest')).out, 'joined\n');
    assert.match((await joinAs('other')).out, /unknown, too old or used already/);
  });
  it('a token of somebody else is not shown to this platform', async () => {
    const { code, err } = await platform.first.said('node', 'join', '--token', `secret.${'A'.repeat(43)}`, '--address', '10.213.7.9', '10.213.7.1:14334');
    assert.equal(code, 1);
    assert.match(err, /is not the platform that made this token/);
  });

  it('keys and state are for root alone, the socket for its group', () => {
    const { state, run } = platform.first;
    assert.equal(statSync(join(state, 'keys')).mode & 0o777, 0o700);
    for (const file of readdirSync(join(state, 'keys'))) assert.equal(statSync(join(state, 'keys', file)).mode & 0o077, 0, file);
    assert.equal(statSync(join(run, 'docker.sock')).mode & 0o777, 0o660);
    assert.equal(statSync(join(run, 'agent.sock')).mode & 0o777, 0o600);
  });
});

describe('a platform of one machine', function () {
  this.timeout(60_000);
  it('listens on loopback only', async () => {
    const platform = await startPlatform({ machines: 1, images: [] });
    try {
      const { out } = await platform.first.inside('ss', '-Hltnu');
      const listening = out.trim().split('\n').map((line) => line.split(/\s+/)[4] ?? '');
      assert.deepEqual(listening.filter((address) => !address.startsWith('127.0.0.1:')), []);
    } finally {
      await platform[Symbol.asyncDispose]();
    }
  });
});
