import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeClients, runCompose } from '../harness/compose-clients.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { openRecordingSocket, type RecordingSocket } from '../harness/recording-socket.ts';
import { until } from '../harness/wait.ts';

const file = (greeting: string, conditions: string): string => `
version: "3.9"
services:
  db:
    image: redis:7
    networks: { back: { aliases: [database], ipv4_address: 10.74.0.20 } }
    volumes: ["data:/data"]
    healthcheck: { test: [CMD, redis-cli, ping], interval: 1s, timeout: 2s, retries: 20 }
  init:
    image: busybox
    command: sh -c 'echo ready > /data/init'
    volumes: ["data:/data"]
    networks: [back]
  web:
    image: busybox
    command: sh -c 'mkdir -p /www; echo $$GREETING > /www/index.html; trap "exit 0" TERM; httpd -f -p 80 -h /www & wait'
    environment: { GREETING: ${greeting} }
    networks: { front: {}, back: { aliases: [www] } }
    ports: ["8099:80"]
    secrets: [token]
    volumes: ["./conf:/conf:ro", "/kept"]
    depends_on: ${conditions}
  worker:
    image: busybox
    command: sh -c 'trap "exit 0" TERM; echo working; while :; do sleep 0.2; done'
    networks: [back]
networks:
  front: {}
  back: { driver: bridge, ipam: { config: [{ subnet: 10.74.0.0/24 }] } }
volumes: { data: {} }
secrets: { token: { file: ./token } }
`;
const dependsOn: Readonly<Record<string, string>> = { 'compose v1': '[db, init]', 'compose v2': '{ db: { condition: service_healthy }, init: { condition: service_completed_successfully } }' };

type Row = { Id: string; Names: string[]; State: string; Labels: Record<string, string>; NetworkSettings: { Networks: Record<string, { IPAddress: string }> }; Mounts: { Name?: string; Destination: string }[]; Ports: { PublicPort?: number }[] };

