import assert from 'node:assert/strict';
import type { TransferLine } from '#endpoints/transfer-lines.ts';
import { throttled } from './lines.ts';

describe('lines of a transfer', () => {
  it('tell of each layer every tenth of a second at most, and of each change of its state', () => {
    let nowMs = 0;
    const told: TransferLine[] = [];
    const tell = throttled((line) => told.push(line), () => nowMs);
    const layer = (id: string, state: 'downloading' | 'pulled', currentBytes: number): TransferLine => ({ event: 'layer', id, state, currentBytes });
    tell(layer('a', 'downloading', 1));
    tell(layer('b', 'downloading', 2));
    nowMs = 99;
    tell(layer('a', 'downloading', 3));
    tell(layer('b', 'pulled', 4));
    nowMs = 100;
    tell(layer('a', 'downloading', 5));
    assert.deepEqual(told.map((line) => line.event === 'layer' && line.currentBytes), [1, 2, 4, 5]);
  });
});
