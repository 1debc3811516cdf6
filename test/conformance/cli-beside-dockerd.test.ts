import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDockerd, whyNoDockerd, type Dockerd } from '../harness/dockerd.ts';
import { peersFolder } from '../harness/peers.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { openRecordingSocket, type RecordingSocket } from '../harness/recording-socket.ts';
import { cliSession, otherWords } from './sessions/docker-cli.ts';

const unpacked = join(peersFolder, 'root/usr/bin');
const busybox = resolve(import.meta.dirname, '../../build/images/busybox-latest.tar');
const why = whyNoDockerd();

type Said = { code: number; out: string; err: string };

/** What differs from run to run and means nothing: ids, times, sizes that an engine chooses. Names of the engines' own folders, too. */
const plain = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<id>')
    .replaceAll(/\b[0-9a-f]{12}\b/g, '<short>')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?( ?Z| \+0000 UTC)?/g, '<time>')
    .replaceAll(/(Less than a second|About a minute|\d+ (seconds?|minutes?|hours?|days?|years?))( ago)?/g, '<span>')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ $/gm, '');

describe(`Docker's own command says the same of Lading as of dockerd${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(180_000);
  let platform: Platform;
  let dockerd: Dockerd;
  let recording: RecordingSocket;
  let folder = '';
  const told = new Map<string, { lading: Said; dockerd: Said }>();
  before(async function () {
    if (why !== undefined) return this.skip();
    platform = await startPlatform({ machines: 1 });
    dockerd = await openDockerd(platform.first);
    recording = await openRecordingSocket('docker', join(platform.first.run, 'docker.sock'));
    folder = mkdtempSync('/var/tmp/lading-cli-');
    const on = (host: string) => (words: readonly string[]): Promise<Said> =>
      new Promise((done) => {
        const child = execFile('nsenter', [`--net=${platform.first.netns}`, join(unpacked, 'docker'), ...words], { env: { PATH: process.env.PATH, HOME: folder, DOCKER_CONFIG: folder, DOCKER_HOST: host } }, (error, out, err) => done({ code: error ? Number(error.code ?? 1) : 0, out, err }));
        child.stdin?.end('typed\n');
      });
    const [lading, peer] = [on(`unix://${recording.path}`), on(`unix://${dockerd.socket}`)];
    await peer(['load', '--input', busybox]);
    for (const words of cliSession) told.set(words.join(' '), { lading: await lading(words), dockerd: await peer(words) });
  });
  after(async () => {
    await recording?.close();
    await dockerd?.close();
    await platform?.[Symbol.asyncDispose]();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  for (const words of cliSession) {
    const line = words.join(' ');
    const other = otherWords.get(line);
    it(`docker ${line}${other === undefined ? '' : ` (in other words: ${other})`}`, () => {
      const said = told.get(line);
      assert.ok(said);
      const text = ({ code, out, err }: Said): string => `${plain(out)}${plain(err)}ended with ${code}`;
      if (other === undefined) assert.equal(text(said.lading), text(said.dockerd));
      else assert.deepEqual([said.lading.code, text(said.lading) === text(said.dockerd)], [said.dockerd.code, false], 'it is no other word any more: take it off the list');
    });
  }
});
