import assert from 'node:assert/strict';
import { momentMs } from './moment.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

describe("a moment of Docker's filters", () => {
  for (const [text, expected] of [
    ['24h', '2026-11-23T12:00:00Z'],
    ['1h30m', '2026-11-24T10:30:00Z'],
    ['1.5h', '2026-11-24T10:30:00Z'],
    ['10s500ms', '2026-11-24T11:59:49.500Z'],
    ['1764000000', '2025-11-24T16:00:00Z'],
    ['1764000000.5', '2025-11-24T16:00:00.500Z'],
    ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'],
    ['2026-11-24T10:00:00+02:00', '2026-11-24T08:00:00Z'],
    ['2026-11-24T10Z', '2026-11-24T10:00:00Z'],
    ['2026-11-24', '2026-11-24T00:00:00Z'],
  ] as const)
    it(`${text} is ${expected}`, () => assert.equal(new Date(momentMs(text, now)).toISOString(), new Date(expected).toISOString()));
  for (const text of ['', 'yesterday', '5 days', '2026-13-01', '-1h']) it(`"${text}" is none`, () => assert.throws(() => momentMs(text, now), /is no moment: give a duration/));
});
