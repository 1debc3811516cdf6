import assert from 'node:assert/strict';
import fc from 'fast-check';
import { format } from './plan.ts';
import { reconcile, type Noted, type Seen, type Wanted } from './reconcile.ts';

const id = '4f1ac0d2e3b45566';
const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  wanted: 'running', run: 1, notBeforeMs: 0, stopSignal: 'SIGTERM', killAtMs: 0, signalNumber: 0, signal: '', paused: false, removeVolumes: false, runOver: false, runSeen: true, limits: '', networks: '', ...over,
});
const running: Seen = { run: 1, state: 'running', paused: false };
const noted = (over: Partial<Noted> = {}): Noted => ({ delivered: { run: 1, stop: '', signalNumber: 0 }, limits: '', networks: '', remains: false, reportedRun: 0, ...over });
const plan = (want: Wanted | undefined, seen: Seen | undefined, note = noted(), nowMs = 100) => format(reconcile(id, want, seen, note, nowMs));

describe('reconcile', () => {
  it('starts what should run', () => assert.equal(plan(wanted({ runSeen: false }), undefined), 'container/4f1ac0d2e3b4 start run 1, should be running\n'));

  it('waits for the restart back-off', () => {
    const later = reconcile(id, wanted({ runSeen: false, notBeforeMs: 500 }), undefined, noted(), 100);
    assert.deepEqual(later, { steps: [], lookAgainAtMs: 500 });
  });

  it('has nothing to do when it is as wanted', () => assert.equal(plan(wanted(), running), ''));

  it('tells again what a killed agent did not tell', () =>
    assert.equal(plan(wanted({ runSeen: false }), running), 'container/4f1ac0d2e3b4 report-started run 1, runs and nobody was told\n'));

  it('asks to stop once, and kills when the grace is over', () => {
    const stop = wanted({ wanted: 'stopped', killAtMs: 1_000 });
    assert.equal(plan(stop, running), 'container/4f1ac0d2e3b4 SIGTERM, should stop\n');
    assert.equal(plan(stop, running, noted({ delivered: { run: 1, stop: 'SIGTERM', signalNumber: 0 } })), '');
    assert.equal(plan(stop, running, noted(), 1_000), 'container/4f1ac0d2e3b4 kill, its time to stop is over\n');
  });

  it('tells an end and cleans up', () =>
    assert.equal(
      plan(wanted(), { run: 1, state: 'exited', exitCode: 3, paused: false }),
      'container/4f1ac0d2e3b4 report-exited run 1 with 3, has ended\ncontainer/4f1ac0d2e3b4 clean, its run is over\n',
    ));

  it('kills what lost its supervisor and says so', () =>
    assert.equal(
      plan(wanted(), { run: 1, state: 'lost', paused: false }),
      `\
container/4f1ac0d2e3b4 kill, its supervisor is gone: nobody would learn how it ends
container/4f1ac0d2e3b4 report-exited run 1 with 255, its supervisor is gone
container/4f1ac0d2e3b4 clean, its run is over
`,
    ));

  it('makes anew what lost its supervisor before it was started', () =>
    assert.equal(
      plan(wanted({ runSeen: false }), { run: 1, state: 'lost', startedAtMs: 0, paused: false }),
      'container/4f1ac0d2e3b4 kill, lost its supervisor before it was started\ncontainer/4f1ac0d2e3b4 clean, makes room\n',
    ));

  it('reports a run that a reboot ended', () => assert.equal(plan(wanted(), undefined), 'container/4f1ac0d2e3b4 report-exited run 1 with 255, was running and is gone\n'));

  it('removes what nobody asked for', () => assert.equal(plan(undefined, running), 'container/4f1ac0d2e3b4 remove, nobody asked for it\n'));

  it('delivers a numbered signal once', () => {
    const hup = wanted({ signalNumber: 1, signal: 'SIGHUP' });
    assert.equal(plan(hup, running), 'container/4f1ac0d2e3b4 SIGHUP, was asked for\n');
    assert.equal(plan(hup, running, noted({ delivered: { run: 1, stop: '', signalNumber: 1 } })), '');
  });

  it('never starts a second process beside one that runs', () =>
    fc.assert(
      fc.property(fc.constantFrom('running', 'stopped', 'removed', 'created'), fc.nat(3), fc.nat(3), fc.boolean(), fc.boolean(), (want, wantedRun, seenRun, runOver, runSeen) => {
        const { steps } = reconcile(id, wanted({ wanted: want, run: wantedRun, runOver, runSeen }), { ...running, run: seenRun }, noted(), 0);
        assert.ok(steps.every(({ operation }) => operation.op !== 'start'));
      }),
    ));
});