for (const { name, program, hint } of composeClients)
  describe(`${name}${program === undefined ? ` [skipped ${hint}]` : ''}`, function () {
    this.timeout(120_000);
    let platform: Platform;
    let recording: RecordingSocket;
    let folder = '';
    before(async function () {
      if (program === undefined) return this.skip();
      platform = await startPlatform({ machines: 1, images: ['busybox-latest', 'redis-7'] });
      recording = await openRecordingSocket(name, join(platform.first.run, 'docker.sock'));
      folder = mkdtempSync('/var/tmp/lading-compose-');
      mkdirSync(join(folder, 'conf'));
      writeFileSync(join(folder, 'token'), 's3cret\n');
      writeFileSync(join(folder, 'conf/f'), 'configured\n');
      write('hello');
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await platform?.keepArtifacts(`${name} ${this.currentTest.title}`);
    });
    after(async () => {
      await recording?.close();
      await platform?.[Symbol.asyncDispose]();
      if (folder !== '') rmSync(folder, { recursive: true, force: true });
    });

    const write = (greeting: string): void => writeFileSync(join(folder, 'docker-compose.yml'), file(greeting, dependsOn[name] ?? '[]'));
    const compose = async (...words: string[]): Promise<string> => {
      const { code, out, err } = await runCompose(program ?? '', folder, recording.path, ['-p', 'shop', ...words]);
      assert.equal(code, 0, `${words.join(' ')}: ${err}${out}`);
      return out;
    };
    const rows = async (service: string): Promise<Row[]> => {
      const { body } = await platform.first.api<Row[]>('GET', '/containers/json?all=1');
      return body.filter(({ Labels }) => Labels['com.docker.compose.service'] === service).toSorted((a, b) => (a.Names[0] ?? '').localeCompare(b.Names[0] ?? ''));
    };
    const ids = async (...services: string[]): Promise<string[]> => (await Promise.all(services.map(rows))).flat().map(({ Id }) => Id);

    it('brings a project up, with its networks, names, volumes and secrets', async () => {
      await compose('up', '-d');
      const [web] = await rows('web');
      assert.deepEqual([web?.State, Object.keys(web?.NetworkSettings.Networks ?? {}).sort()], ['running', ['shop_back', 'shop_front']]);
      assert.equal((await rows('db'))[0]?.NetworkSettings.Networks.shop_back?.IPAddress, '10.74.0.20');
      assert.equal(await compose('exec', '-T', 'web', 'cat', '/run/secrets/token', '/conf/f'), 's3cret\nconfigured\n');
      for (const peer of ['database', 'db', 'www', 'worker']) assert.match(await compose('exec', '-T', 'web', 'ping', '-c1', '-W2', peer), /1 packets received/);
      assert.match(await platform.first.fetch('http://127.0.0.1:8099'), /hello/);
      assert.equal(await compose('exec', '-T', 'db', 'cat', '/data/init'), 'ready\n');
    });
    it('tells of it', async () => {
      assert.match(await compose('ps'), /shop[-_]web[-_]1 .*Up .*8099->80\/tcp/);
      assert.match(await compose('logs', '--no-color', 'worker'), /worker.*\| working/);
      assert.equal((await compose('port', 'web', '80')).trim(), '0.0.0.0:8099');
      assert.match(await compose('top', 'web'), /httpd -f -p 80/);
      assert.match(await compose('images'), /redis/);
    });
    it('changes nothing when nothing has changed', async () => {
      const before = await ids('web', 'db', 'worker');
      await compose('up', '-d');
      assert.deepEqual(await ids('web', 'db', 'worker'), before);
    });
    it('runs a command in a container of its own', async () => assert.equal(await compose('run', '--rm', '-T', 'worker', 'echo', 'hi'), 'hi\n'));
    it('scales', async () => {
      await compose('up', '-d', '--scale', 'worker=3');
      assert.equal((await rows('worker')).length, 3);
      await compose('up', '-d', '--scale', 'worker=1');
      assert.equal((await rows('worker')).length, 1);
    });
    it('makes a changed service anew under its name, with the volumes it had, and nothing else', async () => {
      const [before] = await rows('web');
      const others = await ids('db', 'worker');
      write('bye');
      await compose('up', '-d');
      const [after, ...more] = await rows('web');
      assert.deepEqual([more.length, after?.Names, after?.State], [0, before?.Names, 'running']);
      assert.notEqual(after?.Id, before?.Id);
      assert.deepEqual(await ids('db', 'worker'), others);
      const kept = (row: Row | undefined): string | undefined => row?.Mounts.find(({ Destination }) => Destination === '/kept')?.Name;
      assert.equal(kept(after), kept(before));
      assert.match(await platform.first.fetch('http://127.0.0.1:8099'), /bye/);
    });
    it('restarts, pauses, signals, stops and starts', async () => {
      const started = async (): Promise<string> => (await platform.first.api<{ State: { StartedAt: string } }>('GET', `/containers/${(await ids('worker'))[0]}/json`)).body.State.StartedAt;
      const before = await started();
      await compose('restart', 'worker');
      assert.notEqual(await started(), before);
      await compose('pause', 'db');
      assert.equal((await rows('db'))[0]?.State, 'paused');
      await compose('unpause', 'db');
      await compose('stop');
      assert.deepEqual((await rows('web')).map(({ State, Ports }) => [State, Ports.filter(({ PublicPort }) => PublicPort).length]), [['exited', 0]]);
      await compose('start');
      assert.equal((await rows('web'))[0]?.State, 'running');
      assert.match(await platform.first.fetch('http://127.0.0.1:8099'), /bye/);
    });
    it('is a project of the platform, too, with its history', async () => {
      assert.match(await platform.first.lading('project', 'ls'), /^shop +up +docker compose +db 1\/1, init 0\/1, web 1\/1, worker 1\/1$/m);
      const shown = await platform.first.lading('ps', '-p', 'shop', 'web');
      assert.match(shown, /shop[-_]web[-_]1 +busybox +web /);
      assert.doesNotMatch(shown, /redis/);
      const events = await platform.first.lading('events', '-p', 'shop', '--since', '10m');
      for (const told of [/network NetworkCreated .*name=shop_back/, /volume VolumeCreated .*name=shop_data/, /container ContainerStarted/, /container ContainerRemoved/]) assert.match(events, told);
      const { code, err } = await platform.first.said('history', '-p', 'shop');
      assert.deepEqual([code !== 0, /docker compose's, which keeps no revisions: see "lading events -p shop/.test(err)], [true, true], err);
    });
    it('takes it all down', async () => {
      await compose('down', '-v');
      assert.deepEqual((await platform.first.api<Row[]>('GET', '/containers/json?all=1')).body, []);
      assert.deepEqual((await platform.first.api<{ Name: string }[]>('GET', '/networks?filters=%7B%22type%22%3A%5B%22custom%22%5D%7D')).body, []);
      // A volume that moved to another container counts as that one's by name. So it is with Docker's engine, whose prune takes it.
      const volumes = async (): Promise<object[]> => (await platform.first.api<{ Volumes: { Labels: object }[] }>('GET', '/volumes')).body.Volumes.map(({ Labels }) => Labels);
      assert.deepEqual(await volumes(), [{ 'com.docker.volume.anonymous': '' }]);
      await platform.first.api('POST', '/volumes/prune');
      await until('the volume is gone', async () => (await volumes()).length === 0);
    });
  });
