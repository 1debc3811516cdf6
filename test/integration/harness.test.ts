import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { leftovers, type Machine } from '../harness/machine.ts';
import { startPlatform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';
import { reap } from '../harness/reaper.ts';
import { until } from '../harness/wait.ts';

describe('the test harness', function () {
  this.timeout(120_000);

  it('removes what a run that was killed left behind, and leaves a running one alone', async () => {
    await using mine = await startPlatform({ machines: 1 });
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'platform-to-kill.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const theirs = JSON.parse(line) as Machine;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    assert.notDeepEqual(leftovers(theirs), []);

    const tags = await reap();
    assert.ok(tags.some((tag) => theirs.netns.includes(tag)), `${tags.join(' ')} and not ${theirs.netns}`);
    await until('nothing of it is left', () => leftovers(theirs).length === 0 && !existsSync(theirs.netns) && !existsSync(theirs.state));
    assert.match(await mine.first.lading('node', 'ls'), /n1/);
  });

  it('keeps logs, events and plans of a failure', async () => {
    await using platform = await startPlatform({ machines: 1 });
    await platform.first.lading('-f', writeProject(platform, 'name: kept\nservices:\n  a:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n'), 'up', '-d');
    const folder = await platform.keepArtifacts('a failure to be kept');
    assert.match(readFileSync(join(folder, 'n1/daemon.log'), 'utf8'), /"ready"/);
    assert.match(readFileSync(join(folder, 'events.jsonl'), 'utf8'), /RevisionAccepted/);
    assert.match(readFileSync(join(folder, 'plans.txt'), 'utf8'), /^kept 1 up: completed \n.*service a: create with 1 replica \(missing\)/ms);
    rmSync(folder, { recursive: true });
  });

  it('says what was waited for, for how long, and what went wrong meanwhile', async () => {
    await assert.rejects(until('the moon is blue', () => Promise.reject(new Error('it is white')), 50), { message: 'waited 50 ms until the moon is blue: it is white' });
    await assert.rejects(until('the moon is blue', () => false, 50), { message: 'waited 50 ms until the moon is blue' });
  });
});
